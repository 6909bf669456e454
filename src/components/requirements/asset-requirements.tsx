// "Krav och åtgärder" on the page of an asset: how much of what its class demands is met, and what each who is asked has answered (H33, H44, H49).
import * as React from 'react';
import type { Asset } from '../../domain/asset';
import { facingAsset } from '../../domain/capacities';
import type { Measure } from '../../domain/measure';
import { done } from '../../domain/outcome';
import { refusalTo } from '../../domain/permissions';
import type { Role } from '../../domain/person';
import { complianceOf, partiesOf, type RequirementAnswers } from '../../domain/requirement-answers';
import { requirementsOf } from '../../domain/requirements';
import { requirementCatalogue } from '../../reference/requirement-catalogue';
import { useEnvironment, useText } from '../environment';
import { ExportButton } from '../documents/export-button';
import { MakeButton } from '../documents/making';
import { MeasuresOfAsset } from '../measures/measures-of-asset';
import { BrokenRows } from '../parts/broken-rows';
import { Empty } from '../parts/empty';
import { Facts } from '../parts/facts';
import { Folded } from '../parts/folded';
import { useLayout } from '../parts/layout';
import { Loaded } from '../parts/loaded';
import { ProposeChange } from '../proposals/propose-change';
import { statesOf, type Read, type Row, type Source } from '../source';
import { useRead } from '../use-read';
import { AskedPart } from './asked-part';
import { aspectName, partyTitle } from './names';
import { SendForm } from './send-form';

export interface AssetRequirementsProps {
  readonly asset: Asset;
  readonly roles: readonly Role[];
}

export function AssetRequirements(props: AssetRequirementsProps): React.ReactElement {
  const t = useText();
  const { source } = useEnvironment();
  const { reference, profile } = props.asset;
  const result = useRead(React.useCallback(() => read(source, reference), [source, reference]));
  if (profile === undefined) return <Empty title={t('tab.requirements.unclassified')} />;
  return (
    <Loaded {...result} what={t('tab.what.requirements')} lines={4}>
      {({ answers, measures }) => <Answered {...props} rows={answers} measures={measures} />}
    </Loaded>
  );
}

/** Whoever reads the class may take out what it demands of a supplier: it says nothing of how things stand. */
function AnnexButton({ asset }: { readonly asset: Asset }): React.ReactElement | null {
  const t = useText();
  const { me } = useEnvironment();
  const { profile } = asset;
  if (profile === undefined || requirementsOf(requirementCatalogue, asset, 'supplier').length === 0) return null;
  const make = async () => {
    const { requirementAnnexFile } = await import('../documents/make-document');
    const procurement = { asset: { ...asset, profile }, catalogue: requirementCatalogue, by: me, at: new Date().toISOString() };
    return done(await requirementAnnexFile(procurement));
  };
  return <MakeButton words={t('tab.requirements.annex')} make={make} />;
}

interface Found {
  readonly answers: readonly Row<RequirementAnswers>[];
  readonly measures: readonly Row<Measure>[];
}

async function read(source: Source, asset: string): Promise<Read<Found>> {
  const [answers, measures] = await Promise.all([source.requirementAnswersOf(asset), source.measuresOfAsset(asset)]);
  if (!answers.ok) return answers;
  // Whoever may see no row of the measures is turned away from the list itself.
  return done({ answers: answers.value, measures: measures.ok ? measures.value : [] });
}

interface AnsweredProps extends AssetRequirementsProps {
  readonly rows: readonly Row<RequirementAnswers>[];
  readonly measures: readonly Row<Measure>[];
}

function Answered({ asset, roles, rows, measures: measureRows }: AnsweredProps): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  const { me } = useEnvironment();
  const [records, setRecords] = React.useState(() => statesOf(rows));
  const onChanged = (changed: RequirementAnswers): void =>
    setRecords((before) => [...before.filter(({ reference }) => reference !== changed.reference), changed]);
  const [measures, setMeasures] = React.useState(() => statesOf(measureRows));
  const onProposed = (measure: Measure): void =>
    setMeasures((before) => [...before.filter(({ reference }) => reference !== measure.reference), measure]);
  const parties = partiesOf(requirementCatalogue, asset, records);
  const position = facingAsset({ person: me, roles }, asset);
  return (
    <>
      <BrokenRows rows={[...rows, ...measureRows]} />
      <p className={layout.quiet}>{t('tab.requirements.from', { version: requirementCatalogue.version })}</p>
      <Facts
        facts={complianceOf(parties).map(({ aspect, met, all }) => ({
          name: aspectName(t, aspect),
          value: t('tab.requirements.compliance', { met, all })
        }))}
      />
      {parties.map((party) => (
        <Folded key={`${party.actor} ${party.supplier ?? ''}`} title={partyTitle(t, party)}>
          <AskedPart
            asset={asset.reference}
            party={party}
            mayAnswer={refusalTo(`answer-requirements-for-${party.actor}`, position) === undefined}
            mayPropose={refusalTo('propose-measure', position) === undefined}
            onChanged={onChanged}
            onProposed={onProposed}
          />
        </Folded>
      ))}
      <AnnexButton asset={asset} />
      <ExportButton
        words={t('tab.requirements.export')}
        file={({ requiredFile }, taken) => requiredFile({ asset, answers: records, measures, catalogue: requirementCatalogue, ...taken })}
      />
      <ProposeChange subject="requirements" asset={asset.reference} />
      {refusalTo('send-requirements', position) === undefined && (
        <Folded title={t('tab.requirements.send')}>
          <SendForm asset={asset} onSent={onChanged} />
        </Folded>
      )}
      <MeasuresOfAsset measures={measures} roles={roles} onChanged={onProposed} />
    </>
  );
}
