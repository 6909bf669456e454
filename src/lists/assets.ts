// The register of information assets in the list Informationstillgångar.
import type { SPFI } from '@pnp/sp';
import { z } from 'zod';
import { Asset, isChangedAfterDecision } from '../domain/asset';
import type { Profile } from '../domain/classification';
import { aspectColumns, assetList, assetStateChoices, carrierChoices, levelChoices } from '../schema/assets';
import { entraIdColumn, entryColumns } from '../schema/list';
import { optionalMoment, optionalText, peopleIn, text, word, type Cells } from './cells';
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
  Beslutad: optionalMoment
});

const assetRows: RowShape<Asset> = {
  list: assetList,
  key: 'Referens',
  unread: [...entryColumns, 'AndradEfterBeslut'],
  read: (row) => {
    const cells = AssetRow.parse(row);
    const people = peopleIn(row, ['Informationsagare', 'Objektagare', 'Systemforvaltare']);
    return Asset.parse({
      reference: cells.Referens,
      name: cells.Title,
      description: cells.Beskrivning,
      carriers: cells.Barare,
      unit: cells.Enhetskod,
      unitName: cells.Enhet,
      informationOwner: people.Informationsagare,
      objectOwner: people.Objektagare,
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
    AndradEfterBeslut: isChangedAfterDecision(asset)
  }),
  people: (asset) => ({ Informationsagare: asset.informationOwner, Objektagare: asset.objectOwner, Systemforvaltare: asset.custodian })
};
