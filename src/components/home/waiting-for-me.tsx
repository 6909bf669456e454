// "Väntar på dig": questions about what I have reported, decisions that are mine to make, and what I have begun but not sent.
import * as React from 'react';
import type { Classification } from '../../domain/classification';
import { handlingOf, type Incident } from '../../domain/incident';
import { isSettled } from '../../domain/incident-moves';
import { done } from '../../domain/outcome';
import { formatMoment } from '../../i18n/moment';
import { classifyDraftName, ClassifyDraft, referenceOfClassifyDraft } from '../classify/classify-draft';
import { newAssetDraftName, AssetDraft } from '../assets/asset-draft';
import { useEnvironment, useText } from '../environment';
import { AddressLink } from '../parts/address-link';
import { BrokenRows } from '../parts/broken-rows';
import { Empty } from '../parts/empty';
import { Loaded } from '../parts/loaded';
import { useLayout } from '../parts/layout';
import { Section } from '../parts/section';
import { statesOf, type Read, type Row, type Source } from '../source';
import { useRead } from '../use-read';

export function WaitingForMe(): React.ReactElement {
  const t = useText();
  const { source } = useEnvironment();
  const awaiting = useRead(React.useCallback(() => waitingIn(source), [source]));
  return (
    <Section title={t('tab.home.waiting')}>
      <Loaded {...awaiting} what={t('tab.what.decisions')}>
        {({ classifications, reported }) => (
          <>
            <BrokenRows rows={[...classifications, ...reported]} />
            <WaitingList classifications={statesOf(classifications)} asked={statesOf(reported).filter(isAsked)} />
          </>
        )}
      </Loaded>
    </Section>
  );
}

interface Waiting {
  readonly classifications: readonly Row<Classification>[];
  readonly reported: readonly Row<Incident>[];
}

/** Whoever may not see classifications has none to decide: most employees. */
async function waitingIn(source: Source): Promise<Read<Waiting>> {
  const [awaiting, reported] = await Promise.all([source.awaitingMe(), source.reported()]);
  return done({ classifications: awaiting.ok ? awaiting.value : [], reported: reported.ok ? reported.value : [] });
}

/** A handler has asked something that is not answered yet. */
function isAsked(incident: Incident): boolean {
  return !isSettled(incident.state) && handlingOf(incident).questions.some(({ answer }) => answer === undefined);
}

interface WaitingListProps {
  readonly classifications: readonly Classification[];
  readonly asked: readonly Incident[];
}

function WaitingList({ classifications, asked }: WaitingListProps): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  const drafts = useDraftRows();
  if (classifications.length + asked.length + drafts.length === 0) return <Empty title={t('tab.home.nothing')} />;
  return (
    <ul className={layout.list}>
      {asked.map(({ reference }) => (
        <li key={reference} className={layout.row}>
          <strong>{t('tab.home.question', { reference })}</strong>
          <AddressLink to={{ screen: 'incident', reference }}>{t('tab.home.look', { reference })}</AddressLink>
        </li>
      ))}
      {classifications.map((classification) => (
        <DecisionRow key={classification.reference} classification={classification} />
      ))}
      {drafts}
    </ul>
  );
}

function DecisionRow({ classification }: { readonly classification: Classification }): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  const { language } = useEnvironment();
  const { reference, assetName, proposer, submittedAt } = classification;
  return (
    <li className={layout.row}>
      <span>
        <strong>{t('tab.home.decide', { asset: assetName })}</strong>
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
