// The register of information assets in the list Informationstillgångar.
import type { SPFI } from '@pnp/sp';
import { z } from 'zod';
import { Asset, isChangedAfterDecision } from '../domain/asset';
import { AssetDetails } from '../domain/asset-details';
import type { Profile } from '../domain/classification';
import { canonicalJson, type Json } from '../domain/hash';
import { aspectColumns, assetList, assetStateChoices, carrierChoices, levelChoices, shownDetails } from '../schema/assets';
import { entraIdColumn, entryColumns } from '../schema/list';
import { optionalJson, optionalMoment, optionalText, peopleIn, text, word, type Cells } from './cells';
import { followedList, type FollowedList } from './followed-list';
import { register, searchable, type SearchableListRegister } from './register';
import { readRow, readRows, type Row, type RowShape } from './rows';

/** The port `SearchableRegister<Asset>` of the workflows, kept in SharePoint: found by its objektägare. */
export function assetRegister(sp: SPFI): SearchableListRegister<Asset> {
  const ownedBy = (personId: string) => readRows(sp, assetRows, { column: entraIdColumn('Objektagare'), value: personId });
  return searchable(register({ sp, shape: assetRows, state: Asset }), ownedBy);
}

/** As `readAssets`, for a page that comes back to them. */
export function followAssets(sp: SPFI): FollowedList<Asset> {
  return followedList(sp, assetRows);
}

/** Every asset that the caller may see, in the order of their numbers. */
export function readAssets(sp: SPFI): Promise<Row<Asset>[]> {
  return readRows(sp, assetRows);
}

/** Those that somebody (Entra id) answers for, in whichever role; each once, in the order of their numbers. */
export async function readAssetsOf(sp: SPFI, personId: string): Promise<Row<Asset>[]> {
  const columns = ['Informationsagare', 'Objektagare', 'Informationsforvaltare', 'Systemforvaltare'];
  const found = await Promise.all(columns.map((column) => readRows(sp, assetRows, { column: entraIdColumn(column), value: personId })));
  return [...new Map(found.flat().map((row) => [row.id, row])).values()].sort((a, b) => a.id - b.id);
}

export function readAsset(sp: SPFI, reference: string): Promise<Row<Asset> | undefined> {
  return readRow(sp, assetRows, reference);
}

/** The four cells of a class; empty when there is none yet. */
export function classCells(profile: Profile | undefined): Cells {
  return {
    [aspectColumns.confidentiality]: profile === undefined ? null : levelChoices.wordOf(profile.confidentiality),
    [aspectColumns.integrity]: profile === undefined ? null : levelChoices.wordOf(profile.integrity),
    [aspectColumns.availability]: profile === undefined ? null : levelChoices.wordOf(profile.availability),
    [aspectColumns.traceability]: profile === undefined ? null : levelChoices.wordOf(profile.traceability)
  };
}

const level = word(levelChoices);

/** The class as its cells say it: whole, or none of it. */
export function classIn(row: Readonly<Record<string, unknown>>): Profile | undefined {
  const { confidentiality, integrity, availability, traceability } = aspectColumns;
  if ([confidentiality, integrity, availability, traceability].every((column) => row[column] === null)) return undefined;
  return {
    confidentiality: level.parse(row[confidentiality]),
    integrity: level.parse(row[integrity]),
    availability: level.parse(row[availability]),
    traceability: level.parse(row[traceability])
  };
}

/** What the cell `Innehall` holds: every detail there is, and what came of the asset. */
const Content = AssetDetails.extend(Asset.pick({ decidedModel: true, decommission: true, cancelled: true }).shape);

const contentNames = Object.keys(Content.shape) as (keyof z.infer<typeof Content>)[];

function contentCell(asset: Asset): string | null {
  const said = contentNames.filter((name) => asset[name] !== undefined).map((name) => [name, asset[name] as Json] as const);
  return said.length === 0 ? null : canonicalJson(Object.fromEntries(said));
}

/** For people to read; see `contentCell` for all of it. */
function detailCells({ controller, secrecy, supplier, recordType }: Asset): Cells {
  return {
    Personuppgiftsansvarig: controller?.name ?? null,
    Sekretess: secrecy === undefined ? null : `OSL ${secrecy.join(', ')}`,
    Leverantor: supplier?.name ?? null,
    Handlingstyp: recordType ?? null
  };
}

const AssetRow = z.object({
  Referens: z.string(),
  Title: z.string(),
  Beskrivning: text,
  Barare: z.array(word(carrierChoices)),
  Enhetskod: text,
  Enhet: text,
  Status: word(assetStateChoices),
  Klassning: optionalText,
  BeslutatInnehall: optionalText,
  Beslutad: optionalMoment,
  Innehall: optionalJson.pipe(Content.optional())
});

const assetRows: RowShape<Asset> = {
  list: assetList,
  key: 'Referens',
  unread: [...entryColumns, 'AndradEfterBeslut', ...shownDetails],
  read: (row) => {
    const cells = AssetRow.parse(row);
    const people = peopleIn(row, ['Informationsagare', 'Objektagare', 'Informationsforvaltare', 'Systemforvaltare']);
    return Asset.parse({
      ...cells.Innehall,
      reference: cells.Referens,
      name: cells.Title,
      description: cells.Beskrivning,
      carriers: cells.Barare,
      unit: cells.Enhetskod,
      unitName: cells.Enhet,
      informationOwner: people.Informationsagare,
      objectOwner: people.Objektagare,
      informationCustodian: people.Informationsforvaltare,
      custodian: people.Systemforvaltare,
      state: cells.Status,
      profile: classIn(row),
      classification: cells.Klassning,
      decidedHash: cells.BeslutatInnehall,
      decidedAt: cells.Beslutad
    });
  },
  cells: (asset) => ({
    Referens: asset.reference,
    Title: asset.name,
    Beskrivning: asset.description,
    Barare: asset.carriers.map(carrierChoices.wordOf),
    Enhetskod: asset.unit,
    Enhet: asset.unitName,
    Status: assetStateChoices.wordOf(asset.state),
    ...classCells(asset.profile),
    Klassning: asset.classification ?? null,
    BeslutatInnehall: asset.decidedHash ?? null,
    Beslutad: asset.decidedAt ?? null,
    AndradEfterBeslut: isChangedAfterDecision(asset),
    ...detailCells(asset),
    Innehall: contentCell(asset)
  }),
  people: (asset) => ({
    Informationsagare: asset.informationOwner,
    Objektagare: asset.objectOwner,
    Informationsforvaltare: asset.informationCustodian,
    Systemforvaltare: asset.custodian
  })
};
