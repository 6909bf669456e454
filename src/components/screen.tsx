// Which screen an address shows. Hem comes with the tab; every other screen in a chunk of its own, so that the first is there soon.
import * as React from 'react';
import type { Address } from './address';
import { useText } from './environment';
import { HomeScreen } from './home/home-screen';
import { Loaded } from './parts/loaded';

const AssetFormScreen = React.lazy(async () => ({ default: (await import('./assets/asset-form-screen')).AssetFormScreen }));
const AssetScreen = React.lazy(async () => ({ default: (await import('./assets/asset-screen')).AssetScreen }));
const AssetsScreen = React.lazy(async () => ({ default: (await import('./assets/assets-screen')).AssetsScreen }));
const DecisionsScreen = React.lazy(async () => ({ default: (await import('./decisions/decisions-screen')).DecisionsScreen }));
const IncidentsScreen = React.lazy(async () => ({ default: (await import('./incidents/incidents-screen')).IncidentsScreen }));
const ImportScreen = React.lazy(async () => ({ default: (await import('./import/import-screen')).ImportScreen }));
const InventoryScreen = React.lazy(async () => ({ default: (await import('./inventory/inventory-screen')).InventoryScreen }));
const ClassifyScreen = React.lazy(async () => ({ default: (await import('./classify/classify-screen')).ClassifyScreen }));
const DecisionScreen = React.lazy(async () => ({ default: (await import('./decisions/decision-screen')).DecisionScreen }));
const OverviewScreen = React.lazy(async () => ({ default: (await import('./overview/overview-screen')).OverviewScreen }));
const ReportScreen = React.lazy(async () => ({ default: (await import('./report/report-screen')).ReportScreen }));
const StatisticsScreen = React.lazy(async () => ({ default: (await import('./incidents/statistics-screen')).StatisticsScreen }));
const MeasureScreen = React.lazy(async () => ({ default: (await import('./measures/measure-screen')).MeasureScreen }));
const RequirementsScreen = React.lazy(async () => ({
  default: (await import('./requirements/requirements-screen')).RequirementsScreen
}));
const RulesScreen = React.lazy(async () => ({ default: (await import('./rules/rules-screen')).RulesScreen }));
const IncidentScreen = React.lazy(async () => ({ default: (await import('./incidents/incident-screen')).IncidentScreen }));

export function Screen({ address }: { readonly address: Address }): React.ReactElement {
  return <React.Suspense fallback={<Coming />}>{screenOf(address)}</React.Suspense>;
}

function screenOf(address: Address): React.ReactElement {
  switch (address.screen) {
    case 'home':
      return <HomeScreen />;
    case 'report':
      return <ReportScreen />;
    case 'exercise':
      return <ReportScreen exercise />;
    case 'overview':
      return <OverviewScreen />;
    case 'assets':
      return <AssetsScreen filter={address.filter ?? {}} />;
    case 'import-assets':
      return <ImportScreen />;
    case 'new-asset':
      return <AssetFormScreen />;
    case 'edit-asset':
      return <AssetFormScreen reference={address.reference} />;
    case 'asset':
      return <AssetScreen reference={address.reference} />;
    case 'classify':
      return <ClassifyScreen reference={address.reference} />;
    case 'decisions':
      return <DecisionsScreen />;
    case 'decision':
      return <DecisionScreen reference={address.reference} />;
    case 'incidents':
      return <IncidentsScreen />;
    case 'statistics':
      return <StatisticsScreen />;
    case 'requirements':
      return <RequirementsScreen />;
    case 'inventory':
      return <InventoryScreen />;
    case 'rules':
      return <RulesScreen />;
    case 'incident':
      return <IncidentScreen reference={address.reference} />;
    case 'measure':
      return <MeasureScreen reference={address.reference} />;
  }
}

function Coming(): React.ReactElement {
  const t = useText();
  return (
    <Loaded reading={{ status: 'reading' }} again={() => undefined} what={t('tab.what.page')}>
      {() => null}
    </Loaded>
  );
}
