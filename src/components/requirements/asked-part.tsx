// One who is asked about an asset: when it was sent, and the requirements aspect by aspect, each with its answer.
import { Text } from '@fluentui/react';
import * as React from 'react';
import type { Measure } from '../../domain/measure';
import { swedishDay } from '../../domain/swedish-time';
import { answerLimits, isAnswerOverdue, type AskedParty, type RequirementAnswers } from '../../domain/requirement-answers';
import { requirementAspects } from '../../domain/requirements';
import { formatDay, formatMoment } from '../../i18n/moment';
import { useEnvironment, useText } from '../environment';
import { useLayout } from '../parts/layout';
import { WrittenField } from '../tracks/fields';
import { useKeptTexts } from '../use-kept';
import { aspectName } from './names';
import { OneRequirement } from './one-requirement';

export interface AskedPartProps {
  readonly asset: string;
  readonly party: AskedParty;
  readonly mayAnswer: boolean;
  readonly mayPropose: boolean;
  readonly onChanged: (answers: RequirementAnswers) => void;
  readonly onProposed: (measure: Measure) => void;
}

export function AskedPart({ asset, party, mayAnswer, onChanged, ...proposing }: AskedPartProps): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  const { typed, change } = useKeptTexts(`said-by ${asset} ${party.supplier ?? ''}`, { saidBy: '' });
  const isSupplier = party.actor === 'supplier';
  return (
    <div className={layout.stack}>
      <SentLine party={party} />
      {isSupplier && mayAnswer && (
        <WrittenField
          label="tab.requirements.said-by"
          help="tab.requirements.said-by.help"
          text={typed.saidBy}
          onChange={(saidBy) => change({ saidBy })}
          most={answerLimits.contact}
          isRequired
        />
      )}
      {requirementAspects.map((aspect) => {
        const own = party.asked.filter(({ requirement }) => requirement.aspect === aspect);
        return own.length === 0 ? null : (
          <React.Fragment key={aspect}>
            <Text as="h3" variant="mediumPlus">
              {aspectName(t, aspect)}
            </Text>
            <ul className={layout.list}>
              {own.map(({ requirement, given }) => (
                <OneRequirement
                  key={requirement.code}
                  requirement={requirement}
                  given={given}
                  mayAnswer={mayAnswer}
                  who={{ asset, actor: party.actor, ...(isSupplier && { supplier: party.supplier, saidBy: typed.saidBy.trim() }) }}
                  onChanged={onChanged}
                  {...proposing}
                />
              ))}
            </ul>
          </React.Fragment>
        );
      })}
    </div>
  );
}

function SentLine({ party }: { readonly party: AskedParty }): React.ReactElement | null {
  const t = useText();
  const layout = useLayout();
  const { language } = useEnvironment();
  if (party.sent === undefined) return null;
  const { to, at, due } = party.sent;
  const day = formatDay(language, swedishDay(due));
  return (
    <>
      <p className={layout.paragraph}>{t('tab.requirements.sent', { to, at: formatMoment(language, at), due: day })}</p>
      {isAnswerOverdue(party, new Date().toISOString()) && <p className={layout.fault}>{t('tab.requirements.overdue', { due: day })}</p>}
    </>
  );
}
