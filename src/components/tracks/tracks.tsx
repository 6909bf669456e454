// The legal tracks of one incident as cards side by side. To whoever may read none, there is no such section.
import * as React from 'react';
import { facingNew } from '../../domain/capacities';
import { markOf } from '../../domain/exercise';
import type { Incident } from '../../domain/incident';
import type { LegalRules } from '../../domain/legal-rules';
import type { Track } from '../../domain/legal-track';
import { done } from '../../domain/outcome';
import { refusalTo } from '../../domain/permissions';
import type { Actor, Role } from '../../domain/person';
import { useEnvironment, useText } from '../environment';
import { BrokenRows } from '../parts/broken-rows';
import { ExerciseNotice } from '../parts/exercise';
import { Folded } from '../parts/folded';
import { useLayout } from '../parts/layout';
import { Loaded } from '../parts/loaded';
import { Section } from '../parts/section';
import { rulesWith } from '../rules/rules-with';
import { statesOf, type Read, type Row } from '../source';
import { useRead } from '../use-read';
import { OpenTrackForm } from './open-track-form';
import { TrackCard } from './track-card';

export interface TracksProps {
  /** The number of the incident, which somebody who decides a track may not read. */
  readonly reference: string;
  readonly incident: Incident | undefined;
}

export function Tracks(props: TracksProps): React.ReactElement | null {
  const t = useText();
  const { source, me } = useEnvironment();
  const { reference } = props;
  const read = React.useCallback(async (): Promise<Read<TracksRead>> => {
    const [rows, roles, changes] = await Promise.all([source.tracks(reference), source.roles(), source.ruleChanges()]);
    return rows.ok ? done({ rows: rows.value, roles, rules: rulesWith(changes), mayOpen: mayOpenOne({ person: me, roles }) }) : rows;
  }, [source, reference, me]);
  const { reading, again } = useRead(read);
  if (reading.status === 'reading' || reading.status === 'no-right') return null;
  if (reading.status === 'read' && isNothingTo(reading.value)) return null;
  return (
    <Section title={t('tab.tracks')}>
      <Loaded reading={reading} again={again} what={t('tab.what.tracks')}>
        {(value) => <TracksOf {...props} {...value} />}
      </Loaded>
    </Section>
  );
}

interface TracksRead {
  readonly rows: readonly Row<Track>[];
  readonly roles: readonly Role[];
  readonly rules: LegalRules;
  readonly mayOpen: boolean;
}

function mayOpenOne(actor: Actor): boolean {
  return refusalTo('open-track', facingNew(actor)) === undefined;
}

/** Whoever opens tracks or advises on them is told that there are none; others have nothing to do with it. */
function isNothingTo({ rows, roles, mayOpen }: TracksRead): boolean {
  return rows.length === 0 && !mayOpen && !roles.includes('data-protection');
}

function TracksOf({ rows, roles, rules, mayOpen, reference, incident }: TracksProps & TracksRead): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  const [tracks, setTracks] = React.useState(() => statesOf(rows));
  const onChanged = (changed: Track): void =>
    setTracks((before) => before.map((track) => (track.reference === changed.reference ? changed : track)));
  return (
    <>
      <BrokenRows rows={rows} />
      {incident === undefined && <ExerciseNotice {...markOf(tracks[0] ?? {})} />}
      {rows.length === 0 && tracks.length === 0 && (
        <p className={layout.paragraph}>{t(mayOpen ? 'tab.tracks.none' : 'tab.tracks.none-to-read')}</p>
      )}
      {tracks.length > 0 && <p className={layout.quiet}>{t('tab.tracks.support')}</p>}
      <div className={layout.columns}>
        {tracks.map((track) => (
          <TrackCard key={track.reference} incident={incident} roles={roles} rules={rules} track={track} onChanged={onChanged} />
        ))}
      </div>
      {mayOpen && incident !== undefined && (
        <Folded title={t('tab.track.open')}>
          <OpenTrackForm incident={reference} onOpened={(track) => setTracks((before) => [...before, track])} />
        </Folded>
      )}
    </>
  );
}
