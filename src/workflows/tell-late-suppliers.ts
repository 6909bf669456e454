// In the morning whoever sent requirements to a supplier is told, once, that the day is over that an answer was asked for by (H33).
import { isEnded } from '../domain/asset';
import type { Notice } from '../domain/notice';
import { latestReminder } from '../domain/reminders';
import { isAnswerOverdue, isOfParty, partiesOf, unansweredBy, type RequirementAnswers } from '../domain/requirement-answers';
import { requirementCatalogue as catalogue } from '../reference/requirement-catalogue';
import type { Context } from './context';
import { recordsOf } from './requirement-answers';
import type { Telling } from './telling';

type Late = Extract<Notice, { readonly kind: 'supplier-late' }>;

/** `found`: what seems to have been sent; the log says whether it is late. What has been late for a month is no news. */
export async function tellLateSuppliers(
  { context, rules, tell }: Pick<Telling, 'context' | 'rules' | 'tell'>,
  found: readonly RequirementAnswers[]
): Promise<void> {
  const { waking } = rules.measure;
  for (const { reference, asset, sent } of found) {
    const due = sent.at(-1)?.due;
    if (due === undefined || latestReminder([{ at: due }], waking, context.now()) === undefined) continue;
    const late = await lateSending(context, asset, reference);
    if (late !== undefined) await tell(`late-supplier ${reference} ${late.due}`, [late]);
  }
}

/** What is to be told of an answer that is late by the log; nothing when all has been answered, it was sent again, or the asset is no more. */
export async function lateSending(context: Context, number: string, answers: string): Promise<Late | undefined> {
  const [entry, records] = await Promise.all([context.log.latest(number), recordsOf(context, number)]);
  const asset = entry && context.assets.parse(entry.state);
  const record = records.find(({ reference }) => reference === answers);
  if (asset === undefined || isEnded(asset) || record === undefined) return undefined;
  const party = partiesOf(catalogue, asset, records).find((one) => isOfParty(one, record));
  const sent = record.sent.at(-1);
  if (party?.supplier === undefined || sent === undefined || party.sent?.at !== sent.at) return undefined;
  if (!isAnswerOverdue(party, context.now())) return undefined;
  const { reference, name: assetName } = asset;
  const left = unansweredBy(party).length;
  return { kind: 'supplier-late', to: sent.by.id, reference, assetName, answers, supplier: party.supplier, due: sent.due, left };
}
