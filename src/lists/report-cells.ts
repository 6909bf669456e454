// What a reporter added, read from and written to the cells of Incidenter; a cell left empty is a question not answered.
import { z } from 'zod';
import type { Report } from '../domain/incident';
import { detailChoices, detailTexts } from '../schema/report-columns';
import type { Choices } from '../schema/list';
import { optionalText, word, type Cells } from './cells';

type ChoiceAnswer = keyof typeof detailChoices;
type TextAnswer = keyof typeof detailTexts;
type Details = Pick<Report, ChoiceAnswer | TextAnswer>;

const choiceAnswers = Object.keys(detailChoices) as readonly ChoiceAnswer[];
const textAnswers = Object.keys(detailTexts) as readonly TextAnswer[];

/** The answers in a row, by their names; `Report` says whether they are such as can be. Throws on a word that is none of ours. */
export function detailsIn(row: Readonly<Record<string, unknown>>): Readonly<Partial<Record<ChoiceAnswer | TextAnswer, string>>> {
  const cells = DetailCells.parse(row);
  const columns = [
    ...choiceAnswers.map((answer) => [answer, detailChoices[answer].column] as const),
    ...textAnswers.map((answer) => [answer, detailTexts[answer].name] as const)
  ];
  return Object.fromEntries(columns.flatMap(([answer, column]) => (cells[column] === undefined ? [] : [[answer, cells[column]]])));
}

export function detailCells(report: Details): Cells {
  const cells: readonly (readonly [string, string | null])[] = [
    ...choiceAnswers.map((answer) => [detailChoices[answer].column, wordIn(detailChoices[answer].choices, report[answer])] as const),
    ...textAnswers.map((answer) => [detailTexts[answer].name, report[answer] ?? null] as const)
  ];
  return Object.fromEntries(cells);
}

const DetailCells: z.ZodType<Readonly<Record<string, string | undefined>>> = z.object({
  ...Object.fromEntries(choiceAnswers.map((answer) => [detailChoices[answer].column, optionalWord(detailChoices[answer].choices)])),
  ...Object.fromEntries(textAnswers.map((answer) => [detailTexts[answer].name, optionalText]))
});

function optionalWord(choices: Choices<string>) {
  return word(choices)
    .nullish()
    .transform((code) => code ?? undefined);
}

function wordIn(choices: Choices<string>, code: string | undefined): string | null {
  return code === undefined ? null : choices.wordOf(code);
}
