// Classifications, proposed and decided, in the list Klassningar.
import type { SPFI } from '@pnp/sp';
import { z } from 'zod';
import { Answers, Classification, Grounds, type ClassificationState } from '../domain/classification';
import { canonicalJson, recordAsJson } from '../domain/hash';
import type { Recorded } from '../domain/log';
import { classificationList, classificationStateChoices } from '../schema/classifications';
import { entraIdColumn, entryColumns } from '../schema/list';
import { classCells, classIn } from './assets';
import { json, moment, optionalJson, optionalMoment, optionalText, peopleIn, word } from './cells';
import { readRecorded } from './recorded-rows';
import { register, type ListRegister } from './register';
import { readRow, readRows, type Row, type RowShape } from './rows';

/** The port `Register<Classification>` of the workflows, kept in SharePoint. */
export function classificationRegister(sp: SPFI): ListRegister<Classification> {
  return register({ sp, shape: classificationRows, state: Classification });
}

/** `waitingFor`: what this person (Entra id) has still to decide. `state`: those in it. `asset`: what was ever proposed about this asset. */
export interface ClassificationQuery {
  readonly waitingFor?: string;
  readonly state?: ClassificationState;
  readonly asset?: string;
}

/** All classifications that the caller may see, or those asked for, in the order they were submitted. */
export function readClassifications(sp: SPFI, { waitingFor, state, asset }: ClassificationQuery = {}): Promise<Row<Classification>[]> {
  const inState = waitingFor === undefined ? state : 'submitted';
  return readRows(
    sp,
    classificationRows,
    ...(asset === undefined ? [] : [{ column: 'Tillgangsnummer', value: asset }]),
    ...(waitingFor === undefined ? [] : [{ column: entraIdColumn('Beslutsfattare'), value: waitingFor }]),
    ...(inState === undefined ? [] : [{ column: 'Status', value: classificationStateChoices.wordOf(inState) }])
  );
}

/** One with the entry of the log that it shows. */
export function readRecordedClassification(sp: SPFI, reference: string): Promise<Row<Recorded<Classification>> | undefined> {
  return readRecorded(sp, classificationRows, reference);
}

export function readClassification(sp: SPFI, reference: string): Promise<Row<Classification> | undefined> {
  return readRow(sp, classificationRows, reference);
}

const ClassificationRow = z.object({
  Referens: z.string(),
  Title: z.string(),
  Tillgangsnummer: z.string(),
  Modell: z.string(),
  Svar: json.pipe(Answers),
  Underlag: optionalJson.pipe(Grounds.optional()),
  Status: word(classificationStateChoices),
  Inlamnad: moment,
  Tillgangsavtryck: z.string(),
  Innehallsavtryck: z.string(),
  Beslutad: optionalMoment,
  EnligtDelegering: optionalText,
  Aterandningsskal: optionalText
});

const classificationRows: RowShape<Classification> = {
  list: classificationList,
  key: 'Referens',
  unread: entryColumns,
  read: (row) => {
    const cells = ClassificationRow.parse(row);
    const people = peopleIn(row, ['Forslagsstallare', 'Beslutsfattare', 'BeslutadAv']);
    return Classification.parse({
      reference: cells.Referens,
      asset: cells.Tillgangsnummer,
      assetName: cells.Title,
      model: cells.Modell,
      answers: cells.Svar,
      ...cells.Underlag,
      profile: classIn(row),
      state: cells.Status,
      decider: people.Beslutsfattare,
      proposer: people.Forslagsstallare,
      submittedAt: cells.Inlamnad,
      assetHash: cells.Tillgangsavtryck,
      contentHash: cells.Innehallsavtryck,
      decidedBy: people.BeslutadAv,
      decidedAt: cells.Beslutad,
      byDelegation: cells.EnligtDelegering,
      returnReason: cells.Aterandningsskal
    });
  },
  cells: (classification) => ({
    Referens: classification.reference,
    Title: classification.assetName,
    Tillgangsnummer: classification.asset,
    Modell: classification.model,
    Svar: canonicalJson(classification.answers),
    Underlag: groundsIn(classification),
    ...classCells(classification.profile),
    Status: classificationStateChoices.wordOf(classification.state),
    Inlamnad: classification.submittedAt,
    Tillgangsavtryck: classification.assetHash,
    Innehallsavtryck: classification.contentHash,
    Beslutad: classification.decidedAt ?? null,
    EnligtDelegering: classification.byDelegation ?? null,
    Aterandningsskal: classification.returnReason ?? null
  }),
  people: (classification) => ({
    Forslagsstallare: classification.proposer,
    Beslutsfattare: classification.decider,
    BeslutadAv: classification.decidedBy
  })
};

/** Nothing where a class rests on the answers alone. */
function groundsIn(classification: Classification): string | null {
  const grounds = Grounds.parse(classification);
  return Object.values(grounds).every((part) => part === undefined) ? null : recordAsJson(grounds);
}
