// Ändringsförslag: what people wish were otherwise in the model or the requirements, those without an answer first; the informationssäkerhetsansvarig answers (H03).
import { ChoiceGroup } from '@fluentui/react';
import * as React from 'react';
import { facingNew } from '../../domain/capacities';
import { changeProposalLimits, type ChangeProposal } from '../../domain/change-proposal';
import { done } from '../../domain/outcome';
import { refusalTo } from '../../domain/permissions';
import { formatMoment } from '../../i18n/moment';
import { useEnvironment, useText } from '../environment';
import { ExportButton } from '../documents/export-button';
import { AddressLink } from '../parts/address-link';
import { BrokenRows } from '../parts/broken-rows';
import { CommandForm } from '../parts/command-form';
import { Empty } from '../parts/empty';
import { Folded } from '../parts/folded';
import { useLayout } from '../parts/layout';
import { Loaded } from '../parts/loaded';
import { ScreenHeading } from '../parts/screen-heading';
import { statesOf, type Read, type Row } from '../source';
import { WrittenField } from '../tracks/fields';
import { useRead } from '../use-read';

interface Shown {
  readonly rows: readonly Row<ChangeProposal>[];
  readonly mayAnswer: boolean;
}

export function ProposalsScreen(): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  const { source, me } = useEnvironment();
  const read = React.useCallback(async (): Promise<Read<Shown>> => {
    const [rows, roles] = await Promise.all([source.changeProposals(), source.roles()]);
    const mayAnswer = refusalTo('answer-change-proposal', facingNew({ person: me, roles })) === undefined;
    return rows.ok ? done({ rows: rows.value, mayAnswer }) : rows;
  }, [source, me]);
  return (
    <div className={layout.stack}>
      <ScreenHeading>{t('tab.changes')}</ScreenHeading>
      <p className={layout.paragraph}>{t('tab.changes.help')}</p>
      <Loaded {...useRead(read)} what={t('tab.what.changes')} lines={4}>
        {({ rows, mayAnswer }) => (
          <>
            <BrokenRows rows={rows} />
            {rows.length === 0 ? (
              <Empty title={t('tab.changes.none')} />
            ) : (
              <Proposals read={[...statesOf(rows)].sort(unansweredFirst)} mayAnswer={mayAnswer} />
            )}
          </>
        )}
      </Loaded>
    </div>
  );
}

function Proposals({ read, mayAnswer }: { readonly read: readonly ChangeProposal[]; readonly mayAnswer: boolean }): React.ReactElement {
  const layout = useLayout();
  const [proposals, setProposals] = React.useState(read);
  const onAnswered = (given: ChangeProposal): void =>
    setProposals((before) => before.map((proposal) => (proposal.reference === given.reference ? given : proposal)));
  return (
    <>
      <ul className={layout.list}>
        {proposals.map((proposal) => (
          <Proposal key={proposal.reference} proposal={proposal} mayAnswer={mayAnswer} onAnswered={onAnswered} />
        ))}
      </ul>
      <ExportButton file={({ proposalsFile }, taken) => proposalsFile({ proposals, ...taken })} />
    </>
  );
}

/** Then the latest first. */
function unansweredFirst(a: ChangeProposal, b: ChangeProposal): number {
  const later = b.proposedAt.localeCompare(a.proposedAt);
  return Number(a.state !== 'proposed') - Number(b.state !== 'proposed') || later || b.reference.localeCompare(a.reference);
}

interface ProposalProps {
  readonly proposal: ChangeProposal;
  readonly mayAnswer: boolean;
  readonly onAnswered: (proposal: ChangeProposal) => void;
}

function Proposal({ proposal, mayAnswer, onAnswered }: ProposalProps): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  const { language } = useEnvironment();
  const { reference, subject, version, asset, what, why, proposer, proposedAt, state, answered } = proposal;
  return (
    <li className={layout.row}>
      <div className={layout.stack}>
        <span>
          <strong>
            {reference} {t(`change-proposal.subject.${subject}`)}
          </strong>{' '}
          {t(`change-proposal.state.${state}`)}
          <br />
          <span className={layout.quiet}>
            {t('tab.change.by', { name: proposer.name, at: formatMoment(language, proposedAt), version })}{' '}
            {asset !== undefined && <AddressLink to={{ screen: 'asset', reference: asset }}>{asset}</AddressLink>}
          </span>
        </span>
        <p className={layout.written}>{what}</p>
        <p className={layout.written}>{t('tab.change.because', { why })}</p>
        {answered !== undefined && (
          <p className={layout.written}>
            {t('tab.change.answered', { name: answered.by.name, at: formatMoment(language, answered.at), reason: answered.reason })}
          </p>
        )}
        {state === 'proposed' && mayAnswer && <AnswerForm reference={reference} onAnswered={onAnswered} />}
      </div>
    </li>
  );
}

interface AnswerFormProps {
  readonly reference: string;
  readonly onAnswered: (proposal: ChangeProposal) => void;
}

const answers = ['accepted', 'declined'] as const;

function AnswerForm({ reference, onAnswered }: AnswerFormProps): React.ReactElement {
  const t = useText();
  const [answer, setAnswer] = React.useState<(typeof answers)[number]>();
  const [reason, setReason] = React.useState('');
  const isWhole = answer !== undefined && reason.trim() !== '';
  return (
    <Folded title={t('tab.change.answer', { reference })}>
      <CommandForm
        command="answer-change-proposal"
        what="tab.what.change"
        save="tab.change.answer.save"
        input={isWhole ? { reference, accepted: answer === 'accepted', reason: reason.trim() } : undefined}
        onDone={onAnswered}
      >
        <ChoiceGroup
          label={t('tab.change.answer.which')}
          required
          options={answers.map((key) => ({ key, text: t(`change-proposal.state.${key}`) }))}
          selectedKey={answer ?? null}
          onChange={(_, option) => setAnswer(answers.find((known) => known === option?.key))}
        />
        <WrittenField label="tab.change.reason" text={reason} onChange={setReason} most={changeProposalLimits.reason} rows={3} isRequired />
      </CommandForm>
    </Folded>
  );
}
