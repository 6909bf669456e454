// Answers to requirements in the list Kravsvar: one row for each asset and each who is asked.
import type { SPFI } from '@pnp/sp';
import { z } from 'zod';
import { canonicalJson } from '../domain/hash';
import { RequirementAnswers } from '../domain/requirement-answers';
import { entryColumns } from '../schema/list';
import { requirementActorChoices, requirementAnswersList } from '../schema/requirement-answers';
import { json, optionalMoment, optionalText, word } from './cells';
import { register, searchable, type SearchableListRegister } from './register';
import { readRows, type Row, type RowShape } from './rows';

/** The port `SearchableRegister<RequirementAnswers>` of the workflows, kept in SharePoint: found by the asset's number. */
export function requirementAnswersRegister(sp: SPFI): SearchableListRegister<RequirementAnswers> {
  return searchable(register({ sp, shape: answerRows, state: RequirementAnswers }), (asset) => readRequirementAnswers(sp, { asset }));
}

/** All answers that the caller may see, or those on one asset, in the order they were begun. */
export function readRequirementAnswers(sp: SPFI, { asset }: { readonly asset?: string } = {}): Promise<Row<RequirementAnswers>[]> {
  return asset === undefined ? readRows(sp, answerRows) : readRows(sp, answerRows, { column: 'Tillgangsnummer', value: asset });
}

/** What the cell `Innehall` holds. */
const Content = RequirementAnswers.pick({ answers: true, sent: true });

/** When it was sent stands in columns of its own for whoever reads the list, and must be what the content says. */
const AnswersRow = z
  .object({
    Referens: z.string(),
    Title: z.string(),
    Tillgangsnummer: z.string(),
    Aktor: word(requirementActorChoices),
    Leverantor: optionalText,
    Skickat: optionalMoment,
    SvarSenast: optionalMoment,
    Innehall: json.pipe(Content)
  })
  .refine(({ Skickat, SvarSenast, Innehall: { sent } }) => Skickat === sent.at(-1)?.at && SvarSenast === sent.at(-1)?.due);

const answerRows: RowShape<RequirementAnswers> = {
  list: requirementAnswersList,
  key: 'Referens',
  unread: entryColumns,
  read: (row) => {
    const cells = AnswersRow.parse(row);
    return RequirementAnswers.parse({
      ...cells.Innehall,
      reference: cells.Referens,
      asset: cells.Tillgangsnummer,
      assetName: cells.Title,
      actor: cells.Aktor,
      supplier: cells.Leverantor
    });
  },
  cells: ({ reference, asset, assetName, actor, supplier, answers, sent }) => ({
    Referens: reference,
    Title: assetName,
    Tillgangsnummer: asset,
    Aktor: requirementActorChoices.wordOf(actor),
    Leverantor: supplier ?? null,
    Skickat: sent.at(-1)?.at ?? null,
    SvarSenast: sent.at(-1)?.due ?? null,
    Innehall: canonicalJson({ answers, sent })
  }),
  people: () => ({})
};
