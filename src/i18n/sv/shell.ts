// Swedish texts of what is around every screen, and of how one comes: they are there from the first moment. The source of keys.
export const shell = {
  'tab.title': 'Värna',
  'tab.skip': 'Hoppa till innehållet',
  'tab.nav': 'Värnas delar',
  'tab.nav.menu': 'Meny: {current}',
  'tab.nav.home': 'Hem',
  'tab.nav.assets': 'Tillgångar',
  'tab.nav.decisions': 'Beslut',
  'tab.nav.incidents': 'Incidenter',
  'tab.nav.yearly': 'Årshjul',
  'tab.again': 'Försök igen',
  'tab.reading': 'Läser {what} …',
  'tab.no-right': 'Du har inte rätt att se {what}. Informationssäkerhetsansvarig kan ge dig rätten om du behöver den i ditt arbete.',
  'tab.what.page': 'sidan',
  'refusal.could-not-read': 'Kunde inte läsa {what} från SharePoint. Det beror inte på dig. Försök igen om en stund.'
};
