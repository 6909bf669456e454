// A report under way in the tab: the card of each step, kept in the browser until it is sent, withdrawn or stopped.
import * as React from 'react';
import { z } from 'zod';
import { markedCard, type Card } from '../../cards/card';
import { Draft, formSteps, type FormStep, type Press } from '../../cards/card-data';
import { refusalText } from '../../cards/refusal';
import type { FoundAssets } from '../../cards/report-asset';
import { isFormPress, moveForm, type FormMove } from '../../cards/report-flow';
import { reportForm } from '../../cards/report-form';
import { expiredCard, keptReceiptCard, receiptCard, stopCard, withdrawnCard } from '../../cards/report-results';
import { findAssets } from '../../domain/asset-search';
import type { Marked } from '../../domain/exercise';
import type { Incident, Report } from '../../domain/incident';
import type { Language } from '../../domain/language';
import { text } from '../../i18n/text';
import { useEnvironment, type Environment } from '../environment';
import { statesOf, type Settings } from '../source';
import { useLocation } from '../use-address';

export interface ReportUnderWay {
  readonly card: Card;
  readonly isBusy: boolean;
  /** The browser would not keep the draft: it is lost if the page is left. */
  readonly isKept: boolean;
  /** What was sent, once it has a number. */
  readonly sent: Incident | undefined;
  readonly press: (press: Press) => void;
}

/** Where the person is in the form, or the card that it became. */
type Standing = Shown | Result;

interface Result {
  readonly result: Card;
  readonly incident?: Incident;
}

interface Shown {
  readonly assets?: FoundAssets;
  readonly step: FormStep;
  readonly draft: Draft;
  readonly problem?: string;
}

const KeptReport = z.object({ step: z.enum(formSteps), draft: Draft });
const draftNameOf = ({ exercise }: Marked): string => (exercise === true ? 'exercise' : 'report');

type Phones = Pick<Settings, 'itPhone' | 'securityProtectionPhone'>;

export function useReport(phones: Phones, mark: Marked): ReportUnderWay {
  const draftName = draftNameOf(mark);
  const environment = useEnvironment();
  const { drafts, language } = environment;
  const { goTo } = useLocation();
  const [standing, setStanding] = React.useState<Standing>(() => goneOnWith(drafts.read(draftName, KeptReport)));
  const [isBusy, setBusy] = React.useState(false);
  const [isKept, setKept] = React.useState(true);
  const show = (shown: Shown): void => {
    setStanding(shown);
    setKept(drafts.write(draftName, { step: shown.step, draft: shown.draft }));
  };
  const become = (result: Result): void => {
    drafts.erase(draftName);
    setStanding(result);
  };
  const waitFor = (coming: Promise<Standing>): void => {
    setBusy(true);
    void coming.then((next) => ('step' in next ? show(next) : become(next))).finally(() => setBusy(false));
  };
  const move = (moved: FormMove): void => {
    switch (moved.to) {
      case 'stop':
        // First of all nothing is left of it in the browser.
        drafts.erase(draftName);
        if (mark.exercise === true) become({ result: stopInExercise(phones, language) });
        else waitFor(stopped(environment, phones, moved.formKey));
        break;
      case 'withdrawn':
        become({ result: markedCard(mark, withdrawnCard(language), language) });
        break;
      case 'expired':
        become({ result: markedCard(mark, expiredCard(language), language) });
        break;
      case 'submit':
        waitFor(sent(environment, { phones, mark }, moved));
        break;
      case 'asset':
        waitFor(withAssets(environment, moved.draft));
        break;
      case 'kind':
      case 'when':
      case 'where':
      case 'description':
      case 'more':
        show({
          step: moved.to,
          draft: moved.draft,
          ...(moved.problem !== undefined && { problem: text(language, `cards.report.problem.${moved.problem}`) })
        });
        break;
    }
  };
  const press = (pressed: Press): void => {
    if (isBusy) return;
    if (pressed.verb === 'report-open') show(anew());
    else if (pressed.verb === 'my-reports') goTo({ screen: 'incidents' });
    else if (isFormPress(pressed)) move(moveForm(pressed, now()));
  };
  const { itPhone } = phones;
  const { exercise } = mark;
  const card = React.useMemo(
    () => ('result' in standing ? standing.result : markedCard({ exercise }, reportForm({ ...standing, itPhone }, language), language)),
    [standing, itPhone, language, exercise]
  );
  return { card, isBusy, isKept, sent: 'result' in standing ? standing.incident : undefined, press };
}

/** What the register had is not kept: whoever was to choose among it looks again. */
function goneOnWith(kept: z.infer<typeof KeptReport> | undefined): Shown {
  return kept?.step === 'asset' ? { ...kept, step: 'more' } : (kept ?? anew());
}

function anew(): Shown {
  return { step: 'kind', draft: { formKey: crypto.randomUUID(), asOf: now() } };
}

/** UTC, whole seconds. */
function now(): string {
  return `${new Date().toISOString().slice(0, 19)}Z`;
}

/** In the tab somebody finds what they may read of the register, as on its own screen. */
async function withAssets({ source, onError }: Environment, draft: Draft): Promise<Shown> {
  try {
    const read = await source.assets();
    return { step: 'asset', draft, assets: read.ok ? findAssets(draft.assetName ?? '', statesOf(read.value)) : [] };
  } catch (error) {
    onError(error instanceof Error ? error : new Error(String(error)));
    return { step: 'asset', draft, assets: 'unread' };
  }
}

interface Sending {
  readonly phones: Phones;
  readonly mark: Marked;
}

/** Sent again from the same form it is the same report. */
async function sent(
  { desk, language }: Environment,
  { phones: { itPhone }, mark }: Sending,
  { draft, report }: { readonly draft: Draft; readonly report: Report }
): Promise<Standing> {
  const answer = await desk.send(mark.exercise === true ? 'report-exercise' : 'report-incident', draft.formKey, {
    report,
    reportedAt: now()
  });
  if (!answer.ok) return { step: 'description', draft, problem: refusalText(answer, language) };
  if ('kept' in answer) return { result: markedCard(mark, keptReceiptCard({ itPhone }, language), language) };
  return { result: receiptCard({ incident: answer.value, itPhone }, language), incident: answer.value };
}

/** Nobody is told for real that an exercise was stopped. */
function stopInExercise({ securityProtectionPhone }: Phones, language: Language): Card {
  return markedCard({ exercise: true }, stopCard({ securityProtectionPhone, told: false }, language), language);
}

/** The card says whom to ring also when nobody could be told (H52). */
async function stopped({ desk, language }: Environment, { securityProtectionPhone }: Phones, formKey: string): Promise<Result> {
  const { ok: told } = await desk.send('stop-report', formKey, { during: 'report' });
  return { result: stopCard({ securityProtectionPhone, told }, language) };
}
