// The register as it is narrowed on the screen, as sheets whose headings and words our own import reads back: what was taken out can be worked on and brought in again.
import { isChangedAfterDecision, ownerRoles, type Asset, type OwnerRole } from '../domain/asset';
import { aspects, levels, type Aspect } from '../domain/classification';
import type { LevelNumbers } from '../domain/level-numbers';
import type { Unit } from '../domain/person';
import type { ClassFilter, RegisterFilter } from '../domain/register-search';
import { swedishMoment } from '../domain/swedish-time';
import { vacancyIn, type Vacancy } from '../domain/vacancy';
import { levelInWords } from '../i18n/level';
import { monthInWords } from '../i18n/month-in-words';
import { swedish } from './case';
import { aboutSheet, narrow, sheetOf, wide, type Sheet, type SheetColumn, type TakenWithNumbers } from './sheet';

/** `assets` in the order they are shown, and what they were narrowed by. */
export interface RegisterView extends TakenWithNumbers {
  readonly assets: readonly Asset[];
  readonly vacancies: readonly Vacancy[];
  readonly filter: RegisterFilter;
  readonly units: readonly Unit[];
}

export function registerSheets({ assets, vacancies, filter, units, ...taken }: RegisterView): readonly Sheet[] {
  const choice = filterInWords(filter, { units, numbers: taken.levelNumbers });
  return [sheetOf('Tillgångar', columnsWith(vacancies), assets), aboutSheet({ ...taken, choice, count: assets.length })];
}

/** Whoever is named stands with their address, which the import asks for, and with their name beside it. */
function columnsWith(vacancies: readonly Vacancy[]): readonly SheetColumn<Asset>[] {
  return [
    { ...narrow('Nummer i Värna'), cell: ({ reference }) => reference },
    { ...wide('Namn'), cell: ({ name }) => name },
    { ...wide('Beskrivning'), cell: ({ description }) => description },
    { ...wide('Bärare'), cell: ({ carriers }) => carriers.map((carrier) => swedish(`carrier.${carrier}`)).join(', ') },
    { ...narrow('Enhetskod'), cell: ({ unit }) => unit },
    { ...wide('Enhetens namn'), cell: ({ unitName }) => unitName },
    ...(['informationOwner', 'objectOwner', 'custodian'] as const).flatMap(holder),
    { ...wide('Informationsförvaltarens namn'), cell: ({ informationCustodian }) => informationCustodian?.name ?? '' },
    { ...wide('Saknas'), cell: (asset) => vacantRoles(asset, vacancies) },
    { ...narrow('Läge'), cell: ({ state }) => swedish(`asset.state.${state}`) },
    ...aspects.map((aspect) => ({ ...narrow(aspectHeadings[aspect]), cell: ({ profile }: Asset) => levelWord(profile?.[aspect]) })),
    { ...narrow('Klassning'), cell: ({ classification = '' }) => classification },
    { ...narrow('Beslutad'), cell: ({ decidedAt }) => (decidedAt === undefined ? '' : swedishMoment(decidedAt)) },
    { ...narrow(swedish('asset.changed-after-decision')), cell: (asset) => (isChangedAfterDecision(asset) ? 'Ja' : '') },
    { ...wide('Leverantör'), cell: ({ supplier }) => supplier?.name ?? '' },
    { ...narrow('Avtalet gäller till och med'), cell: ({ supplier }) => supplier?.contractEnds ?? '' },
    { ...wide('Handlingstyp'), cell: ({ recordType = '' }) => recordType },
    { ...narrow('Processkod'), cell: ({ processCode = '' }) => processCode },
    { ...wide('Plats'), cell: ({ place = '' }) => place },
    { ...narrow('Längsta tolererbara avbrott'), cell: hoursOf },
    { ...wide('Kontinuitetsplan'), cell: ({ continuityPlan = '' }) => continuityPlan },
    { ...narrow('Nummer i källan'), cell: ({ sourceId = '' }) => sourceId }
  ];
}

/** As the import knows them. */
const aspectHeadings: Readonly<Record<Aspect, string>> = {
  confidentiality: 'Konfidentialitet',
  integrity: 'Riktighet',
  availability: 'Tillgänglighet',
  traceability: 'Spårbarhet'
};

function holder(role: OwnerRole): readonly SheetColumn<Asset>[] {
  return [
    { ...wide(swedish(`owner.${role}`)), cell: (asset) => asset[role]?.upn ?? '' },
    { ...wide(`${swedish(`owner.${role}`)}, namn`), cell: (asset) => asset[role]?.name ?? '' }
  ];
}

/** Nobody is named, or whoever is has left; an informationsförvaltare is nobody that an asset must have (H22). */
function vacantRoles(asset: Asset, vacancies: readonly Vacancy[]): string {
  const isVacant = (role: OwnerRole): boolean =>
    (asset[role] === undefined && role !== 'informationCustodian') || vacancyIn(asset, role, vacancies) !== undefined;
  return ownerRoles
    .filter(isVacant)
    .map((role) => swedish(`owner.${role}`))
    .join(', ');
}

function levelWord(level: (typeof levels)[number] | undefined): string {
  return level === undefined ? '' : swedish(`level.${level}`);
}

function hoursOf({ tolerableOutageHours: hours }: Asset): string {
  return hours === undefined ? '' : String(hours).replace('.', ',');
}

/** What is absent narrows nothing. */
function filterInWords(
  { sought = '', unit, state, class: level, decided, due, ...checks }: RegisterFilter,
  { units, numbers }: { readonly units: readonly Unit[]; readonly numbers: LevelNumbers | undefined }
): string {
  const said = [
    ...(sought.trim() === '' ? [] : [`Sökt: ${sought.trim()}`]),
    ...(unit === undefined ? [] : [`Enhet: ${units.find(({ code }) => code === unit)?.name ?? unit}`]),
    ...(state === undefined
      ? []
      : [`Läge: ${state === 'not-draft' ? swedish('tab.assets.filter.not-draft') : swedish(`asset.state.${state}`)}`]),
    ...(level === undefined ? [] : [`Klass: ${classInWords(level, numbers)}`]),
    ...(checks.mine === true ? [swedish('tab.assets.filter.mine')] : []),
    ...(checks.vacant === true ? [swedish('tab.assets.filter.vacant')] : []),
    ...(checks.changed === true ? [swedish('asset.changed-after-decision')] : []),
    ...(checks.reconsider === true ? [swedish('tab.assets.filter.reconsider')] : []),
    ...(decided === undefined ? [] : [swedish('tab.assets.filter.decided', { month: monthInWords('sv', decided) })]),
    ...(due === undefined ? [] : [swedish('tab.assets.filter.due', { month: monthInWords('sv', due) })])
  ];
  return said.length === 0 ? 'Alla som inte är avvecklade eller makulerade' : said.join('; ');
}

function classInWords(filter: ClassFilter, numbers: LevelNumbers | undefined): string {
  if (filter === 'any') return swedish('tab.assets.filter.classified');
  if (filter === 'none') return swedish('asset.unclassified');
  const aspect = aspects.find((one) => filter.startsWith(`${one}.`));
  const level = levels.find((one) => filter.endsWith(one)) ?? 'negligible';
  return aspect === undefined
    ? `${swedish('tab.assets.filter.highest')} ${swedish(`level.${level}`)}`
    : levelInWords('sv', aspect, level, numbers);
}
