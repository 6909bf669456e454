// "Krav utan svar": the assets whose requirements wait for this person's answers, the one that is most worth beginning with on top (H15, H49).
import * as React from 'react';
import type { Asset } from '../../domain/asset';
import { facingAsset } from '../../domain/capacities';
import { done } from '../../domain/outcome';
import { refusalTo } from '../../domain/permissions';
import type { Actor, Role } from '../../domain/person';
import {
  isAnswerOverdue,
  partiesOf,
  priorityOf,
  unansweredBy,
  type AskedParty,
  type RequirementAnswers
} from '../../domain/requirement-answers';
import { requirementCatalogue } from '../../reference/requirement-catalogue';
import { useEnvironment, useText } from '../environment';
import type { WaitingParty } from '../../documents/asset-sheets';
import { ExportButton } from '../documents/export-button';
import { AddressLink } from '../parts/address-link';
import { BrokenRows } from '../parts/broken-rows';
import { Empty } from '../parts/empty';
import { ClassTags } from '../parts/level-tag';
import { Loaded } from '../parts/loaded';
import { useLayout } from '../parts/layout';
import { RegisterTable, type TableColumn } from '../parts/register-table';
import { ScreenHeading } from '../parts/screen-heading';
import { statesOf, type Read, type Row } from '../source';
import { useRead } from '../use-read';
import { partyName } from './names';

interface Found {
  readonly assets: readonly Row<Asset>[];
  readonly answers: readonly Row<RequirementAnswers>[];
  readonly roles: readonly Role[];
}

export function RequirementsScreen(): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  const { source } = useEnvironment();
  const read = React.useCallback(async (): Promise<Read<Found>> => {
    const [assets, answers, roles] = await Promise.all([source.assets(), source.requirementAnswers(), source.roles()]);
    if (!assets.ok) return assets;
    return answers.ok ? done({ assets: assets.value, answers: answers.value, roles }) : answers;
  }, [source]);
  return (
    <div className={layout.stack}>
      <ScreenHeading>{t('tab.unanswered')}</ScreenHeading>
      <Loaded {...useRead(read)} what={t('tab.what.requirements')} lines={8}>
        {(found) => <Unanswered {...found} />}
      </Loaded>
    </div>
  );
}

function Unanswered({ assets, answers, roles }: Found): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  const { me } = useEnvironment();
  const waiting = React.useMemo(() => waitingFor({ person: me, roles }, statesOf(assets), statesOf(answers)), [me, roles, assets, answers]);
  return (
    <>
      <BrokenRows rows={[...assets, ...answers]} />
      {roles.includes('information-security') && <ApplicabilityButton assets={assets} answers={answers} />}
      {waiting.length === 0 ? (
        <Empty title={t('tab.unanswered.none')} />
      ) : (
        <>
          <p className={layout.paragraph}>{t('tab.unanswered.how')}</p>
          <p role="status" className={layout.quiet}>
            {t('tab.unanswered.found', { count: waiting.length })}
          </p>
          <ExportButton file={({ unansweredFile }, taken) => unansweredFile({ waiting, ...taken })} />
          <WaitingTable rows={waiting} />
        </>
      )}
    </>
  );
}

/** How the whole municipality stands is the informationssäkerhetsansvarig's to show (H19). */
function ApplicabilityButton({ assets, answers }: Omit<Found, 'roles'>): React.ReactElement {
  const t = useText();
  const unread = [...assets, ...answers].filter(({ broken }) => broken).length;
  const read = { assets: statesOf(assets), answers: statesOf(answers), unread };
  return (
    <ExportButton
      words={t('tab.requirements.applicability')}
      file={({ applicabilityFile }, taken) => applicabilityFile({ ...read, catalogue: requirementCatalogue, ...taken })}
    />
  );
}

/** The informationssäkerhetsansvarig, who supports all of them (H37), sees what waits for anybody. */
function waitingFor(actor: Actor, assets: readonly Asset[], answers: readonly RequirementAnswers[]): readonly WaitingParty[] {
  const byAsset = new Map<string, RequirementAnswers[]>();
  for (const record of answers) byAsset.set(record.asset, [...(byAsset.get(record.asset) ?? []), record]);
  const isEverybodys = actor.roles.includes('information-security');
  return assets
    .flatMap((asset) => partiesOf(requirementCatalogue, asset, byAsset.get(asset.reference) ?? []).map((party) => ({ asset, party })))
    .filter(({ party }) => unansweredBy(party).length > 0)
    .filter(({ asset, party: { actor: asked } }) => isEverybodys || mayAnswer(actor, asset, asked))
    .sort((one, other) => priorityOf(other.asset, other.party) - priorityOf(one.asset, one.party));
}

function mayAnswer(actor: Actor, asset: Asset, asked: AskedParty['actor']): boolean {
  return refusalTo(`answer-requirements-for-${asked}`, facingAsset(actor, asset)) === undefined;
}

function WaitingTable({ rows }: { readonly rows: readonly WaitingParty[] }): React.ReactElement {
  const t = useText();
  const columns: readonly TableColumn<WaitingParty>[] = [
    {
      key: 'asset',
      name: t('tab.asset.name'),
      width: [140, 280],
      isRowHeader: true,
      render: ({ asset: { reference, name } }) => <AddressLink to={{ screen: 'asset', reference }}>{name}</AddressLink>
    },
    { key: 'class', name: t('tab.class'), width: [225, 260], render: ({ asset: { profile } }) => <ClassTags profile={profile} /> },
    { key: 'who', name: t('tab.unanswered.who'), width: [130, 200], render: ({ party }) => partyName(t, party) },
    { key: 'left', name: t('tab.unanswered.count'), width: [120, 180], render: ({ party }) => <Left party={party} /> },
    { key: 'unit', name: t('tab.asset.unit'), width: [110, 180], render: ({ asset: { unitName } }) => unitName }
  ];
  return (
    <RegisterTable
      label={t('tab.unanswered')}
      rows={rows}
      columns={columns}
      keyOf={({ asset: { reference }, party: { actor, supplier = '' } }) => `${reference} ${actor} ${supplier}`}
    />
  );
}

function Left({ party }: { readonly party: AskedParty }): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  const values = { left: unansweredBy(party).length, all: party.asked.length };
  return isAnswerOverdue(party, new Date().toISOString()) ? (
    <strong className={layout.fault}>{t('tab.unanswered.late', values)}</strong>
  ) : (
    <>{t('tab.unanswered.of', values)}</>
  );
}
