// "Väntar på dig": reports to receive, questions about what I have reported, decisions that are mine to make, a särskild rapport to acknowledge, and what I have begun but not sent.
import * as React from 'react';
import type { Classification } from '../../domain/classification';
import { handedReports, handlingOf, type Incident } from '../../domain/incident';
import { isSettled } from '../../domain/incident-moves';
import type { Measure } from '../../domain/measure';
import { facingClassification } from '../../domain/capacities';
import { refusalTo } from '../../domain/permissions';
import type { Person } from '../../domain/person';
import type { Track } from '../../domain/legal-track';
import { done } from '../../domain/outcome';
import { formatMoment } from '../../i18n/moment';
import { classifyDraftName, ClassifyDraft, referenceOfClassifyDraft } from '../classify/classify-draft';
import { newAssetDraftName, AssetDraft } from '../assets/asset-draft';
import { useEnvironment, useText } from '../environment';
import { AddressLink } from '../parts/address-link';
import { BrokenRows } from '../parts/broken-rows';
import { Empty } from '../parts/empty';
import { useMarked } from '../parts/exercise';
import { Loaded } from '../parts/loaded';
import { useLayout } from '../parts/layout';
import { Section } from '../parts/section';
import { statesOf, type Read, type Row, type Source } from '../source';
import { useRead } from '../use-read';
import { InventoryRow, unitsAsked, type UnitAsked, type UnitsAsked } from './inventory-rows';

/** `hasMore`: something else on the page waits. */
export function WaitingForMe({ hasMore }: { readonly hasMore: boolean }): React.ReactElement {
  const t = useText();
  const { source, me } = useEnvironment();
  const awaiting = useRead(React.useCallback(() => waitingIn(source, me), [source, me]));
  return (
    <Section title={t('tab.home.waiting')}>
      <Loaded {...awaiting} what={t('tab.what.decisions')}>
        {({ classifications, inquiries, reported, toReceive, tracks, handed, measures, units }) => (
          <>
            <BrokenRows
              rows={[...classifications, ...inquiries, ...reported, ...toReceive, ...tracks, ...handed, ...measures, ...units.broken]}
            />
            <WaitingList
              classifications={statesOf(classifications)}
              inquiries={statesOf(inquiries)}
              asked={statesOf(reported).filter(isAsked)}
              toReceive={statesOf(toReceive)}
              tracks={statesOf(tracks)}
              handed={statesOf(handed).filter((incident) => isHandedTo(me.id, incident))}
              measures={statesOf(measures)}
              units={units.asked}
              hasMore={hasMore}
            />
          </>
        )}
      </Loaded>
    </Section>
  );
}

interface Waiting {
  readonly classifications: readonly Row<Classification>[];
  /** Those that ask something this person may answer. */
  readonly inquiries: readonly Row<Classification>[];
  readonly reported: readonly Row<Incident>[];
  readonly toReceive: readonly Row<Incident>[];
  readonly tracks: readonly Row<Track>[];
  /** What somebody of Ledning may read, among it what they were handed a särskild rapport on. */
  readonly handed: readonly Row<Incident>[];
  /** What an asset lacks, for the head of its förvaltning. */
  readonly measures: readonly Row<Measure>[];
  readonly units: UnitsAsked;
}

/** Whoever may not see a list has nothing in it to do: most employees. */
async function waitingIn(source: Source, me: Person): Promise<Read<Waiting>> {
  const [classifications, inquiries, reported, toReceive, tracks, measures, units, handed] = await Promise.all([
    source.awaitingMe().then(seen),
    inquiriesFor(source, me),
    source.reported().then(seen),
    source.toReceive().then(seen),
    source.tracksToDecide().then(seen),
    source.measuresToDecide().then(seen),
    unitsAsked(source, me),
    source.roles().then(async (roles) => (roles.includes('leadership') ? seen(await source.incidents()) : []))
  ]);
  return done({ classifications, inquiries, reported, toReceive, tracks, handed, measures, units });
}

/** A broken row is shown to those who may see the list. */
async function inquiriesFor(source: Source, me: Person): Promise<readonly Row<Classification>[]> {
  const [rows, roles] = await Promise.all([source.inquiries().then(seen), source.roles()]);
  const isMine = (classification: Classification): boolean =>
    refusalTo('answer-inquiry', facingClassification({ person: me, roles }, classification, undefined)) === undefined;
  return rows.filter((row) => row.broken || isMine(row.state));
}

function seen<V>(read: Read<readonly V[]>): readonly V[] {
  return read.ok ? read.value : [];
}

/** A handler has asked something that is not answered yet. */
function isAsked(incident: Incident): boolean {
  return !isSettled(incident.state) && handlingOf(incident).questions.some(({ answer }) => answer === undefined);
}

function isHandedTo(me: string, incident: Incident): boolean {
  return handedReports(incident).some(({ to, receivedAt }) => to.id === me && receivedAt === undefined);
}

interface WaitingListProps {
  readonly classifications: readonly Classification[];
  readonly inquiries: readonly Classification[];
  readonly asked: readonly Incident[];
  readonly toReceive: readonly Incident[];
  readonly tracks: readonly Track[];
  readonly handed: readonly Incident[];
  readonly measures: readonly Measure[];
  readonly units: readonly UnitAsked[];
  readonly hasMore: boolean;
}

function WaitingList({
  classifications,
  inquiries,
  asked,
  toReceive,
  tracks,
  handed,
  measures,
  units,
  hasMore
}: WaitingListProps): React.ReactElement {
  const t = useText();
  const marked = useMarked();
  const layout = useLayout();
  const drafts = useDraftRows();
  if ([classifications, inquiries, asked, toReceive, tracks, handed, measures, units, drafts].every(({ length }) => length === 0))
    return <Empty title={t(hasMore ? 'tab.home.nothing-else' : 'tab.home.nothing')} />;
  return (
    <ul className={layout.list}>
      {toReceive.map((report) => (
        <IncidentRow
          key={report.reference}
          what={marked(report, t('tab.home.receive', { reference: report.reference }))}
          incident={report.reference}
        />
      ))}
      {handed.map((report) => (
        <IncidentRow
          key={`${report.reference} report`}
          what={marked(report, t('tab.home.handed', { reference: report.reference }))}
          incident={report.reference}
        />
      ))}
      {asked.map((report) => (
        <IncidentRow
          key={report.reference}
          what={marked(report, t('tab.home.question', { reference: report.reference }))}
          incident={report.reference}
        />
      ))}
      {tracks.map(({ reference, regime, incident, exercise }) => (
        <IncidentRow
          key={reference}
          what={marked({ exercise }, t('tab.home.decide-track', { reference, regime: t(`track.regime.${regime}`) }))}
          incident={incident}
        />
      ))}
      {measures.map(({ reference, what }) => (
        <li key={reference} className={layout.row}>
          <strong>{t('tab.home.decide-measure', { reference, what })}</strong>
          <AddressLink to={{ screen: 'measure', reference }}>{t('tab.home.look', { reference })}</AddressLink>
        </li>
      ))}
      {units.map((asked) => (
        <InventoryRow key={asked.answer.reference} {...asked} />
      ))}
      {inquiries.map((classification) => (
        <DecisionRow key={classification.reference} what="tab.home.inquiry" classification={classification} />
      ))}
      {classifications.map((classification) => (
        <DecisionRow key={classification.reference} what="tab.home.decide" classification={classification} />
      ))}
      {drafts}
    </ul>
  );
}

/** Something to do on the page of an incident; `incident` is its number. */
function IncidentRow({ what, incident }: { readonly what: string; readonly incident: string }): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  return (
    <li className={layout.row}>
      <strong>{what}</strong>
      <AddressLink to={{ screen: 'incident', reference: incident }}>{t('tab.home.look', { reference: incident })}</AddressLink>
    </li>
  );
}

function DecisionRow({
  what,
  classification
}: {
  readonly what: 'tab.home.decide' | 'tab.home.inquiry';
  readonly classification: Classification;
}): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  const { language } = useEnvironment();
  const { reference, assetName, proposer, submittedAt } = classification;
  return (
    <li className={layout.row}>
      <span>
        <strong>{t(what, { asset: assetName })}</strong>
        <br />
        {t('tab.submitted-by', { name: proposer.name, at: formatMoment(language, submittedAt) })}
      </span>
      <AddressLink to={{ screen: 'decision', reference }}>{t('tab.home.look', { reference })}</AddressLink>
    </li>
  );
}

/** One row for each thing this person has begun in this browser. */
function useDraftRows(): React.ReactElement[] {
  const t = useText();
  const layout = useLayout();
  const { drafts } = useEnvironment();
  const started = drafts.names(classifyDraftName('')).filter((name) => drafts.read(name, ClassifyDraft) !== undefined);
  const rows = started.map(referenceOfClassifyDraft).map((reference) => (
    <li key={reference} className={layout.row}>
      <strong>{t('tab.home.draft.classification', { reference })}</strong>
      <AddressLink to={{ screen: 'classify', reference }}>{t('tab.home.go-on')}</AddressLink>
    </li>
  ));
  const asset = drafts.read(newAssetDraftName, AssetDraft);
  if (asset === undefined) return rows;
  const row = (
    <li key={newAssetDraftName} className={layout.row}>
      <strong>{t('tab.home.draft.asset', { named: asset.name === '' ? 'no' : 'yes', name: asset.name })}</strong>
      <AddressLink to={{ screen: 'new-asset' }}>{t('tab.home.go-on.asset')}</AddressLink>
    </li>
  );
  return [...rows, row];
}
