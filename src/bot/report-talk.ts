// The report form in the chat: a press leads to the next step, a receipt or the stop; what somebody wrote is never lost on the way.
import type { Card } from '../cards/card';
import type { Draft, FormStep } from '../cards/card-data';
import type { FoundAssets } from '../cards/report-asset';
import { moveForm, type FormPress, type FormProblem } from '../cards/report-flow';
import { reportForm } from '../cards/report-form';
import { expiredCard, keptReceiptCard, receiptCard, stopCard, withdrawnCard } from '../cards/report-results';
import { refusalText, unknownPersonCard } from '../cards/refusal';
import { commandId } from '../domain/command-id';
import { canonicalJson } from '../domain/hash';
import type { Incident, Report } from '../domain/incident';
import type { Language } from '../domain/language';
import type { Actor } from '../domain/person';
import { text } from '../i18n/text';
import { ReportIncidentInput } from '../workflows/report-incident';
import type { InboundActivity } from './activity';
import type { DeskAnswer } from './desk';
import { phonesOf, senderOf, type Surroundings } from './surroundings';

/**
 * What a pressed card becomes. `lasts`: it stays so, also when the chat is opened again. The next step of a form does, so that whoever is interrupted goes
 * on where they were; it must be in its place before anybody begins to answer it (`before-answer`).
 */
export interface Becomes {
  readonly card: Card;
  readonly lasts?: 'before-answer' | 'after-answer';
}

export interface Talk {
  readonly around: Surroundings;
  readonly activity: InboundActivity;
  readonly language: Language;
}

/** The first step, with a fresh key. `said`: what the person already wrote, or the message they report. */
export async function startReport(
  { around, language }: Pick<Talk, 'around' | 'language'>,
  said: Pick<Draft, 'description' | 'messageLink'> = {}
): Promise<Card> {
  const { it: itPhone } = await phonesOf(around);
  const draft: Draft = { formKey: around.desk.newKey(), asOf: around.now(), ...said };
  return reportForm({ step: 'kind', draft, itPhone }, language);
}

export async function pressReport(talk: Talk, press: FormPress): Promise<Becomes> {
  if (press.verb === 'report-open') return { card: await startReport(talk) };
  const move = moveForm(press, talk.around.now());
  switch (move.to) {
    case 'stop':
      return stop(talk, move.formKey);
    case 'submit':
      return submit(talk, move.draft, move.report);
    case 'withdrawn':
      return { card: withdrawnCard(talk.language), lasts: 'after-answer' };
    case 'expired':
      return { card: expiredCard(talk.language), lasts: 'after-answer' };
    case 'kind':
    case 'when':
    case 'where':
    case 'description':
    case 'more':
    case 'asset':
      return showStep(talk, { step: move.to, draft: move.draft, problem: problemText(move.problem, talk.language) });
  }
}

interface Shown {
  readonly step: FormStep;
  readonly draft: Draft;
  readonly problem?: string | undefined;
  readonly again?: true;
}

async function showStep({ around, language }: Talk, shown: Shown): Promise<Becomes> {
  const [{ it: itPhone }, assets] = await Promise.all([phonesOf(around), assetsFor(around, shown)]);
  return { card: reportForm({ ...shown, itPhone, assets }, language), lasts: 'before-answer' };
}

/** A register that cannot be read does not stand in the way of a report. */
async function assetsFor({ desk, log }: Surroundings, { step, draft }: Shown): Promise<FoundAssets | undefined> {
  if (step !== 'asset') return undefined;
  try {
    return await desk.findAssets(draft.assetName ?? '');
  } catch (failure) {
    log.warn({ err: failure }, 'The register of assets could not be read');
    return 'unread';
  }
}

function problemText(problem: FormProblem | undefined, language: Language): string | undefined {
  return problem === undefined ? undefined : text(language, `cards.report.problem.${problem}`);
}

/** Nothing but the fact is told (H52); the card says whom to ring also when nobody could be told. */
async function stop(talk: Talk, key: string): Promise<Becomes> {
  const { around, language } = talk;
  const [told, { securityProtection: securityProtectionPhone }] = await Promise.all([tellOfStop(talk, key), phonesOf(around)]);
  return { card: stopCard({ securityProtectionPhone, told }, language), lasts: 'after-answer' };
}

async function tellOfStop({ around, activity }: Talk, key: string): Promise<boolean> {
  const sender = await senderOf(around, activity);
  if (typeof sender === 'string') return false;
  const command = commandId({ name: 'stop-report', personId: sender.known.person.id, key });
  try {
    return (await around.desk.run('stop-report', { command, actor: sender.known, input: { during: 'report' } })).ok;
  } catch (failure) {
    around.log.error({ err: failure, command }, 'A stopped report could not be told');
    return false;
  }
}

/** The telephone number is read meanwhile: with SharePoint away, waiting for it first would cost the person the answer in time. */
async function submit(talk: Talk, draft: Draft, report: Report): Promise<Becomes> {
  const { around, language } = talk;
  const phones = phonesOf(around);
  const sender = await senderOf(around, talk.activity);
  if (sender === 'unknown') return { card: unknownPersonCard({ itPhone: (await phones).it }, language) };
  if (sender === 'unreadable') return notSent(talk, draft, refusalText({ reason: 'could-not-read', what: 'person' }, language));
  const answer = await give(talk, { actor: sender.known, key: draft.formKey, report });
  if (!answer.ok) return notSent(talk, draft, refusalText(answer, language));
  const { it: itPhone } = await phones;
  if ('kept' in answer) return { card: keptReceiptCard({ itPhone }, language), lasts: 'after-answer' };
  if (!isSameReport(answer.value, report)) return usedBefore(talk, draft, answer.value.reference);
  return { card: receiptCard({ incident: answer.value, itPhone, takesFiles: true }, language), lasts: 'after-answer' };
}

type Given = DeskAnswer<Incident> | { readonly ok: false; readonly reason: 'unexpected' };

async function give(
  { around }: Talk,
  { actor, key, report }: { readonly actor: Actor; readonly key: string; readonly report: Report }
): Promise<Given> {
  const command = commandId({ name: 'report-incident', personId: actor.person.id, key });
  try {
    const input = ReportIncidentInput.parse({ report, reportedAt: around.now() });
    return await around.desk.run('report-incident', { command, actor, input });
  } catch (failure) {
    around.log.error({ err: failure, command }, 'A report could not be given to the record');
    return { ok: false, reason: 'unexpected' };
  }
}

/** The last step again with everything kept; sending it once more is the same report. */
function notSent(talk: Talk, draft: Draft, problem: string): Promise<Becomes> {
  return showStep(talk, { step: 'description', draft, problem });
}

function isSameReport(incident: Incident, report: Report): boolean {
  return canonicalJson(incident.report) === canonicalJson(report);
}

/** An old form, filled in anew: its key already names a report, so the new one gets a key of its own before it is sent. */
function usedBefore(talk: Talk, draft: Draft, reference: string): Promise<Becomes> {
  const problem = text(talk.language, 'cards.report.problem.used', { reference });
  return showStep(talk, { step: 'description', draft: { ...draft, formKey: talk.around.desk.newKey() }, problem, again: true });
}
