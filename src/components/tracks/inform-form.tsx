// Deciding whether those concerned are informed: why, and when they are, in what words in both languages, how and when.
import * as React from 'react';
import { trackLimits, type Track } from '../../domain/legal-track';
import { atSwedishTime } from '../../domain/swedish-time';
import type { Commands } from '../commands/desk';
import { useText } from '../environment';
import { useKeptTexts } from '../use-kept';
import { ChoiceField, MomentField, WrittenField } from './fields';
import type { TrackProps } from './track-card';
import { TrackForm } from './track-form';

const untouched = { inform: '', reason: '', textSv: '', textFi: '', channel: '', when: '' };
type Draft = Readonly<typeof untouched>;
const choices = ['yes', 'no'] as const;

export function InformForm({ track, onChanged }: TrackProps): React.ReactElement {
  const t = useText();
  const { typed: draft, change: keep, erase } = useKeptTexts<Draft>(`inform-concerned ${track.reference}`, untouched);
  const change = (part: Partial<Draft>): void => keep({ ...draft, ...part });
  const informed = (changed: Track): void => {
    erase();
    onChanged(changed);
  };
  return (
    <TrackForm command="inform-concerned" save="tab.track.inform.save" input={inputOf(track.reference, draft)} onDone={informed}>
      <ChoiceField
        label={t('tab.track.inform.label')}
        options={choices.map((code) => ({ code, words: t(`answer.${code}`) }))}
        chosen={draft.inform === '' ? undefined : draft.inform}
        onChange={(inform) => change({ inform })}
      />
      <WrittenField
        label="tab.incident.reason"
        text={draft.reason}
        onChange={(reason) => change({ reason })}
        most={trackLimits.reason}
        isRequired
        rows={2}
      />
      {draft.inform === 'yes' && <HowFields draft={draft} change={change} />}
    </TrackForm>
  );
}

function HowFields({ draft, change }: { readonly draft: Draft; readonly change: (part: Partial<Draft>) => void }): React.ReactElement {
  const { text, line } = trackLimits;
  return (
    <>
      <WrittenField
        label="tab.track.inform.sv"
        text={draft.textSv}
        onChange={(textSv) => change({ textSv })}
        most={text}
        isRequired
        rows={4}
      />
      <WrittenField
        label="tab.track.inform.fi"
        text={draft.textFi}
        onChange={(textFi) => change({ textFi })}
        most={text}
        isRequired
        rows={4}
      />
      <WrittenField
        label="tab.track.inform.channel"
        text={draft.channel}
        onChange={(channel) => change({ channel })}
        most={line}
        isRequired
      />
      <MomentField label="tab.track.inform.when" local={draft.when} onChange={(when) => change({ when })} />
    </>
  );
}

/** What is left out of an information is asked for by the service, in words. */
function inputOf(reference: string, { inform, ...said }: Draft): Commands['inform-concerned']['input'] | undefined {
  const reason = said.reason.trim();
  if (inform === '' || reason === '') return undefined;
  if (inform === 'no') return { reference, inform: false, reason, textSv: '', textFi: '', channel: '' };
  const texts = { textSv: said.textSv.trim(), textFi: said.textFi.trim(), channel: said.channel.trim() };
  const when = atSwedishTime(said.when);
  return { reference, inform: true, reason, ...texts, ...(when !== undefined && { when }) };
}
