// Where in the tab somebody is, as the subpage that stands after # in SharePoint and as subEntityId in a Teams link.
import { isReferenceNumber } from '../domain/reference-form';
import { queryOf, writtenFilter, type WrittenFilter } from './assets/written-filter';

export type Address =
  | {
      readonly screen:
        | 'home'
        | 'report'
        | 'exercise'
        | 'overview'
        | 'new-asset'
        | 'import-assets'
        | 'decisions'
        | 'incidents'
        | 'statistics'
        | 'rules'
        | 'requirements'
        | 'inventory'
        | 'exit'
        | 'proposals';
    }
  | { readonly screen: 'assets'; readonly filter?: WrittenFilter }
  | { readonly screen: 'yearly'; readonly year?: number }
  | { readonly screen: 'asset' | 'edit-asset' | 'classify' | 'decision' | 'incident' | 'measure'; readonly reference: string };

/** The address of a subpage such as `assets/T-2026-0001` or `assets?unit=SN`; anything unknown is home. */
export function addressOf(subpage: string): Address {
  const [path = '', query = ''] = subpage.replace(/^[#/]+/, '').split('?');
  const [first = '', second = '', third = ''] = path.split('/');
  if (first === 'report') return { screen: 'report' };
  if (first === 'overview') return { screen: second === 'exit' ? 'exit' : 'overview' };
  if (first === 'incidents' && second === 'exercise') return { screen: 'exercise' };
  if (first === 'incidents' && second === 'statistics') return { screen: 'statistics' };
  if (first === 'incidents' && second === 'rules') return { screen: 'rules' };
  if (first === 'incidents') return isReferenceNumber(second) ? { screen: 'incident', reference: second } : { screen: 'incidents' };
  if (first === 'decisions') return isReferenceNumber(second) ? { screen: 'decision', reference: second } : { screen: 'decisions' };
  if (first === 'yearly') return /^20\d\d$/.test(second) ? { screen: 'yearly', year: Number(second) } : { screen: 'yearly' };
  if (first === 'proposals') return { screen: 'proposals' };
  if (first === 'requirements') return { screen: 'requirements' };
  if (first === 'inventory') return { screen: 'inventory' };
  if (first === 'measures') return isReferenceNumber(second) ? { screen: 'measure', reference: second } : { screen: 'home' };
  if (first !== 'assets') return { screen: 'home' };
  if (second === 'new') return { screen: 'new-asset' };
  if (second === 'import') return { screen: 'import-assets' };
  return isReferenceNumber(second) ? { screen: assetScreen(third), reference: second } : { screen: 'assets', filter: writtenFilter(query) };
}

function assetScreen(page: string): 'asset' | 'edit-asset' | 'classify' {
  if (page === 'edit') return 'edit-asset';
  return page === 'classify' ? 'classify' : 'asset';
}

/** The subpage of an address: `addressOf(subpageOf(address))` is the same address. */
export function subpageOf(address: Address): string {
  switch (address.screen) {
    case 'home':
    case 'report':
    case 'overview':
    case 'decisions':
    case 'incidents':
    case 'requirements':
    case 'inventory':
    case 'proposals':
      return address.screen;
    case 'assets':
      return `assets${queryOf(address.filter ?? {})}`;
    case 'exit':
      return 'overview/exit';
    case 'yearly':
      return address.year === undefined ? 'yearly' : `yearly/${address.year}`;
    case 'statistics':
      return 'incidents/statistics';
    case 'exercise':
      return 'incidents/exercise';
    case 'rules':
      return 'incidents/rules';
    case 'new-asset':
      return 'assets/new';
    case 'import-assets':
      return 'assets/import';
    case 'asset':
      return `assets/${address.reference}`;
    case 'edit-asset':
      return `assets/${address.reference}/edit`;
    case 'classify':
      return `assets/${address.reference}/classify`;
    case 'decision':
      return `decisions/${address.reference}`;
    case 'incident':
      return `incidents/${address.reference}`;
    case 'measure':
      return `measures/${address.reference}`;
  }
}

/** The part of the tab an address belongs to, as the navigation shows it. */
export function partOf({ screen }: Address): 'home' | 'assets' | 'decisions' | 'incidents' | 'yearly' {
  switch (screen) {
    case 'home':
    case 'decisions':
    case 'incidents':
    case 'yearly':
      return screen;
    case 'report':
    case 'requirements':
    case 'measure':
      return 'home';
    case 'decision':
      return 'decisions';
    case 'incident':
    case 'statistics':
    case 'exercise':
    case 'rules':
      return 'incidents';
    case 'overview':
    case 'inventory':
    case 'exit':
    case 'proposals':
    case 'assets':
    case 'new-asset':
    case 'import-assets':
    case 'asset':
    case 'edit-asset':
    case 'classify':
      return 'assets';
  }
}
