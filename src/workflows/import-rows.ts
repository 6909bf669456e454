// The rows of an imported table: what each says as an asset, what is wrong with it in every cell, and whether the register has it already.
import type { Asset } from '../domain/asset';
import { assetLimits, processCodePattern, type Carrier, type ImportedClass } from '../domain/asset-details';
import { aspects } from '../domain/classification';
import type { Person, Unit } from '../domain/person';
import { isBlank, keepable } from '../domain/written-text';
import type { ImportField } from '../reference/import-headings';
import type { AssetContent } from './asset-content';
import { dayIn, folded, hoursIn, levelIn, type ClassScale } from './import-cells';
import type { ImportTable, Mapping } from './import-table';
import { wordKey, type Meanings } from './import-words';

type FoundPerson = Pick<Person, 'name' | 'upn'>;

/** What rows are held against. `carrierOf` knows the codes too; `people`: who was found for each text that stands in an owner's column; `meant`: what words are said to mean; `source`: the file's name. */
export interface ImportSurroundings {
  readonly units: readonly Unit[];
  readonly people: ReadonlyMap<string, readonly FoundPerson[]>;
  readonly carrierOf: (word: string) => Carrier | undefined;
  readonly meant: Meanings;
  readonly scale: ClassScale | undefined;
  readonly source: string;
  readonly register: readonly Asset[];
  /** What is taken for said, as it would stand in a cell, of a new asset whose row does not say it. */
  readonly lacking?: Lacking;
}

export type Lacking = Readonly<Partial<Record<'unit' | 'carriers', string>>>;

export const rowFaults = [
  'missing-name',
  'long-text',
  'missing-unit',
  'unknown-unit',
  'missing-carrier',
  'unknown-carrier',
  'unknown-person',
  'name-for-address',
  'wrong-day',
  'wrong-hours',
  'wrong-process',
  'wrong-class',
  'no-scale',
  'twice-in-file'
] as const;

/** `value` is what stands in the cell; `suggested` who may be meant. */
export interface RowFault {
  readonly fault: (typeof rowFaults)[number];
  readonly field: ImportField;
  readonly value: string;
  readonly suggested?: string;
}

/** `line` is the row's number in the file, counted from 1. `standing`: the number of the asset that has its key, and whether that says the same. */
export interface ReadRow {
  readonly line: number;
  readonly content: AssetContent;
  readonly faults: readonly RowFault[];
  readonly standing?: { readonly reference: string; readonly isSame: boolean };
}

/** All rows, none left out. */
export function readRows({ rows, lines }: ImportTable, mapping: Mapping, around: ImportSurroundings): readonly ReadRow[] {
  const standing = new Map(around.register.flatMap((asset) => keysOf(asset).map((key) => [key, asset] as const)));
  const seen = new Set<string>();
  return rows.map((cells, index) => {
    const said = valuesIn(cells, mapping);
    const asset = standing.get(keyOfSaid({ ...around.lacking, ...said }, around));
    const row = readRow({ ...(asset === undefined ? around.lacking : kept(asset)), ...said }, around);
    const key = keyOf(row.content);
    const twice: RowFault[] = seen.has(key) && row.content.name !== '' ? [fault('twice-in-file', 'name', row.content.name)] : [];
    seen.add(key);
    return {
      line: lines[index] ?? index + 1,
      content: row.content,
      faults: [...row.faults, ...twice],
      ...(asset !== undefined && { standing: { reference: asset.reference, isSame: isSaid(row.content, asset) } })
    };
  });
}

/** The texts that stand in owners' columns, each once: who they are is asked of the directory. */
export function namedPeople({ rows }: ImportTable, mapping: Mapping): readonly string[] {
  const columns = mapping.flatMap((field, at) => (isOwner(field) ? [at] : []));
  return [...new Set(rows.flatMap((row) => columns.map((at) => (row[at] ?? '').trim())))].filter((text) => text !== '');
}

/** By what an imported asset is known again: its number in the source, else its name in its unit. */
export function keyOf({ sourceId, name, unit }: Pick<AssetContent, 'sourceId' | 'name' | 'unit'>): string {
  return sourceId === undefined ? `name ${folded(name)} in ${unit}` : `id ${folded(sourceId)}`;
}

function keysOf(asset: Asset): readonly string[] {
  const byName = keyOf({ name: asset.name, unit: asset.unit });
  return asset.sourceId === undefined ? [byName] : [keyOf(asset), byName];
}

function keyOfSaid({ sourceId, name = '', unit = '' }: Values, around: ImportSurroundings): string {
  return keyOf({ name, unit: unitIn(unit, around)?.code ?? '', ...(sourceId !== undefined && { sourceId }) });
}

/** What the row of an asset that is there already need not say. */
function kept({ unit, carriers }: Asset): Lacking {
  return { unit, carriers: carriers.join(',') };
}

type Values = Readonly<Partial<Record<ImportField, string>>>;

function valuesIn(cells: readonly string[], mapping: Mapping): Values {
  const said = mapping.flatMap((field, at) => (field === undefined ? [] : [[field, keepable(cells[at] ?? '')] as const]));
  return Object.fromEntries(said.filter(([, value]) => !isBlank(value)));
}

function fault(what: RowFault['fault'], field: ImportField, value: string, suggested?: string): RowFault {
  return { fault: what, field, value, ...(suggested !== undefined && { suggested }) };
}

const longest: Readonly<Partial<Record<ImportField, number>>> = {
  name: assetLimits.name,
  description: 2000,
  supplier: assetLimits.name,
  recordType: assetLimits.name,
  place: assetLimits.place,
  sourceId: assetLimits.type
};

function readRow(values: Values, around: ImportSurroundings): { readonly content: AssetContent; readonly faults: readonly RowFault[] } {
  const faults: RowFault[] = [];
  /** The cell read in some way; one that cannot be is a fault. */
  const read = <V>(field: ImportField, what: RowFault['fault'], reading: (value: string) => V | undefined): V | undefined => {
    const value = values[field];
    const found = value === undefined ? undefined : reading(value);
    if (value !== undefined && found === undefined) faults.push(fault(what, field, value));
    return found;
  };
  for (const [field, most] of Object.entries(longest) as [ImportField, number][]) {
    read(field, 'long-text', (value) => (value.length > most ? undefined : value));
  }
  if (values.name === undefined) faults.push(fault('missing-name', 'name', ''));
  if (values.unit === undefined) faults.push(fault('missing-unit', 'unit', ''));
  const unit = read('unit', 'unknown-unit', (value) => unitIn(value, around));
  const carriers = read('carriers', 'unknown-carrier', (value) => carriersIn(value, around));
  if (values.carriers === undefined) faults.push(fault('missing-carrier', 'carriers', ''));
  const owners = ownersIn(values, around, faults);
  const ends = read('contractEnds', 'wrong-day', dayIn);
  const processCode = read('processCode', 'wrong-process', (value) => (processCodePattern.test(value) ? value : undefined));
  const hours = read('hours', 'wrong-hours', hoursIn);
  const importedClass = classIn(values, around, faults);
  const supplier = values.supplier === undefined ? undefined : { name: values.supplier, ...(ends !== undefined && { contractEnds: ends }) };
  const said = {
    ...owners,
    supplier,
    recordType: values.recordType,
    processCode,
    place: values.place,
    sourceId: values.sourceId,
    importedClass
  };
  return {
    content: {
      ...{ name: values.name ?? '', description: values.description ?? '', carriers: carriers ?? [], unit: unit?.code ?? '' },
      ...(Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined)) as Partial<AssetContent>),
      ...(hours !== undefined && { tolerableOutageHours: hours })
    },
    faults
  };
}

function unitIn(value: string, { units, meant }: ImportSurroundings): Unit | undefined {
  const said = meant.get(wordKey('unit', value));
  if (said !== undefined) return units.find(({ code }) => code === said);
  return units.find(({ code }) => folded(code) === folded(value)) ?? units.find(({ name }) => folded(name) === folded(value));
}

/** Several in one cell stand with comma, semicolon or line ends between. */
function carriersIn(value: string, { carrierOf, meant }: ImportSurroundings): Carrier[] | undefined {
  const said = carrierOf(meant.get(wordKey('carriers', value)) ?? '');
  if (said !== undefined) return [said];
  const words = value
    .split(/[,;\n]/)
    .map((word) => word.trim())
    .filter((word) => word !== '');
  const found = words.flatMap((word) => carrierOf(word) ?? []);
  return found.length === words.length && found.length > 0 ? [...new Set(found)] : undefined;
}

const owners = ['informationOwner', 'objectOwner', 'custodian'] as const;

function isOwner(field: ImportField | undefined): field is (typeof owners)[number] {
  return owners.some((owner) => owner === field);
}

/** An address must be somebody's. A name is nobody's address: who may be meant is said, and chosen by whoever imports. */
function ownersIn(values: Values, { people, meant }: ImportSurroundings, faults: RowFault[]): Partial<AssetContent> {
  const found = owners.flatMap((role) => {
    const value = values[role];
    if (value === undefined) return [];
    const said = meant.get(wordKey('person', value));
    if (said !== undefined) return said === '' ? [] : [[role, said] as const];
    const candidates = people.get(value) ?? [];
    const person = candidates.find(({ upn }) => upn === value.toLowerCase());
    if (person !== undefined) return [[role, person.upn] as const];
    const suggested = candidates.map(({ name, upn }) => `${name} ${upn}`).join(', ');
    faults.push(suggested === '' ? fault('unknown-person', role, value) : fault('name-for-address', role, value, suggested));
    return [];
  });
  return Object.fromEntries(found);
}

/** A proposal, never a decided class (H45). */
function classIn(values: Values, { scale, source }: ImportSurroundings, faults: RowFault[]): ImportedClass | undefined {
  const given = aspects.flatMap((aspect) => (values[aspect] === undefined ? [] : [[aspect, values[aspect]] as const]));
  if (given.length === 0) return undefined;
  const [first] = given;
  if (scale === undefined) {
    if (first !== undefined) faults.push(fault('no-scale', ...first));
    return undefined;
  }
  const levels = given.flatMap(([aspect, value]) => {
    const level = levelIn(value, scale);
    if (level === undefined) faults.push(fault('wrong-class', aspect, value));
    return level === undefined ? [] : [[aspect, level] as const];
  });
  return { source: source.slice(0, assetLimits.name), levels: Object.fromEntries(levels) };
}

/** Whether the asset says all that the row says; what the row is silent about may be anything. */
function isSaid({ carriers, supplier, importedClass: _proposal, ...content }: AssetContent, asset: Asset): boolean {
  const owner = (role: (typeof owners)[number]): boolean => content[role] === undefined || asset[role]?.upn === content[role];
  const texts = ['description', 'recordType', 'processCode', 'place', 'tolerableOutageHours'] as const;
  return (
    folded(content.name) === folded(asset.name) &&
    content.unit === asset.unit &&
    owners.every(owner) &&
    texts.every((text) => content[text] === undefined || content[text] === '' || content[text] === asset[text]) &&
    [...carriers].sort().join() === [...asset.carriers].sort().join() &&
    (supplier === undefined ||
      (supplier.name === asset.supplier?.name && (supplier.contractEnds ?? asset.supplier.contractEnds) === asset.supplier.contractEnds))
  );
}
