// Small XML documents, such as a CAML view or a column's schema: read into a tree of elements, and text escaped for writing.

/** Names are as written, without a namespace prefix; attribute names are in lower case, since SharePoint does not mind theirs. */
export interface Element {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly Element[];
  /** The text straight inside it, CDATA included, not that of its children. */
  readonly text: string;
}

interface OpenElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: Element[];
  text: string;
}

const comment = '<!--[\\s\\S]*?-->|<\\?[\\s\\S]*?\\?>';
const cdata = '<!\\[CDATA\\[([\\s\\S]*?)\\]\\]>';
const closing = '</\\s*([\\w:.-]+)\\s*>';
const opening = '<([\\w:.-]+)((?:\\s+[\\w:.-]+\\s*=\\s*(?:"[^"<]*"|\'[^\'<]*\'))*)\\s*(/?)>';
const attribute = /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const piece = new RegExp(`(${comment})|${cdata}|${closing}|${opening}|([^<]+)`, 'y');

/** Undefined when the text is not one well-formed element. */
export function parseXml(text: string): Element | undefined {
  const document: OpenElement = { name: '', attributes: new Map(), children: [], text: '' };
  const open = [document];
  piece.lastIndex = 0;
  const source = text.trim();
  while (piece.lastIndex < source.length) {
    const match = piece.exec(source);
    if (match === null || !takePiece(match, open)) return undefined;
  }
  const complete = open.length === 1 && document.children.length === 1 && document.text.trim() === '';
  return complete ? document.children[0] : undefined;
}

/** Puts one piece of the text where it belongs; false when it cannot stand there. */
function takePiece([, ignored, literal, closed, opened, attributes, empty, text]: RegExpExecArray, open: OpenElement[]): boolean {
  const current = open.at(-1);
  if (current === undefined) return false;
  if (ignored !== undefined) return true;
  if (literal !== undefined || text !== undefined) {
    current.text += literal ?? unescapeXml(text ?? '');
    return true;
  }
  if (closed !== undefined) return open.length > 1 && open.pop()?.name === localName(closed);
  const element: OpenElement = { name: localName(opened ?? ''), attributes: attributesOf(attributes ?? ''), children: [], text: '' };
  current.children.push(element);
  if (empty !== '/') open.push(element);
  return true;
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function attributesOf(text: string): Map<string, string> {
  const pairs = [...text.matchAll(attribute)];
  return new Map(pairs.map(([, name = '', double, single]) => [localName(name).toLowerCase(), unescapeXml(double ?? single ?? '')]));
}

/** As SharePoint writes back the CAML it keeps: attributes in double quotation marks, empty elements ending in ` />` (public recordings). */
export function rewrittenXml(text: string): string {
  return text.replace(new RegExp(`${comment}|${cdata}|${opening}`, 'g'), (whole, _literal, name?: string, attributes = '', empty = '') => {
    if (name === undefined) return whole;
    const pairs = [...String(attributes).matchAll(attribute)].map(
      ([, attributeName = '', double, single = '']) => ` ${attributeName}="${double ?? single.replaceAll('"', '&quot;')}"`
    );
    return `<${name}${pairs.join('')}${empty === '/' ? ' />' : '>'}`;
  });
}

const entities = new Map([
  ['&amp;', '&'],
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&quot;', '"'],
  ['&apos;', "'"]
]);

function unescapeXml(text: string): string {
  return text.replace(/&(?:amp|lt|gt|quot|apos|#(\d+)|#x([\da-f]+));/gi, (entity, decimal?: string, hex?: string) => {
    if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
    return hex === undefined ? (entities.get(entity.toLowerCase()) ?? entity) : String.fromCodePoint(Number.parseInt(hex, 16));
  });
}

export function childNamed({ children }: Element, name: string): Element | undefined {
  return children.find((child) => child.name === name);
}

/** An attribute that says TRUE, in any case. */
export function isTrue({ attributes }: Element, name: string): boolean {
  return attributes.get(name)?.toUpperCase() === 'TRUE';
}

/** Safe inside an element and inside an attribute in double quotation marks. */
export function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
