// Where the buttons of cards lead in the tab, in Teams and in SharePoint.
import { addressOf } from '../../src/components/address';
import { tabLink } from '../../src/service/tab-link';

const page = 'https://haparanda.sharepoint.com/sites/varna/SitePages/Varna.aspx';
const teams = 'https://teams.microsoft.com/l/entity/00000000-0000-4000-8000-000000000001/varna';

test.each([
  ['T-2026-0001', { screen: 'asset', reference: 'T-2026-0001' }],
  ['K-2026-0001', { screen: 'decision', reference: 'K-2026-0001' }],
  ['I-2026-0001', { screen: 'incident', reference: 'I-2026-0001' }],
  ['M-2026-0001', { screen: 'measure', reference: 'M-2026-0001' }],
  ['S-2026-0001', { screen: 'incidents' }],
  ['F-2026-0001', { screen: 'proposals' }],
  ['Y-2026', { screen: 'yearly', year: 2026 }],
  ['decisions', { screen: 'decisions' }],
  ['mine', { screen: 'assets', filter: { mine: true } }],
  ['reconsider', { screen: 'assets', filter: { mine: true, reconsider: true } }]
])('%s', (place, address) => {
  expect(addressOf(new URL(tabLink(page, place)).hash)).toEqual(address);
  const context = new URL(tabLink(teams, place)).searchParams.get('context') ?? '';
  expect(addressOf((JSON.parse(context) as { subEntityId: string }).subEntityId)).toEqual(address);
});
