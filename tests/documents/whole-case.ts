// One incident of which everything is written that can be, each text with a word of its own, so that it is seen where each of them comes to stand.
import type { Case } from '../../src/documents/case';
import type { Handling } from '../../src/domain/handling';
import type { Incident } from '../../src/domain/incident';
import type { Track } from '../../src/domain/legal-track';
import type { Measure } from '../../src/domain/measure';
import { legalRules } from '../../src/reference/legal-rules';
import { people } from '../workflows/memory-context';

const at = '2026-11-23T14:40:00Z';
const { employee, manager, objectOwner, it, securityOfficer, director, privacyOfficer, custodian, protectionOfficer } = people;

/** What was written, by the part of the document it is masked with. */
export const written = {
  description: ['Skrivarrummet', 'Beskrivningsordet', 'meddelandelanken'],
  notes: [
    ...['Anteckningsordet', 'Samrådsordet', 'Grundorsaksordet', 'Beskedsordet'],
    ...['Kallelseordet', 'Dagordningsordet', 'Stabsbeslutet', 'Protokollsordet']
  ],
  questions: ['Frågeordet', 'Svarsordet'],
  assets: ['Lönesystemet', 'T-2026-0007'],
  tracks: [
    'Skälsordet',
    'Yttrandeordet',
    'Rådgivarordet',
    'IMY-4711',
    'Kvittensordet',
    'Informationsordet',
    'Finskordet',
    'Rättelseordet',
    'Underlagsordet'
  ],
  measures: ['Åtgärdsordet', 'Omprioriteringsordet', 'Klarordet', 'Kontrollordet'],
  reporter: ['Elsa Niemi', 'Tage Berättare'],
  people: [
    'Mats Lindbäck',
    'Ivar Teknell',
    'Siv Modig',
    'Karin Vaara',
    'Lena Styr',
    'Disa Opartisk',
    'Otto Främling',
    'Fia Ojala',
    'Gunnar Skarp',
    'Räddningsordet'
  ]
} as const;

const step = { at, from: 'handling', to: 'handling' } as const;

const handling: Handling = {
  category: 'misdirected',
  severity: 'high',
  suggested: 'medium',
  handler: it,
  questions: [{ id: 'q', text: 'Frågeordet?', by: it, at, answer: { text: 'Svarsordet.', at } }],
  assets: [{ reference: 'T-2026-0007', name: 'Lönesystemet', objectOwner }],
  incidents: ['I-2026-0003'],
  consultation: { by: securityOfficer, at, text: 'Samrådsordet', specialReport: true },
  restricted: false,
  rootCause: 'Grundorsaksordet',
  outcome: 'Beskedsordet',
  concerned: [it, objectOwner],
  registryNumber: 'KS 2026/77',
  reports: [
    {
      file: 'rapport 1.docx',
      name: 'rapport.docx',
      sha256: '5e'.repeat(32),
      by: securityOfficer,
      at,
      to: director,
      receivedAt: at,
      treated: { by: securityOfficer, at, on: '2026-11-24', registryNumber: 'KS 2026/78 § 5' }
    }
  ],
  crisisStaffs: [
    {
      by: protectionOfficer,
      at,
      reason: 'Kallelseordet',
      agenda: 'Dagordningsordet',
      participants: [
        { function: 'Stabschef', person: director },
        { function: 'Säkerhet', person: protectionOfficer },
        { function: 'Kommunikation', person: director }
      ],
      unread: 0,
      attendance: { by: protectionOfficer, at, present: [director.id], others: 'Räddningsordet' },
      decisions: [{ by: securityOfficer, at, text: 'Stabsbeslutet' }],
      ended: { by: securityOfficer, at, minutes: 'Protokollsordet' }
    }
  ],
  happenings: [
    { ...step, event: 'incident-assigned', by: securityOfficer, text: 'Ivar Teknell' },
    { ...step, event: 'incident-noted', by: it, text: 'Anteckningsordet, sade Elsa  Niemis kollega.\nLönesystemet nämns.' },
    { ...step, event: 'reporter-asked', by: it, text: 'Frågeordet?' },
    { ...step, event: 'reporter-answered', by: employee, text: 'Svarsordet.' },
    { ...step, event: 'assets-linked', by: it, text: 'T-2026-0007' },
    { ...step, event: 'crisis-staff-called', by: protectionOfficer, text: 'Kallelseordet' },
    { ...step, event: 'crisis-attendance-recorded', by: protectionOfficer, text: 'Lena Styr, Räddningsordet' },
    { ...step, event: 'incident-escalated', text: 'Otto Främling' },
    { ...step, event: 'incident-closed', to: 'closed', by: it, text: 'Beskedsordet' }
  ]
};

export const incident: Incident = {
  reference: 'I-2026-0001',
  report: {
    kind: 'sent-wrong',
    when: 'today',
    where: 'Skrivarrummet',
    ongoing: 'no',
    personalData: 'yes',
    description: '=HYPERLINK("https://fara.example","Beskrivningsordet")',
    toldBy: 'Tage Berättare',
    asset: 'T-2026-0007',
    messageLink: 'https://teams.example/meddelandelanken'
  },
  reporter: employee,
  unitName: 'Hemtjänsten',
  nearestManager: manager,
  state: 'closed',
  reportedAt: at,
  knownAt: at,
  acknowledgedByManager: { by: manager, at },
  handling
};

const track: Track = {
  reference: 'R-2026-0001',
  incident: 'I-2026-0001',
  regime: 'gdpr',
  controller: 'SN',
  controllerName: 'Socialnämnden',
  state: 'notified',
  decider: director,
  openedBy: securityOfficer,
  openedAt: at,
  knowledge: [
    { at, by: employee, recordedAt: at },
    { at: '2026-11-23T12:00:00Z', by: securityOfficer, recordedAt: at, reason: 'Rättelseordet' }
  ],
  answers: { risk: 'risk' },
  assessment: {
    by: securityOfficer,
    at,
    rules: 'gdpr-2026-1',
    suggests: true,
    because: [{ id: 'removed-since', source: 'Dataskyddsförordningen art. 33', validFrom: '2018-05-25' }],
    missing: ['breach']
  },
  decisions: [{ by: director, at, report: true, reason: 'Skälsordet', missing: [] }],
  opinions: [{ by: privacyOfficer, at, text: 'Yttrandeordet' }],
  consultations: [{ by: securityOfficer, at, with: 'Rådgivarordet', outcome: 'Rådgivarordet igen' }],
  submissions: [{ stage: 'notification', by: securityOfficer, at, externalReference: 'IMY-4711', receipt: 'Kvittensordet' }],
  informing: [
    {
      by: director,
      at,
      audience: 'registered',
      inform: true,
      reason: 'Informationsordet',
      textSv: 'Informationsordet igen',
      textFi: 'Finskordet',
      channel: 'Informationsordet per brev',
      when: at
    }
  ],
  sheet: { contact: 'Underlagsordet' }
};

const days = { due: '2026-12-18T22:59:00Z', checkAt: '2027-02-28T23:00:00Z' } as const;

const measure: Measure = {
  reference: 'M-2026-0001',
  incident: 'I-2026-0001',
  what: 'Åtgärdsordet',
  owner: custodian,
  ...days,
  state: 'effective',
  addedBy: it,
  addedAt: at,
  before: [{ by: it, at, text: 'Omprioriteringsordet', owner: protectionOfficer, ...days }],
  done: { by: custodian, at, text: 'Klarordet' },
  check: { by: it, at, text: 'Kontrollordet' }
};

export const hash = 'ab12'.repeat(16);

/** Made by whoever handles it. */
export const wholeCase: Case = {
  incident: { state: incident, entry: { sequence: 9, hash } },
  tracks: { tracks: [{ state: track, entry: { sequence: 4, hash: 'cd34'.repeat(16) } }], broken: 0 },
  measures: { measures: [{ state: measure, entry: { sequence: 5, hash: 'ef56'.repeat(16) } }], broken: 0 },
  rules: legalRules,
  by: it,
  at: '2026-11-26T09:00:00Z'
};
