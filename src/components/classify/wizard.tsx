// The guided classification: a question, what has settled so far beside it, and the result last; or the stop.
import { DefaultButton, mergeStyles, MessageBar, MessageBarType, ProgressIndicator } from '@fluentui/react';
import * as React from 'react';
import type { Asset } from '../../domain/asset';
import type { Sender } from '../commands/use-command';
import { useCommand } from '../commands/use-command';
import { useText } from '../environment';
import { useLayout } from '../parts/layout';
import { ProposeChange } from '../proposals/propose-change';
import { themed } from '../themed';
import { useIsNarrow } from '../use-is-narrow';
import { QuestionCard } from './question-card';
import { Result } from './result';
import { SoFar } from './so-far';
import type { ClassifyStep } from './steps';
import { StopScreen } from './stop-screen';
import { useClassifyDraft, type KeptClassification } from './use-classify-draft';

const useStyles = themed(() => ({
  wizard: { display: 'grid', gap: 32, gridTemplateColumns: 'minmax(0, 1fr) 300px', alignItems: 'start' },
  stacked: { gridTemplateColumns: 'minmax(0, 1fr)' }
}));

/** Nothing can be written before it is said that Sweden's security is not concerned. */
export function Wizard({ asset }: { readonly asset: Asset }): React.ReactElement {
  const layout = useLayout();
  const draft = useClassifyDraft(asset);
  const { stop, isStopped } = useStop(draft);
  const hasMoved = useHasMoved(draft.at);
  if (isStopped) return <StopScreen stop={stop} during="classification" />;
  const step = draft.steps[draft.at];
  return (
    <div className={layout.stack}>
      {step === undefined ? (
        <Result asset={asset} draft={draft} follows={hasMoved} />
      ) : (
        <Step step={step} draft={draft} follows={hasMoved} onStop={() => stop.send({ during: 'classification' })} />
      )}
      {draft.at > 0 && <ProposeChange subject="model" asset={asset.reference} />}
    </div>
  );
}

/** Whether another step has been shown here before. */
function useHasMoved(at: number): boolean {
  const began = React.useRef(at);
  const [hasMoved, setMoved] = React.useState(false);
  if (!hasMoved && at !== began.current) setMoved(true);
  return hasMoved;
}

interface Stop {
  readonly stop: Sender<'stop-report'>;
  readonly isStopped: boolean;
}

/** What may concern Sweden's security is not kept anywhere, not even here (H52): the draft goes before anything is sent. */
function useStop(draft: KeptClassification): Stop {
  const sender = useCommand('stop-report');
  const [isStopped, setStopped] = React.useState(false);
  const send: Sender<'stop-report'>['send'] = (input, afterwards) => {
    draft.erase();
    setStopped(true);
    sender.send(input, afterwards);
  };
  return { stop: { ...sender, send }, isStopped };
}

interface StepProps {
  readonly step: ClassifyStep;
  readonly draft: KeptClassification;
  readonly follows: boolean;
  readonly onStop: () => void;
}

function Step({ step, draft, follows, onStop }: StepProps): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  const styles = useStyles();
  const isNarrow = useIsNarrow();
  const answer = (options: readonly string[]): void => {
    const stops = step.question.options.some(({ code, stops: isStop }) => isStop === true && options.includes(code));
    if (stops) onStop();
    else draft.answer(step, options);
  };
  return (
    <div className={mergeStyles(styles.wizard, isNarrow && styles.stacked)}>
      <div className={layout.stack}>
        <Progress step={step} draft={draft} />
        {draft.isOtherModel && <MessageBar messageBarType={MessageBarType.warning}>{t('refusal.other-model')}</MessageBar>}
        {!draft.isKept && <p role="alert">{t('tab.draft.not-kept')}</p>}
        <QuestionCard
          key={draft.at}
          question={step.question}
          chosen={draft.answersAt(step)[step.question.id] ?? []}
          onAnswer={answer}
          follows={follows}
          onBack={draft.at === 0 ? undefined : () => draft.goTo(draft.at - 1)}
        />
      </div>
      <SoFar draft={draft} />
    </div>
  );
}

/** Honest about all that is left; of an asset with informationsmängder also about which one it is. */
function Progress({ step: { set }, draft }: Pick<StepProps, 'step' | 'draft'>): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  const { at, steps } = draft;
  return (
    <>
      <ProgressIndicator label={t('tab.classify.progress', { at: at + 1, count: steps.length })} percentComplete={at / steps.length} />
      {set !== undefined && (
        <p className={layout.paragraph}>
          <strong>{t('tab.classify.set', { name: set.name })}</strong> {set.types.join(', ')}
        </p>
      )}
      <AnswerAsBefore draft={draft} />
    </>
  );
}

/** At the first question about a set: much that is kept together is of the same kind. */
function AnswerAsBefore({ draft }: Pick<StepProps, 'draft'>): React.ReactElement | null {
  const t = useText();
  const layout = useLayout();
  const [set, before] = [draft.steps[draft.at]?.set, draft.steps[draft.at - 1]?.set];
  if (set === undefined || before === undefined || set.id === before.id) return null;
  return (
    <div className={layout.actions}>
      <DefaultButton text={t('tab.classify.as-before', { name: before.name })} onClick={() => draft.copy(before.id, set.id)} />
    </div>
  );
}
