// The names in a compound file, the container of Outlook's .msg and of Office before 2007 (Microsoft's [MS-CFB], version 2024).

const signature = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
/** Sector numbers from here on mean something else than a sector (MS-CFB 2.1). */
const firstSpecial = 0xfffffffa;
const headerSize = 512;
const sectorsInHeader = 109;
const entrySize = 128;

export function isCompoundFile(bytes: Uint8Array): boolean {
  return bytes.length >= headerSize && signature.every((byte, index) => bytes[index] === byte);
}

/** The names of its storages and streams; `undefined` when it breaks off or leads in circles. */
export function namesInCompoundFile(bytes: Uint8Array): readonly string[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const shift = view.getUint16(30, true);
  if (shift !== 9 && shift !== 12) return undefined;
  const file: Sectors = { view, size: 2 ** shift };
  const table = tableOf(file);
  const sectors = table && chainOf(file, view.getUint32(48, true), (sector) => nextIn(file, table, sector));
  return sectors?.flatMap((sector) => namesIn(file, sector));
}

interface Sectors {
  readonly view: DataView;
  readonly size: number;
}

/** The sectors of the table that says which sector follows which (MS-CFB 2.3, 2.5): the first 109 stand in the header, the rest in a chain of its own. */
function tableOf(file: Sectors): readonly number[] | undefined {
  const { view, size } = file;
  const inHeader = numbersAt(view, 76, sectorsInHeader);
  const last = size - 4;
  const rest = chainOf(file, view.getUint32(68, true), (sector) => view.getUint32(startOf(file, sector) + last, true));
  return rest && [...inHeader, ...rest.flatMap((sector) => numbersAt(view, startOf(file, sector), last / 4))];
}

/** The sector after this one, as the table says. */
function nextIn(file: Sectors, table: readonly number[], sector: number): number | undefined {
  const perSector = file.size / 4;
  const place = table[Math.floor(sector / perSector)];
  if (place === undefined || !isInside(file, place)) return undefined;
  return file.view.getUint32(startOf(file, place) + (sector % perSector) * 4, true);
}

function chainOf(file: Sectors, first: number, next: (sector: number) => number | undefined): readonly number[] | undefined {
  const sectors: number[] = [];
  const most = file.view.byteLength / file.size;
  for (let sector: number | undefined = first; sector === undefined || sector < firstSpecial; sector = next(sector)) {
    if (sector === undefined || !isInside(file, sector) || sectors.length > most) return undefined;
    sectors.push(sector);
  }
  return sectors;
}

/** Each entry of the directory begins with its name in UTF-16 and how long that is, in bytes, with the zero at its end (MS-CFB 2.6.1). */
function namesIn(file: Sectors, sector: number): readonly string[] {
  const start = startOf(file, sector);
  return Array.from({ length: file.size / entrySize }, (_, index) => nameAt(file.view, start + index * entrySize)).filter(
    (name) => name !== ''
  );
}

function nameAt(view: DataView, start: number): string {
  const characters = Math.max(0, Math.min(view.getUint16(start + 64, true), 64) / 2 - 1);
  return String.fromCharCode(...Array.from({ length: characters }, (_, index) => view.getUint16(start + index * 2, true)));
}

function numbersAt(view: DataView, start: number, count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => view.getUint32(start + index * 4, true));
}

function isInside(file: Sectors, sector: number): boolean {
  return startOf(file, sector) + file.size <= file.view.byteLength;
}

function startOf({ size }: Sectors, sector: number): number {
  return (sector + 1) * size;
}
