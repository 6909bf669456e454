// The last screen: the class in words with its reasons, what is still open, and submitting it for decision.
import { DefaultButton, Link, PrimaryButton } from '@fluentui/react';
import * as React from 'react';
import type { Asset } from '../../domain/asset';
import { profileOf, type Classification } from '../../domain/classification';
import { classificationModel as model } from '../../reference/classification-model';
import { useCommand } from '../commands/use-command';
import { useEnvironment, useText } from '../environment';
import { AddressLink } from '../parts/address-link';
import { ClassInWords } from '../parts/class-in-words';
import { CommandResult } from '../parts/command-result';
import { useLayout } from '../parts/layout';
import { Section } from '../parts/section';
import { Reasons } from './reasons';
import type { KeptClassification } from './use-classify-draft';

export interface ResultProps {
  readonly asset: Asset;
  readonly draft: KeptClassification;
}

export function Result({ asset, draft }: ResultProps): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  const { sending, answer, send } = useCommand('submit-classification');
  const submit = (): void =>
    send({ asset: asset.reference, model: model.version, answers: answersOf(draft) }, (given) => {
      if (given.ok) draft.forget();
    });
  if (answer?.ok === true && 'value' in answer) return <Submitted classification={answer.value} />;
  if (answer?.ok === true) return <CommandResult answer={answer} what={t('tab.what.classification')} />;
  const { aspects, open } = draft.assessment;
  return (
    <div className={layout.stack}>
      <Section title={t('tab.classify.result')}>
        <ClassInWords profile={profileOf(draft.assessment)} more={(aspect) => <Reasons aspect={aspect} result={aspects[aspect]} />} />
        <p className={layout.quiet}>{t('tab.support')}</p>
      </Section>
      {open.length > 0 && <OpenQuestions open={open} onGoTo={draft.goTo} />}
      <CommandResult answer={answer} what={t('tab.what.asset')} />
      <div className={layout.actions}>
        <DefaultButton text={t('tab.classify.back')} onClick={() => draft.goTo(model.questions.length - 1)} />
        {open.length === 0 && <PrimaryButton text={t('tab.classify.submit')} disabled={sending} onClick={submit} />}
      </div>
    </div>
  );
}

/** Keeps the draft until it is complete: each open question is one press away. */
function OpenQuestions({ open, onGoTo }: { readonly open: readonly string[]; readonly onGoTo: (at: number) => void }): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  const { language } = useEnvironment();
  const questions = model.questions.map((question, at) => ({ question, at })).filter(({ question }) => open.includes(question.id));
  return (
    <Section title={t('tab.classify.open', { count: open.length })}>
      <p className={layout.paragraph}>{t('tab.classify.open.how')}</p>
      <ul className={layout.list}>
        {questions.map(({ question, at }) => (
          <li key={question.id}>
            <Link as="button" type="button" onClick={() => onGoTo(at)}>
              {question.title[language]}
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Submitted({ classification: { reference, decider } }: { readonly classification: Classification }): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  return (
    <div className={layout.stack} role="status">
      <Section title={t('tab.classify.submitted')}>
        <p className={layout.paragraph}>{t('tab.classify.submitted.next', { reference, decider: decider.name })}</p>
        <div>
          <AddressLink to={{ screen: 'decision', reference }}>{t('tab.home.look', { reference })}</AddressLink>
        </div>
      </Section>
    </div>
  );
}

function answersOf({ answers }: KeptClassification): Record<string, string[]> {
  return Object.fromEntries(Object.entries(answers).map(([question, options]) => [question, [...options]]));
}
