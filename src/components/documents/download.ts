// A file made in the page, given to the browser to save. It is sent nowhere.
export interface MadeFile {
  readonly name: string;
  readonly type: string;
  readonly content: ArrayBuffer | Blob;
}

export const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

export const excelType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export function download({ name, type, content }: MadeFile): void {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // Browsers begin to read the file after the press has been answered.
  setTimeout(() => URL.revokeObjectURL(address), anHour);
}

const anHour = 3_600_000;
