// The guided classification: a question, what has settled so far beside it, and the result last; or the stop.
import { css, MessageBar, MessageBarType, ProgressIndicator } from '@fluentui/react';
import * as React from 'react';
import type { Asset } from '../../domain/asset';
import { classificationModel as model, type QuestionInWords } from '../../reference/classification-model';
import type { Sender } from '../commands/use-command';
import { useCommand } from '../commands/use-command';
import { useText } from '../environment';
import { useLayout } from '../parts/layout';
import { themed } from '../themed';
import { useIsNarrow } from '../use-is-narrow';
import { QuestionCard } from './question-card';
import { Result } from './result';
import { SoFar } from './so-far';
import { StopScreen } from './stop-screen';
import { useClassifyDraft, type KeptClassification } from './use-classify-draft';

const useStyles = themed(() => ({
  wizard: { display: 'grid', gap: 32, gridTemplateColumns: 'minmax(0, 1fr) 300px', alignItems: 'start' },
  stacked: { gridTemplateColumns: 'minmax(0, 1fr)' }
}));

export function Wizard({ asset }: { readonly asset: Asset }): React.ReactElement {
  const draft = useClassifyDraft(asset.reference);
  const { stop, isStopped } = useStop(draft);
  if (isStopped) return <StopScreen stop={stop} during="classification" />;
  const question = model.questions[draft.at];
  return question === undefined ? (
    <Result asset={asset} draft={draft} />
  ) : (
    <Step question={question} draft={draft} onStop={() => stop.send({ during: 'classification' })} />
  );
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
  readonly question: QuestionInWords;
  readonly draft: KeptClassification;
  readonly onStop: () => void;
}

function Step({ question, draft, onStop }: StepProps): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  const styles = useStyles();
  const isNarrow = useIsNarrow();
  const answer = (options: readonly string[]): void => {
    const stops = question.options.some(({ code, stops: isStop }) => isStop === true && options.includes(code));
    if (stops) onStop();
    else draft.answer(question.id, options, draft.at + 1);
  };
  return (
    <div className={css(styles.wizard, isNarrow && styles.stacked)}>
      <div className={layout.stack}>
        <Progress at={draft.at} />
        {draft.isOtherModel && <MessageBar messageBarType={MessageBarType.warning}>{t('refusal.other-model')}</MessageBar>}
        {!draft.isKept && <p role="alert">{t('tab.draft.not-kept')}</p>}
        <QuestionCard
          key={question.id}
          question={question}
          chosen={draft.answers[question.id] ?? []}
          onAnswer={answer}
          onBack={draft.at === 0 ? undefined : () => draft.goTo(draft.at - 1)}
        />
      </div>
      <SoFar answers={draft.answers} assessment={draft.assessment} />
    </div>
  );
}

function Progress({ at }: { readonly at: number }): React.ReactElement {
  const t = useText();
  const count = model.questions.length;
  return <ProgressIndicator label={t('tab.classify.progress', { at: at + 1, count })} percentComplete={at / count} />;
}
