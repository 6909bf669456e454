// Where a browser saves what a page gives it: jsdom has no such place.
import './jsdom-parts';

export interface SavedFile {
  readonly name: string;
  readonly content: ArrayBuffer;
}

const given = new Map<string, Blob>();
let latest: { readonly name: string; readonly blob: Blob } | undefined;

Object.assign(URL, {
  createObjectURL: (blob: Blob) => {
    given.set(`blob:${given.size}`, blob);
    return `blob:${given.size - 1}`;
  },
  revokeObjectURL: (address: string) => void given.delete(address)
});

HTMLAnchorElement.prototype.click = function click(this: HTMLAnchorElement) {
  // A link that stands in no page has no document for its press to come to.
  const blob = given.get(this.getAttribute('href') ?? '');
  if (blob === undefined) throw new Error('Only what the page itself has made is saved.');
  latest = { name: this.download, blob };
};

/** The file that was saved last; the next one is awaited anew. */
export async function savedFile(): Promise<SavedFile> {
  if (latest === undefined) throw new Error('Nothing has been saved.');
  const { name, blob } = latest;
  latest = undefined;
  return { name, content: await contentOf(blob) };
}

function contentOf(blob: Blob): Promise<ArrayBuffer> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result as ArrayBuffer);
    reader.onerror = () => reject(new Error('The file could not be read back.'));
    reader.readAsArrayBuffer(blob);
  });
}
