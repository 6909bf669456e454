// English texts of what is around every screen, and of how one comes: they are there from the first moment.
import type { shell as source } from '../sv/shell';

export const shell: Readonly<Record<keyof typeof source, string>> = {
  'tab.title': 'Värna',
  'tab.skip': 'Skip to the content',
  'tab.nav': 'Parts of Värna',
  'tab.nav.menu': 'Menu: {current}',
  'tab.nav.home': 'Home',
  'tab.nav.assets': 'Assets',
  'tab.nav.decisions': 'Decisions',
  'tab.nav.incidents': 'Incidents',
  'tab.nav.yearly': 'Year',
  'tab.again': 'Try again',
  'tab.reading': 'Reading {what} …',
  'tab.no-right': 'You do not have the right to see {what}. The information security officer can give it to you if your work needs it.',
  'tab.what.page': 'the page',
  'refusal.could-not-read': 'Could not read {what} from SharePoint. It is not your fault. Try again in a while.'
};
