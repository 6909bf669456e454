// What else the register says of an asset, group by group, as far as it is filled in: the supplier, the archive, and how the asset came to its end.
import * as React from 'react';
import type { Asset } from '../../domain/asset';
import { aspects } from '../../domain/classification';
import { formatDay, formatMoment } from '../../i18n/moment';
import { useEnvironment, useText } from '../environment';
import { Facts, type Fact } from '../parts/facts';
import { useLayout } from '../parts/layout';
import { Section } from '../parts/section';
import { said } from './about-asset';

export function AssetDetailGroups({ asset }: { readonly asset: Asset }): React.ReactElement | null {
  const t = useText();
  const layout = useLayout();
  const groups = [
    { title: t('tab.asset.part.supplier'), facts: useSupplierFacts(asset) },
    { title: t('tab.asset.part.archive'), facts: useArchiveFacts(asset) },
    { title: t('tab.import.origin'), facts: useImportedFacts(asset) },
    { title: t('tab.asset.end.facts'), facts: useEndFacts(asset) }
  ].filter(({ facts }) => facts.length > 0);
  if (groups.length === 0) return null;
  return (
    <div className={layout.columns}>
      {groups.map(({ title, facts }) => (
        <Section key={title} title={title}>
          <Facts facts={facts} />
        </Section>
      ))}
    </div>
  );
}

function useSupplierFacts({ supplier }: Asset): readonly Fact[] {
  const t = useText();
  const day = useDay();
  if (supplier === undefined) return [];
  const { processorAgreement: agreement } = supplier;
  return [
    ...said(t('tab.asset.supplier.name'), supplier.name),
    ...said(t('tab.asset.supplier.contract'), supplier.contract),
    ...said(t('tab.asset.supplier.ends'), day(supplier.contractEnds)),
    ...said(t('tab.asset.supplier.contact'), supplier.incidentContact),
    ...said(t('tab.asset.supplier.agreement'), agreement && t(`processor-agreement.${agreement}`)),
    ...said(t('tab.asset.supplier.follow-up'), day(supplier.followUp))
  ];
}

function useArchiveFacts({ recordType, processCode, retention }: Asset): readonly Fact[] {
  const t = useText();
  const kept =
    retention?.rule === 'dispose'
      ? t('tab.asset.retention.dispose-after', { years: retention.years })
      : retention && t('tab.asset.retention.preserve');
  return [
    ...said(t('tab.asset.recordType'), recordType),
    ...said(t('tab.asset.process'), processCode),
    ...said(t('tab.asset.retention'), kept)
  ];
}

/** Never a decided class: it says so. */
function useImportedFacts({ importedClass }: Asset): readonly Fact[] {
  const t = useText();
  if (importedClass === undefined) return [];
  const levels = aspects.flatMap((aspect) => {
    const level = importedClass.levels[aspect];
    return level === undefined ? [] : [`${t(`aspect.${aspect}.short`)}: ${t(`level.${level}`)}`];
  });
  return said(t('tab.asset.imported-class', { source: importedClass.source }), levels.join('\n'));
}

function useEndFacts({ decommission, cancelled }: Asset): readonly Fact[] {
  const t = useText();
  const { language } = useEnvironment();
  const moment = (at: string | undefined): string | undefined => at && formatMoment(language, at);
  return [
    ...said(t('tab.asset.decommission.because'), decommission?.reason),
    ...said(t('tab.asset.decommission.begun'), moment(decommission?.startedAt)),
    ...said(t('tab.asset.decommission.information'), decommission?.information && t(`information-fate.${decommission.information}`)),
    ...said(t('tab.asset.decommission.statement'), decommission?.statement),
    ...said(t('tab.asset.decommission.done'), moment(decommission?.finishedAt)),
    ...said(t('tab.asset.cancelled.because'), cancelled?.reason)
  ];
}

function useDay(): (day: string | undefined) => string | undefined {
  const { language } = useEnvironment();
  return (day) => day && formatDay(language, day);
}
