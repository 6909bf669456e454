// What has been changed of the legal rules, in the one row of the list Regeländringar.
import type { SPFI } from '@pnp/sp';
import { z } from 'zod';
import { recordAsJson } from '../domain/hash';
import { RuleChanges, rulesAggregate, type RuleChange } from '../domain/rule-changes';
import { entryColumns } from '../schema/list';
import { ruleChangeList } from '../schema/rule-changes';
import { regimeChoices } from '../schema/tracks';
import { json } from './cells';
import { register, type ListRegister } from './register';
import { readRow, type Row, type RowShape } from './rows';

/** The port `Register<RuleChanges>` of the workflows, kept in SharePoint. */
export function ruleRegister(sp: SPFI): ListRegister<RuleChanges> {
  return register({ sp, shape: ruleRows, state: RuleChanges });
}

/** `undefined` as long as nothing has been changed. */
export function readRuleChanges(sp: SPFI): Promise<Row<RuleChanges> | undefined> {
  return readRow(sp, ruleRows, rulesAggregate);
}

const RuleRow = z.object({ Referens: z.string(), Innehall: json.pipe(RuleChanges.shape.changes) });

const ruleRows: RowShape<RuleChanges> = {
  list: ruleChangeList,
  key: 'Referens',
  unread: entryColumns,
  read: (row) => {
    const { Referens: reference, Innehall: changes } = RuleRow.parse(row);
    return RuleChanges.parse({ reference, changes });
  },
  cells: ({ reference, changes }) => ({
    Referens: reference,
    Title: ruleChangeList.title,
    Antal: changes.length,
    Andringar: changes.map(inWords).join('\n'),
    Innehall: recordAsJson(changes)
  }),
  people: () => ({})
};

function inWords(change: RuleChange): string {
  const what = change.kind === 'receiver' ? `${change.name} (${change.portal})` : change.words.sv;
  return `${regimeChoices.wordOf(change.regime)}, från ${change.validFrom}: ${what} Källa: ${change.source}. ${change.by.name}`;
}
