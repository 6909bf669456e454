// One asset: what it is and who answers for it, its class in words, what can be done, what is required and answered, its classifications, the incidents it had part in, its documents and its log.
import * as React from 'react';
import type { Asset } from '../../domain/asset';
import type { Classification } from '../../domain/classification';
import { done } from '../../domain/outcome';
import type { Role } from '../../domain/person';
import type { Grounds } from '../../domain/reconsideration';
import type { Vacancy } from '../../domain/vacancy';
import { useEnvironment, useText } from '../environment';
import { ClassInWords } from '../parts/class-in-words';
import { Empty } from '../parts/empty';
import { Loaded } from '../parts/loaded';
import { useLayout } from '../parts/layout';
import { OneRow, stateIn } from '../parts/one-row';
import { ScreenHeading } from '../parts/screen-heading';
import { Section } from '../parts/section';
import { Traceability } from '../parts/traceability';
import { VacanciesOf } from '../parts/vacancies';
import { readGrounds } from '../reconsider/grounds';
import { Reconsideration } from '../reconsider/reconsideration';
import { statesOf, type Read, type Row } from '../source';
import { useRead } from '../use-read';
import { AboutAsset } from './about-asset';
import { AssetActions } from './asset-actions';
import { AssetDetailGroups } from './asset-details';
import { AssetDocuments } from './asset-documents';
import { AssetEnd } from './asset-end';
import { AssetIncidents } from './asset-incidents';
import { AssetLog } from './asset-log';
import { AssetNeeds } from './asset-needs';
import { ClassificationHistory } from './classification-history';
import { Continuity } from './continuity';

/** The catalogue of requirements comes in a chunk of its own. */
const AssetRequirements = React.lazy(async () => ({ default: (await import('../requirements/asset-requirements')).AssetRequirements }));

export function AssetScreen({ reference }: { readonly reference: string }): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  const { source } = useEnvironment();
  const read = React.useCallback(async (): Promise<Read<AssetPage>> => {
    const [asset, classifications, vacancies, roles, grounds] = await Promise.all([
      source.asset(reference),
      source.classificationsOf(reference),
      source.vacancies(),
      source.roles(),
      readGrounds(source)
    ]);
    if (!asset.ok) return asset;
    if (!classifications.ok) return classifications;
    const left = vacancies.ok ? statesOf(vacancies.value) : [];
    return done({ asset: asset.value, classifications: classifications.value, vacancies: left, roles, grounds });
  }, [source, reference]);
  const result = useRead(read);
  const name = result.reading.status === 'read' ? (stateIn(result.reading.value.asset)?.name ?? '') : '';
  return (
    <div className={layout.stack}>
      <ScreenHeading>{t('tab.asset.heading', { reference, name })}</ScreenHeading>
      <Loaded {...result} what={t('tab.what.asset')} lines={6}>
        {({ asset: row, ...page }) => (
          <OneRow row={row} what={t('tab.what.asset')}>
            {(asset) => <AssetPageOf asset={asset} {...page} />}
          </OneRow>
        )}
      </Loaded>
    </div>
  );
}

interface AssetPage {
  readonly asset: Row<Asset> | undefined;
  readonly classifications: readonly Row<Classification>[];
  readonly vacancies: readonly Vacancy[];
  readonly roles: readonly Role[];
  readonly grounds: Grounds;
}

function AssetPageOf({
  asset: asRead,
  classifications,
  vacancies,
  roles,
  grounds
}: Omit<AssetPage, 'asset'> & { readonly asset: Asset }): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  const [asset, setAsset] = React.useState(asRead);
  return (
    <>
      <VacanciesOf asset={asset} vacancies={vacancies} />
      <Reconsideration asset={asset} grounds={grounds} classifications={statesOf(classifications)} />
      <AssetActions asset={asset} roles={roles} onChanged={setAsset} />
      <div className={layout.columns}>
        <Section title={t('tab.asset.about')}>
          <AboutAsset asset={asset} />
        </Section>
        <Section title={t('tab.class')}>
          {asset.profile === undefined ? <Empty title={t('tab.asset.unclassified')} /> : <ClassInWords profile={asset.profile} />}
        </Section>
      </div>
      <AssetDetailGroups asset={asset} />
      <Section title={t('tab.asset.part.needs')}>
        <AssetNeeds asset={asset} />
      </Section>
      <Section title={t('tab.requirements')}>
        <React.Suspense fallback={<p role="status">{t('tab.requirements.coming')}</p>}>
          <AssetRequirements key={asset.classification ?? ''} asset={asset} roles={roles} />
        </React.Suspense>
      </Section>
      <Section title={t('tab.asset.continuity')}>
        <Continuity asset={asset} />
      </Section>
      <Section title={t('tab.asset.history')}>
        <ClassificationHistory classifications={classifications} />
      </Section>
      <Section title={t('tab.nav.incidents')}>
        <AssetIncidents asset={asset.reference} />
      </Section>
      <AssetDocuments asset={asset} />
      {roles.includes('information-security') && (
        <AssetLog references={[asset, ...statesOf(classifications)].map(({ reference }) => reference).join(' ')} />
      )}
      <AssetEnd asset={asset} roles={roles} onChanged={setAsset} />
      <Traceability />
    </>
  );
}
