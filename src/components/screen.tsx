// Which screen an address shows. Those that need the classification model, the catalogue of requirements or the renderer of cards, and the pages of one incident, of many, and of a measure, come in chunks of their own.
import * as React from 'react';
import type { Address } from './address';
import { AssetFormScreen } from './assets/asset-form-screen';
import { AssetScreen } from './assets/asset-screen';
import { AssetsScreen } from './assets/assets-screen';
import { DecisionsScreen } from './decisions/decisions-screen';
import { useText } from './environment';
import { HomeScreen } from './home/home-screen';
import { IncidentsScreen } from './incidents/incidents-screen';
import { Loaded } from './parts/loaded';

const ClassifyScreen = React.lazy(async () => ({ default: (await import('./classify/classify-screen')).ClassifyScreen }));
const DecisionScreen = React.lazy(async () => ({ default: (await import('./decisions/decision-screen')).DecisionScreen }));
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
    case 'assets':
      return <AssetsScreen />;
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
