// Which screen an address shows, each in a chunk of its own, so that the first is there soon.
import * as React from 'react';
import type { Address } from './address';
import { useText } from './environment';
import { lazily, type Lazy } from './lazily';
import { Loaded } from './parts/loaded';

const HomeScreen = lazily(async () => (await import('./home/home-screen')).HomeScreen);
const AssetFormScreen = lazily(async () => (await import('./assets/asset-form-screen')).AssetFormScreen);
const AssetScreen = lazily(async () => (await import('./assets/asset-screen')).AssetScreen);
const AssetsScreen = lazily(async () => (await import('./assets/assets-screen')).AssetsScreen);
const DecisionsScreen = lazily(async () => (await import('./decisions/decisions-screen')).DecisionsScreen);
const IncidentsScreen = lazily(async () => (await import('./incidents/incidents-screen')).IncidentsScreen);
const ImportScreen = lazily(async () => (await import('./import/import-screen')).ImportScreen);
const InventoryScreen = lazily(async () => (await import('./inventory/inventory-screen')).InventoryScreen);
const ClassifyScreen = lazily(async () => (await import('./classify/classify-screen')).ClassifyScreen);
const DecisionScreen = lazily(async () => (await import('./decisions/decision-screen')).DecisionScreen);
const OverviewScreen = lazily(async () => (await import('./overview/overview-screen')).OverviewScreen);
const ExitScreen = lazily(async () => (await import('./exit/exit-screen')).ExitScreen);
const ReportScreen = lazily(async () => (await import('./report/report-screen')).ReportScreen);
const StatisticsScreen = lazily(async () => (await import('./incidents/statistics-screen')).StatisticsScreen);
const MeasureScreen = lazily(async () => (await import('./measures/measure-screen')).MeasureScreen);
const RequirementsScreen = lazily(async () => (await import('./requirements/requirements-screen')).RequirementsScreen);
const RulesScreen = lazily(async () => (await import('./rules/rules-screen')).RulesScreen);
const ProposalsScreen = lazily(async () => (await import('./proposals/proposals-screen')).ProposalsScreen);
const YearlyScreen = lazily(async () => (await import('./yearly/yearly-screen')).YearlyScreen);
const IncidentScreen = lazily(async () => (await import('./incidents/incident-screen')).IncidentScreen);

const screens: Readonly<Record<Address['screen'], Pick<Lazy<never>, 'ahead'>>> = {
  home: HomeScreen,
  report: ReportScreen,
  exercise: ReportScreen,
  overview: OverviewScreen,
  exit: ExitScreen,
  assets: AssetsScreen,
  'import-assets': ImportScreen,
  'new-asset': AssetFormScreen,
  'edit-asset': AssetFormScreen,
  asset: AssetScreen,
  classify: ClassifyScreen,
  decisions: DecisionsScreen,
  decision: DecisionScreen,
  incidents: IncidentsScreen,
  statistics: StatisticsScreen,
  proposals: ProposalsScreen,
  yearly: YearlyScreen,
  requirements: RequirementsScreen,
  inventory: InventoryScreen,
  rules: RulesScreen,
  incident: IncidentScreen,
  measure: MeasureScreen
};

/** Asks for the screen's chunk while something else is on its way too. */
export function loadScreen({ screen }: Address): void {
  screens[screen].ahead();
}

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
    case 'exit':
      return <ExitScreen />;
    case 'assets':
      return <AssetsScreen filter={address.filter} />;
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
    case 'proposals':
      return <ProposalsScreen />;
    case 'yearly':
      return <YearlyScreen year={address.year} />;
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
