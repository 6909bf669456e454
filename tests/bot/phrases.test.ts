// What people write to the bot, and what it takes them to mean.
import { readPhrase } from '../../src/bot/phrases';

test.each([
  ['rapportera incident', 'sv', ''],
  ['Rapportera Incident', 'sv', ''],
  ['  RAPPORTERA\u00a0  INCIDENT  ', 'sv', ''],
  ['rapportera en incident', 'sv', ''],
  ['rapportera incident!', 'sv', ''],
  ['<at>Värna</at> rapportera incident', 'sv', ''],
  ['<at id="0">Värna</at>&nbsp;rapportera incident&nbsp;', 'sv', ''],
  ['rapportera incident jag skickade fel mejl', 'sv', 'jag skickade fel mejl'],
  ['Rapportera incident: Jag skickade fel mejl.', 'sv', 'Jag skickade fel mejl.'],
  ['rapportera incident\njag skickade\nfel mejl', 'sv', 'jag skickade\nfel mejl'],
  ['report incident', 'en', ''],
  ['Report an incident – lost phone', 'en', 'lost phone'],
  ['ilmoita poikkeama', 'fi', ''],
  ['Ilmoita poikkeamasta, puhelin katosi', 'fi', 'puhelin katosi']
])('%j starts a report', (message, language, description) => {
  expect(readPhrase(message)).toEqual({ asks: 'report', language, description });
});

test.each([
  ['mina ärenden', 'my-reports', 'sv'],
  ['Mina A\u0308renden', 'my-reports', 'sv'],
  ['My reports.', 'my-reports', 'en'],
  ['omat  ilmoitukset', 'my-reports', 'fi'],
  ['Hjälp!', 'help', 'sv'],
  ['help', 'help', 'en'],
  ['APUA', 'help', 'fi'],
  ['<at>Värna</at> visa incidenter här', 'show-here', 'sv'],
  ['Show incidents here.', 'show-here', 'en'],
  ['näytä poikkeamat täällä', 'show-here', 'fi'],
  ['visa inte incidenter', 'show-no-more', 'sv'],
  ['do not show incidents here', 'show-no-more', 'en'],
  ['älä näytä poikkeamia', 'show-no-more', 'fi']
])('%j asks for %s', (message, asks, language) => {
  expect(readPhrase(message)).toEqual({ asks, language });
});

test.each(['rapportera incidenthantering', 'incident', 'jag vill rapportera incident', 'hjälp mig', '<at>Värna hjälp'])(
  '%j is not a phrase',
  (message) => {
    expect(readPhrase(message)).toEqual({ asks: 'unknown' });
  }
);

test.each(['!'.repeat(39_999) + 'a', `a${'\u0301'.repeat(15_000)}${'\u0323'.repeat(15_000)}`])(
  'a long message is read without composing it or looking back through it',
  (message) => {
    expect(readPhrase(message)).toEqual({ asks: 'unknown' });
    expect(readPhrase(`rapportera incident ${message}`)).toMatchObject({ asks: 'report' });
  }
);

test.each(['', '   ', '<at>Värna</at>', '?'])('%j asks for nothing in particular', (message) => {
  expect(readPhrase(message)).toEqual({ asks: 'nothing' });
});
