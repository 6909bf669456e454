// Opening a legal track: the law, the nämnd that is responsible, and who is to decide; for a supplier who it is and what the contract says.
import { Dropdown } from '@fluentui/react';
import * as React from 'react';
import { regimes, type Regime } from '../../domain/legal-rules';
import { trackLimits, type Track } from '../../domain/legal-track';
import { done } from '../../domain/outcome';
import type { Unit } from '../../domain/person';
import type { Commands } from '../commands/desk';
import { useEnvironment, useText } from '../environment';
import { Loaded } from '../parts/loaded';
import { dropdownStyles } from '../parts/layout';
import { PersonField } from '../parts/person-field';
import { statesOf, type FoundPerson } from '../source';
import { useRead } from '../use-read';
import { ChoiceField, WrittenField } from './fields';
import { TrackForm } from './track-form';

interface Draft {
  readonly regime?: Regime | undefined;
  readonly controller?: string;
  readonly decider?: FoundPerson | undefined;
  readonly counterpart: string;
  readonly agreedHours: string;
}

const untouched: Draft = { counterpart: '', agreedHours: '' };

export interface OpenTrackFormProps {
  /** The incident's number. */
  readonly incident: string;
  readonly onOpened: (track: Track) => void;
}

export function OpenTrackForm({ incident, onOpened }: OpenTrackFormProps): React.ReactElement {
  const t = useText();
  const { source } = useEnvironment();
  const [draft, setDraft] = React.useState(untouched);
  const read = React.useCallback(async () => done(statesOf(await source.units()).filter(({ kind }) => kind === 'committee')), [source]);
  const result = useRead(read);
  const change = (part: Partial<Draft>): void => setDraft({ ...draft, ...part });
  const opened = (track: Track): void => {
    setDraft(untouched);
    onOpened(track);
  };
  return (
    <Loaded {...result} what={t('tab.what.committees')}>
      {(committees) => (
        <TrackForm command="open-track" save="tab.track.open.save" input={inputOf(incident, draft)} onDone={opened}>
          <RegimeFields draft={draft} change={change} />
          <CommitteeField committees={committees} draft={draft} change={change} />
          <PersonField
            id="varna-track-decider"
            label={t('tab.track.decider')}
            help={t('tab.track.decider.help')}
            person={draft.decider}
            onChange={(decider) => change({ decider })}
          />
        </TrackForm>
      )}
    </Loaded>
  );
}

interface FieldsProps {
  readonly draft: Draft;
  readonly change: (part: Partial<Draft>) => void;
}

function RegimeFields({ draft, change }: FieldsProps): React.ReactElement {
  const t = useText();
  const { regime, counterpart, agreedHours } = draft;
  return (
    <>
      <ChoiceField
        label={t('tab.track.regime')}
        options={regimes.map((code) => ({ code, words: t(`track.regime.${code}`) }))}
        chosen={regime}
        onChange={(code) => change({ regime: regimes.find((one) => one === code) })}
      />
      {regime === 'supplier' && (
        <>
          <WrittenField
            label="tab.track.counterpart"
            text={counterpart}
            onChange={(text) => change({ counterpart: text })}
            most={trackLimits.line}
          />
          <WrittenField
            label="tab.track.agreed-hours"
            help="tab.track.agreed-hours.help"
            text={agreedHours}
            onChange={(text) => change({ agreedHours: text })}
            most={4}
          />
        </>
      )}
    </>
  );
}

function CommitteeField({ committees, draft, change }: FieldsProps & { readonly committees: readonly Unit[] }): React.ReactElement {
  const t = useText();
  return (
    <Dropdown
      label={t('tab.track.committee')}
      placeholder={t('tab.track.committee.choose')}
      required
      styles={dropdownStyles}
      options={committees.map(({ code, name }) => ({ key: code, text: name }))}
      selectedKey={draft.controller ?? null}
      onChange={(_, option) => change({ controller: String(option?.key ?? '') })}
    />
  );
}

function inputOf(incident: string, draft: Draft): Commands['open-track']['input'] | undefined {
  const { regime, controller = '', decider } = draft;
  if (regime === undefined || controller === '' || decider === undefined) return undefined;
  const input = { incident, regime, controller, decider: decider.upn };
  const counterpart = draft.counterpart.trim();
  const hours = draft.agreedHours.trim();
  if (regime !== 'supplier') return input;
  if (hours !== '' && !/^[1-9]\d{0,3}$/.test(hours)) return undefined;
  return { ...input, ...(counterpart !== '' && { counterpart }), ...(hours !== '' && { agreedHours: Number(hours) }) };
}
