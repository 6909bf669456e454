// The last screen: the class in words with its reasons, what may be raised or lowered, what it will demand, what is still open, and submitting it.
import { DefaultButton, Link, PrimaryButton } from '@fluentui/react';
import * as React from 'react';
import type { Asset } from '../../domain/asset';
import { type Aspect, type Classification } from '../../domain/classification';
import { inquiriesOf, proposedProfile, type OpenQuestion } from '../../domain/proposal';
import { classificationModel as model } from '../../reference/classification-model';
import type { Commands } from '../commands/desk';
import { useCommand } from '../commands/use-command';
import { useEnvironment, useText } from '../environment';
import { AddressLink } from '../parts/address-link';
import { ClassInWords } from '../parts/class-in-words';
import { CommandResult } from '../parts/command-result';
import { useLayout } from '../parts/layout';
import { Section } from '../parts/section';
import { AdjustLevel } from './adjust-level';
import { Reasons } from './reasons';
import type { KeptClassification } from './use-classify-draft';

/** The catalogue of requirements comes in a chunk of its own. */
const Demands = React.lazy(async () => ({ default: (await import('./demands')).Demands }));

export interface ResultProps {
  readonly asset: Asset;
  readonly draft: KeptClassification;
  /** Its heading takes the focus, since it follows a question. */
  readonly follows: boolean;
}

export function Result({ asset, draft, follows }: ResultProps): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  const { sending, answer, send } = useCommand('submit-classification');
  const submit = (): void =>
    send(inputOf(asset, draft), (given) => {
      if (given.ok) draft.forget();
    });
  if (answer?.ok === true && 'value' in answer) return <Submitted classification={answer.value} />;
  if (answer?.ok === true) return <CommandResult answer={answer} what={t('tab.what.classification')} />;
  const unknown = inquiriesOf(model, draft.proposed);
  const isWhole = draft.assessment.open.length === unknown.length && draft.adjustments.every(({ motivation }) => motivation.trim() !== '');
  return (
    <div className={layout.stack}>
      <ProposedClass asset={asset} draft={draft} follows={follows} />
      {draft.assessment.open.length > 0 && <OpenQuestions draft={draft} />}
      {unknown.length > 0 && <p className={layout.paragraph}>{t('tab.classify.asks', { count: unknown.length })}</p>}
      <CommandResult answer={answer} what={t('tab.what.asset')} />
      <div className={layout.actions}>
        <DefaultButton text={t('tab.classify.back')} onClick={() => draft.goTo(draft.steps.length - 1)} />
        {isWhole && (
          <PrimaryButton
            text={t(unknown.length > 0 ? 'tab.classify.submit-and-ask' : 'tab.classify.submit')}
            disabled={sending}
            allowDisabledFocus
            onClick={submit}
          />
        )}
      </div>
    </div>
  );
}

function ProposedClass({ asset, draft, follows }: ResultProps): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  const profile = proposedProfile(model, draft.proposed, draft.adjustments);
  const { aspects } = draft.assessment;
  const nameOf = (aspect: Aspect): string | undefined => draft.proposed.sets?.find(({ set }) => set === aspects[aspect].set)?.name;
  return (
    <>
      <Section title={t('tab.classify.result')} takesFocus={follows}>
        <ClassInWords
          profile={profile}
          more={(aspect) => (
            <>
              <Reasons aspect={aspect} result={aspects[aspect]} set={nameOf(aspect)} />
              <AdjustLevel aspect={aspect} draft={draft} />
            </>
          )}
        />
        <p className={layout.quiet}>{t('tab.support')}</p>
      </Section>
      <Section title={t('tab.classify.demands')}>
        <React.Suspense fallback={<p role="status">{t('tab.classify.demands.coming')}</p>}>
          <Demands asset={asset} profile={profile} />
        </React.Suspense>
      </Section>
    </>
  );
}

/** Each open question is one press away. */
function OpenQuestions({ draft: { steps, assessment, goTo } }: Pick<ResultProps, 'draft'>): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  const { language } = useEnvironment();
  const isOpen = (question: string, set: string | undefined): boolean =>
    assessment.open.some((open: OpenQuestion) => open.question === question && open.set === set);
  return (
    <Section title={t('tab.classify.open', { count: assessment.open.length })}>
      <p className={layout.paragraph}>{t('tab.classify.open.how')}</p>
      <ul className={layout.list}>
        {steps.map(
          ({ question, set }, at) =>
            isOpen(question.id, set?.id) && (
              <li key={`${set?.id ?? ''} ${question.id}`}>
                <Link as="button" type="button" onClick={() => goTo(at)}>
                  {set === undefined ? question.title[language] : `${set.name}: ${question.title[language]}`}
                </Link>
              </li>
            )
        )}
      </ul>
    </Section>
  );
}

function Submitted({ classification: { reference, decider, state } }: { readonly classification: Classification }): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  const words = state === 'waiting' ? 'tab.classify.asked.next' : 'tab.classify.submitted.next';
  return (
    <div className={layout.stack} role="status">
      <Section title={t(state === 'waiting' ? 'tab.classify.asked' : 'tab.classify.submitted')} takesFocus>
        <p className={layout.paragraph}>{t(words, { reference, decider: decider.name })}</p>
        <div>
          <AddressLink to={{ screen: 'decision', reference }}>{t('tab.home.look', { reference })}</AddressLink>
        </div>
      </Section>
    </div>
  );
}

function inputOf({ reference }: Asset, { proposed, adjustments }: KeptClassification): Commands['submit-classification']['input'] {
  const { answers, sets } = proposed;
  return {
    asset: reference,
    model: model.version,
    answers: given(answers),
    ...(sets !== undefined && { sets: sets.map(({ set, answers: about }) => ({ set, answers: given(about) })) }),
    ...(adjustments.length > 0 && {
      adjustments: adjustments.map(({ motivation, ...level }) => ({ ...level, motivation: motivation.trim() }))
    })
  };
}

function given(answers: KeptClassification['proposed']['answers']): Record<string, string[]> {
  return Object.fromEntries(Object.entries(answers).map(([question, options]) => [question, [...options]]));
}
