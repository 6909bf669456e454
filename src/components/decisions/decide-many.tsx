// Many classifications decided with one press: each with its class, what it changes and who proposed it; those that cannot be are named with why.
import { DefaultButton, PrimaryButton, ProgressIndicator } from '@fluentui/react';
import * as React from 'react';
import { isUnchanged } from '../../domain/classification-change';
import { changeInWords } from '../../i18n/change-in-words';
import type { CommandAnswer } from '../commands/desk';
import { useEnvironment, useText } from '../environment';
import { useLevelNumbers } from '../level-numbers';
import { refusalInWords } from '../parts/command-result';
import { ClassTags } from '../parts/level-tag';
import { useLayout } from '../parts/layout';
import { hindranceIn } from './hindrance';
import type { Case, Cases } from './read-case';
import { useDecideMany, type DecidingMany } from './use-decide-many';

export interface DecideManyProps extends Cases {
  /** Told the number of each that was decided. */
  readonly onDecided: (reference: string) => void;
}

export function DecideMany({ cases, unread, onDecided }: DecideManyProps): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  const { me } = useEnvironment();
  const deciding = useDecideMany();
  const mine = cases.filter((each) => hindranceIn(each, me) === 'none');
  return (
    <div className={layout.stack}>
      {mine.length > 0 && <p className={layout.paragraph}>{t('tab.decide-many.means')}</p>}
      <ul className={layout.list} aria-label={t('tab.decide-many.chosen')}>
        {mine.map((each) => (
          <ToDecide key={each.classification.reference} each={each} answer={deciding.outcomes.get(each.classification.reference)} />
        ))}
      </ul>
      <LeftOut cases={cases.filter((each) => !mine.includes(each))} unread={unread} />
      <Deciding cases={mine} deciding={deciding} onDecided={onDecided} />
    </div>
  );
}

interface ToDecideProps {
  readonly each: Case;
  readonly answer: CommandAnswer<'decide-classification'> | undefined;
}

function ToDecide({ each: { classification, previous, by }, answer }: ToDecideProps): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  const { language, me } = useEnvironment();
  const numbers = useLevelNumbers();
  const { reference, assetName, profile, proposer, decider } = classification;
  const change = { profile, previous: previous && { ...previous, isSame: isUnchanged(classification, previous) } };
  return (
    <li className={layout.row}>
      <div>
        <strong>{t('tab.decision.heading', { reference, name: assetName })}</strong>
        <ClassTags profile={profile} />
        <div>{changeInWords(language, change, numbers)}</div>
        <div>{t('tab.decide-many.proposer', { name: proposer.name })}</div>
        {by !== undefined && me.id !== decider.id && (
          <div>{t('tab.decision.in-place', { name: decider.name, delegation: by.reference })}</div>
        )}
      </div>
      <Result answer={answer} />
    </li>
  );
}

function Result({ answer }: Pick<ToDecideProps, 'answer'>): React.ReactElement | null {
  const t = useText();
  const layout = useLayout();
  const { language } = useEnvironment();
  if (answer === undefined) return null;
  if (!answer.ok) return <p className={layout.fault}>{refusalInWords(language, answer, t('tab.what.classification'))}</p>;
  return <strong>{'kept' in answer ? t('refusal.kept') : t('classification.state.decided')}</strong>;
}

function LeftOut({ cases, unread }: Cases): React.ReactElement | null {
  const t = useText();
  const layout = useLayout();
  if (cases.length + unread.length === 0) return null;
  return (
    <>
      <p className={layout.paragraph}>
        <strong>{t('tab.decide-many.left-out')}</strong>
      </p>
      <ul className={layout.list} aria-label={t('tab.decide-many.left-out')}>
        {cases.map((each) => (
          <li key={each.classification.reference}>
            {t('tab.decision.heading', { reference: each.classification.reference, name: each.classification.assetName })}:{' '}
            <WhyNot each={each} />
          </li>
        ))}
        {unread.map((reference) => (
          <li key={reference}>{t('tab.decide-many.unread', { reference })}</li>
        ))}
      </ul>
    </>
  );
}

function WhyNot({ each }: { readonly each: Case }): React.ReactElement {
  const t = useText();
  const { me } = useEnvironment();
  const { state, decider } = each.classification;
  const hindrance = hindranceIn(each, me);
  if (hindrance === 'none') return <></>;
  if (hindrance === 'not-waiting') return <>{t(`classification.state.${state}`)}.</>;
  return <>{hindrance === 'not-allowed' ? t('tab.decision.other-decider', { name: decider.name }) : t(`refusal.${hindrance}`)}</>;
}

interface DecidingProps {
  readonly cases: readonly Case[];
  readonly deciding: DecidingMany;
  readonly onDecided: (reference: string) => void;
}

/** After a first go only those are left that did not succeed. */
function Deciding({ cases, deciding: { progress, outcomes, decide, stop }, onDecided }: DecidingProps): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  const left = cases.filter(({ classification }) => outcomes.get(classification.reference)?.ok !== true);
  const isFirst = outcomes.size === 0;
  return (
    <>
      <p role="status" className={layout.paragraph}>
        {!isFirst && progress === undefined && t('tab.decide-many.result', { done: cases.length - left.length, left: left.length })}
      </p>
      {progress !== undefined && (
        <ProgressIndicator label={t('tab.decide-many.progress', progress)} percentComplete={progress.done / progress.count} />
      )}
      <div className={layout.actions}>
        {left.length > 0 && (
          <PrimaryButton
            text={t(isFirst ? 'tab.decide-many.decide' : 'tab.decide-many.again', { count: left.length })}
            disabled={progress !== undefined}
            onClick={() => void decide(left, onDecided)}
          />
        )}
        {progress !== undefined && <DefaultButton text={t('tab.decide-many.stop')} onClick={stop} />}
      </div>
    </>
  );
}
