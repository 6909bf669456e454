// Recording that a report was sent in: which, when, the receiver's number or why there is none, and why when it was late.
import * as React from 'react';
import { missedBy } from '../../domain/legal-clock';
import { stagesOpen } from '../../domain/legal-steps';
import { rulesOf, trackLimits, type Track } from '../../domain/legal-track';
import { atSwedishTime } from '../../domain/swedish-time';
import { legalRules } from '../../reference/legal-rules';
import type { Commands } from '../commands/desk';
import { useText } from '../environment';
import { useKeptTexts } from '../use-kept';
import { ChoiceField, MomentField, WrittenField } from './fields';
import type { TrackProps } from './track-card';
import { TrackForm } from './track-form';

const untouched = { stage: '', sent: '', number: '', withoutNumber: '', late: '', receipt: '' };
type Draft = Readonly<typeof untouched>;

export function SubmissionForm({ track, onChanged }: TrackProps): React.ReactElement {
  const t = useText();
  const { typed: draft, change: keep, erase } = useKeptTexts<Draft>(`record-submission ${track.reference}`, untouched);
  const change = (part: Partial<Draft>): void => keep({ ...draft, ...part });
  const sentIn = (changed: Track): void => {
    erase();
    onChanged(changed);
  };
  return (
    <TrackForm command="record-submission" save="tab.track.submit.save" input={inputOf(track, draft)} onDone={sentIn}>
      <ChoiceField
        label={t('tab.track.submit.stage')}
        options={openIn(track).map((code) => ({ code, words: t(`track.stage.${code}`) }))}
        chosen={draft.stage === '' ? undefined : draft.stage}
        onChange={(stage) => change({ stage })}
      />
      <MomentField label="tab.track.submit.sent" local={draft.sent} onChange={(sent) => change({ sent })} />
      <SubmissionTexts draft={draft} change={change} isLate={isLateIn(track, draft)} />
    </TrackForm>
  );
}

interface TextsProps {
  readonly draft: Draft;
  readonly change: (part: Partial<Draft>) => void;
  readonly isLate: boolean;
}

function SubmissionTexts({ draft, change, isLate }: TextsProps): React.ReactElement {
  const { line, reason } = trackLimits;
  return (
    <>
      <WrittenField label="tab.track.submit.number" text={draft.number} onChange={(number) => change({ number })} most={line} />
      {draft.number.trim() === '' && (
        <WrittenField
          label="tab.track.submit.without-number"
          help="tab.track.submit.without-number.help"
          text={draft.withoutNumber}
          onChange={(withoutNumber) => change({ withoutNumber })}
          most={reason}
        />
      )}
      {isLate && (
        <WrittenField
          label="tab.track.submit.late"
          help="tab.track.submit.late.help"
          text={draft.late}
          onChange={(late) => change({ late })}
          most={reason}
          isRequired
          rows={3}
        />
      )}
      <WrittenField label="tab.track.receipt" text={draft.receipt} onChange={(receipt) => change({ receipt })} most={reason} rows={2} />
    </>
  );
}

function openIn(track: Track): ReturnType<typeof stagesOpen> {
  return stagesOpen(track, legalRules[track.regime]);
}

function isLateIn(track: Track, { stage: typed, sent }: Draft): boolean {
  const stage = openIn(track).find((one) => one === typed);
  const sentAt = atSwedishTime(sent);
  if (stage === undefined || sentAt === undefined) return false;
  return missedBy(track, rulesOf(track, legalRules[track.regime]).stages, stage, sentAt).length > 0;
}

/** What is left out is asked for by the service, in words. */
function inputOf(track: Track, draft: Draft): Commands['record-submission']['input'] | undefined {
  const stage = openIn(track).find((one) => one === draft.stage);
  const sentAt = atSwedishTime(draft.sent);
  if (stage === undefined || sentAt === undefined) return undefined;
  const [number, without, late, receipt] = [draft.number, draft.withoutNumber, draft.late, draft.receipt].map((text) => text.trim());
  return {
    reference: track.reference,
    stage,
    sentAt,
    ...(number ? { externalReference: number } : without && { withoutReference: without }),
    ...(late && isLateIn(track, draft) && { lateMotivation: late }),
    ...(receipt && { receipt })
  };
}
