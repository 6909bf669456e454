// Police: a suspected crime behind an incident is reported (domain.md 2.3: the CSIRT urges it, förordningen 33 § 4).
import type { RegimeRules, Sourced } from '../../domain/legal-rules';

const ordinance: Sourced = { source: 'Cybersäkerhetsförordningen (2025:1507) 33 § 4', validFrom: '2026-01-15', checked: 'primary' };
const municipal: Sourced = { source: 'Kommunens egen rutin', validFrom: '2026-01-01', checked: 'check' };

export const police: RegimeRules = {
  regime: 'police',
  version: 'police-2026-1',
  receivers: [{ name: 'Polismyndigheten', portal: '114 14. Pågår brottet: 112', ...municipal }],
  stages: [
    {
      id: 'notification',
      limit: { kind: 'promptly' },
      sheet: [
        { id: 'controller', sv: 'Anmälare' },
        { id: 'organisation-number', sv: 'Organisationsnummer' },
        { id: 'contact', sv: 'Kontaktperson' },
        { id: 'own-reference', sv: 'Egen referens' },
        { id: 'started', sv: 'När det hände' },
        { id: 'known-at', sv: 'När det upptäcktes' },
        { id: 'where', sv: 'Var det hände' },
        { id: 'description', sv: 'Vad som har hänt' },
        { id: 'suspected-crime', sv: 'Misstänkt brott' },
        { id: 'damage', sv: 'Skada och kostnad' },
        { id: 'evidence', sv: 'Säkrade spår och loggar, och vem som har dem' }
      ],
      ...ordinance
    },
    {
      id: 'supplement',
      limit: { kind: 'on-request' },
      sheet: [
        { id: 'external-reference', sv: 'Polisens diarienummer' },
        { id: 'own-reference', sv: 'Egen referens' },
        { id: 'update', sv: 'Nya uppgifter' }
      ],
      ...municipal
    }
  ],
  questions: [
    {
      id: 'crime-suspected',
      kind: 'yes-no',
      words: {
        sv: 'Misstänks ett brott, till exempel dataintrång, bedrägeri, utpressning, stöld eller hot?',
        en: 'Is a crime suspected, such as data intrusion, fraud, extortion, theft or threats?',
        fi: 'Epäilläänkö rikosta, esimerkiksi tietomurtoa, petosta, kiristystä, varkautta tai uhkausta?'
      }
    }
  ],
  exemptions: [],
  duties: [
    {
      id: 'police-crime',
      words: {
        sv: 'Vid misstanke om brott bör det polisanmälas.',
        en: 'A suspected crime should be reported to the police.',
        fi: 'Epäillystä rikoksesta tulee tehdä rikosilmoitus.'
      },
      when: [{ question: 'crime-suspected', is: 'yes' }],
      ...ordinance
    }
  ],
  otherwise: {
    id: 'police-none',
    words: { sv: 'Inget brott misstänks.', en: 'No crime is suspected.', fi: 'Rikosta ei epäillä.' },
    when: [],
    ...municipal
  },
  informing: []
};
