// Finnish texts of what is around every screen, and of how one comes: they are there from the first moment.
import type { shell as source } from '../sv/shell';

export const shell: Readonly<Record<keyof typeof source, string>> = {
  'tab.title': 'Värna',
  'tab.skip': 'Siirry sisältöön',
  'tab.nav': 'Värnan osat',
  'tab.nav.menu': 'Valikko: {current}',
  'tab.nav.home': 'Koti',
  'tab.nav.assets': 'Suojattavat kohteet',
  'tab.nav.decisions': 'Päätökset',
  'tab.nav.incidents': 'Poikkeamat',
  'tab.nav.yearly': 'Vuosikello',
  'tab.again': 'Yritä uudelleen',
  'tab.reading': 'Luetaan: {what} …',
  'tab.no-right': 'Sinulla ei ole oikeutta nähdä: {what}. Tietoturvavastaava voi antaa oikeuden, jos tarvitset sitä työssäsi.',
  'tab.what.page': 'sivu',
  'refusal.could-not-read': 'Ei voitu lukea SharePointista: {what}. Vika ei ole sinussa. Yritä hetken päästä uudelleen.'
};
