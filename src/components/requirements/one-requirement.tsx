// One requirement: what it says, where it comes from, how it stands, and three buttons for whoever answers.
import { DefaultButton } from '@fluentui/react';
import * as React from 'react';
import {
  answerCodes,
  answerLimits,
  type AnswerCode,
  type GivenAnswer,
  type Party,
  type RequirementAnswers
} from '../../domain/requirement-answers';
import type { Measure } from '../../domain/measure';
import { voiceOf, type Requirement } from '../../domain/requirements';
import { formatMoment } from '../../i18n/moment';
import { useCommand } from '../commands/use-command';
import { useEnvironment, useText } from '../environment';
import { CommandResult } from '../parts/command-result';
import { ProposeMeasureForm } from '../measures/propose-measure-form';
import { Folded } from '../parts/folded';
import { useLayout } from '../parts/layout';
import { themed } from '../themed';
import { WrittenField } from '../tracks/fields';
import { useKeptTexts } from '../use-kept';

/** Who answers, about what. `saidBy` is empty until it has been written who at the supplier has answered. */
interface Who extends Party {
  readonly asset: string;
  readonly saidBy?: string;
}

export interface OneRequirementProps {
  readonly requirement: Requirement;
  readonly given: GivenAnswer | undefined;
  readonly mayAnswer: boolean;
  readonly mayPropose: boolean;
  readonly who: Who;
  readonly onChanged: (answers: RequirementAnswers) => void;
  readonly onProposed: (measure: Measure) => void;
}

const useStyles = themed(({ semanticColors }) => ({
  requirement: { display: 'grid', gap: 10, padding: '12px 14px', borderRadius: 6, border: `1px solid ${semanticColors.bodyDivider}` }
}));

export function OneRequirement(props: OneRequirementProps): React.ReactElement {
  const layout = useLayout();
  const styles = useStyles();
  const { language } = useEnvironment();
  const t = useText();
  const { requirement, given, mayAnswer, mayPropose, who, onProposed } = props;
  return (
    <li className={styles.requirement}>
      <p className={layout.written}>
        <strong>{requirement.code}</strong> {voiceOf(requirement, who.actor)[language]}
      </p>
      <Standing given={given} />
      <References requirement={requirement} />
      {mayAnswer && <AnswerButtons {...props} />}
      {mayPropose && (given?.answer === 'partly' || given?.answer === 'no') && (
        <Folded title={t('tab.measure.propose')}>
          <ProposeMeasureForm asset={who.asset} requirement={requirement.code} onProposed={onProposed} />
        </Folded>
      )}
    </li>
  );
}

function Standing({ given }: { readonly given: GivenAnswer | undefined }): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  const { language } = useEnvironment();
  if (given === undefined) return <p className={layout.quiet}>{t('requirement.standing.unanswered')}</p>;
  const { answer, proof, saidBy, by, at } = given;
  const values = { standing: t(`requirement.standing.${answer}`), name: by.name, at: formatMoment(language, at) };
  return (
    <div>
      <p className={layout.paragraph}>
        {saidBy === undefined ? t('tab.requirement.said', values) : t('tab.requirement.said-by', { ...values, who: saidBy })}
      </p>
      {proof !== '' && <p className={layout.written}>{proof}</p>}
    </div>
  );
}

function References({ requirement: { iso, law, from } }: { readonly requirement: Requirement }): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  return (
    <Folded title={t('tab.requirement.references')}>
      <ul className={layout.list}>
        <li>{t('tab.requirement.iso', { controls: iso.join(', ') })}</li>
        {law.length > 0 && <li>{t('tab.requirement.law', { points: law.join(', ') })}</li>}
        <li>{t('tab.requirement.from-level', { level: t(`level.${from}`) })}</li>
      </ul>
    </Folded>
  );
}

/** What is written of how it is shown goes along with whichever answer is pressed, also one that was given before. */
function AnswerButtons({ requirement: { code }, given, who, onChanged }: OneRequirementProps): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  const { sending, answer, send } = useCommand('answer-requirements');
  const { actor, supplier = '' } = who;
  const { typed, change, erase } = useKeptTexts(`answer ${who.asset} ${actor} ${supplier} ${code}`, { proof: given?.proof ?? '' });
  const [isMissing, setMissing] = React.useState(false);
  const choose = (chosen: AnswerCode): void => {
    setMissing(who.saidBy === '');
    if (who.saidBy === '') return;
    const proof = typed.proof.trim();
    send({ ...who, answers: [{ code, answer: chosen, proof }] }, (came) => {
      if (!came.ok) return;
      erase({ proof });
      if ('value' in came) onChanged(came.value);
    });
  };
  return (
    <>
      <WrittenField
        label="tab.requirement.proof"
        help="tab.requirement.proof.help"
        text={typed.proof}
        onChange={(proof) => change({ proof })}
        most={answerLimits.proof}
      />
      <div className={layout.answers} role="group" aria-label={t('tab.requirement.answer', { code })}>
        {answerCodes.map((one) => (
          <DefaultButton
            key={one}
            text={t(`requirement.standing.${one}`)}
            toggle
            checked={given?.answer === one}
            styles={{ rootChecked: { borderWidth: 2 } }}
            disabled={sending}
            allowDisabledFocus
            onClick={() => choose(one)}
          />
        ))}
      </div>
      {isMissing && (
        <p role="alert" className={layout.fault}>
          {t('tab.requirements.said-by.missing')}
        </p>
      )}
      <CommandResult answer={answer} what={t('tab.what.asset')} done={t('tab.incident.saved')} />
    </>
  );
}
