// Invented content of the record, for tests of the lists.
import { assetHash, type Asset } from '../../src/domain/asset';
import { classificationHash, type Classification } from '../../src/domain/classification';
import type { Delegation } from '../../src/domain/delegation';
import type { Handling } from '../../src/domain/handling';
import type { Incident } from '../../src/domain/incident';
import type { Inventory, UnitAnswer } from '../../src/domain/inventory';
import type { Track } from '../../src/domain/legal-track';
import type { Measure } from '../../src/domain/measure';
import type { RequirementAnswers } from '../../src/domain/requirement-answers';
import { genesisHash, seal, type LogEntry, type Unsealed } from '../../src/domain/log';
import { employee, manager, officer, owner, privacyOfficer, technician } from './site';

/** Of some log entry that a page shows. */
export const hash = 'ab12'.repeat(16);

export function asset(changes: Partial<Asset> = {}): Asset {
  return {
    reference: 'T-2026-0001',
    name: 'Hemtjänstens planering & "turer" <nya>',
    description: 'Rad ett\nRad två med åäö',
    carriers: ['system', 'paper'],
    unit: 'SOC-HEM',
    unitName: 'Hemtjänsten',
    informationOwner: owner,
    objectOwner: manager,
    custodian: technician,
    state: 'submitted',
    ...changes
  };
}

export function classification(changes: Partial<Classification> = {}): Classification {
  const profile = { confidentiality: 'serious', integrity: 'significant', availability: 'moderate', traceability: 'negligible' } as const;
  const frozen = {
    asset: 'T-2026-0001',
    assetHash: assetHash(asset()),
    model: '2026-1',
    answers: { 'R-B': ['one'], 'K-A': ['one', 'two'] },
    profile
  };
  return {
    ...frozen,
    reference: 'K-2026-0001',
    assetName: asset().name,
    state: 'submitted',
    decider: manager,
    proposer: owner,
    submittedAt: '2026-11-23T14:40:00Z',
    contentHash: classificationHash(frozen),
    ...changes
  };
}

/** The manager lets the technician decide, on the days around that of the other examples. */
export function delegated(changes: Partial<Delegation> = {}): Delegation {
  return {
    reference: 'D-2026-0001',
    by: manager,
    deputy: technician,
    from: '2026-11-20',
    to: '2026-12-24',
    state: 'active',
    madeAt: '2026-11-20T08:00:00Z',
    ...changes
  };
}

export function incident(changes: Partial<Incident> = {}): Incident {
  return {
    reference: 'I-2026-0001',
    report: {
      kind: 'sent-wrong',
      when: 'just-now',
      where: 'Outlook',
      ongoing: 'unknown',
      personalData: 'no',
      description: 'Ett mejl gick till fel mottagare.'
    },
    reporter: employee,
    unitName: 'Hemtjänsten',
    nearestManager: manager,
    state: 'reported',
    reportedAt: '2026-11-23T14:39:00Z',
    knownAt: '2026-11-23T14:39:00Z',
    ...changes
  };
}

/** All that a reporter can add. */
export const everyDetail = {
  carrier: 'message',
  weakness: 'near-miss',
  happened: '2026-11-22',
  discovered: '2026-11-23 08:15',
  concerned: 'children',
  sensitive: 'yes',
  unauthorisedAccess: 'unknown',
  concernedInformed: 'no',
  cause: 'way-of-working',
  asset: 'T-2026-0001',
  toldBy: 'Vaktmästaren på Björkskolan',
  toldThrough: 'paper',
  manager: 'away',
  messageLink: 'https://teams.microsoft.com/l/message/19:x@thread.v2/1764000000000?context=%7B%7D'
} as const satisfies Partial<Incident['report']>;

/** A breach that the owner is to decide upon for Socialnämnden, notified late. */
export function track(changes: Partial<Track> = {}): Track {
  const at = '2026-11-23T14:39:00Z';
  return {
    reference: 'R-2026-0001',
    incident: 'I-2026-0001',
    regime: 'gdpr',
    controller: 'SN',
    controllerName: 'Socialnämnden',
    state: 'notified',
    decider: owner,
    openedBy: officer,
    openedAt: '2026-11-23T15:00:00Z',
    knowledge: [
      { at, by: officer, recordedAt: '2026-11-23T15:00:00Z' },
      { at: '2026-11-22T08:00:00Z', by: officer, recordedAt: '2026-11-24T08:00:00Z', reason: 'Leverantören ringde "redan" då.\nRad två' }
    ],
    answers: { 'personal-data': 'yes', breach: 'yes', risk: 'high-risk' },
    assessment: {
      by: officer,
      at: '2026-11-24T09:00:00Z',
      rules: 'gdpr-2026-1',
      suggests: true,
      because: [{ id: 'gdpr-high-risk', source: 'Dataskyddsförordningen (EU) 2016/679, art. 33.1', validFrom: '2018-05-25' }],
      missing: []
    },
    decisions: [{ by: owner, at: '2026-11-24T10:00:00Z', report: true, reason: 'Hög risk för de berörda', suggested: true, missing: [] }],
    opinions: [{ by: privacyOfficer, at: '2026-11-24T11:00:00Z', text: 'Anmäl, och informera de registrerade.' }],
    consultations: [{ by: officer, at: '2026-11-24T11:30:00Z', with: 'IT-chefen', outcome: 'Eniga' }],
    submissions: [
      { stage: 'notification', at: '2026-11-26T09:00:00Z', by: officer, externalReference: 'IMY-2026-17', lateMotivation: 'Sent upptäckt' }
    ],
    informing: [
      {
        by: owner,
        at: '2026-11-26T10:00:00Z',
        audience: 'registered',
        inform: true,
        reason: 'Hög risk',
        textSv: 'Uppgifter om dig har kommit fel.',
        textFi: 'Tietojasi on joutunut väärään paikkaan.',
        channel: 'Brev',
        when: '2026-11-27T08:00:00Z'
      }
    ],
    sheet: { consequences: 'Uppgifter om "hälsa" <kan> spridas' },
    ...changes
  };
}

/** Done by the technician after another had it; the officer and all of IT read its incident, and the manager did. */
export function measure(changes: Partial<Measure> = {}): Measure {
  const [due, checkAt] = ['2026-12-18T22:59:00Z', '2027-02-28T23:00:00Z'];
  return {
    reference: 'M-2026-0001',
    incident: 'I-2026-0001',
    what: 'Räkna "plattorna" <alla> efter utflykter',
    owner: technician,
    due,
    checkAt,
    follows: 'M-2026-0009',
    state: 'done',
    addedBy: officer,
    addedAt: '2026-11-24T09:00:00Z',
    before: [{ by: officer, at: '2026-11-25T09:00:00Z', text: 'Semester\ntill jul', owner, due, checkAt }],
    done: { by: technician, at: '2026-12-10T09:00:00Z', text: 'Lista vid bussdörren' },
    access: { roles: ['it', 'information-security'], people: [officer], former: [manager, owner] },
    next: { errand: 'check', start: '2026-12-10T09:00:00Z', due: checkAt },
    ...changes
  };
}

/** A supplier has been sent the requirements twice, and has answered two of them. */
export function requirementAnswers(changes: Partial<RequirementAnswers> = {}): RequirementAnswers {
  const given = { by: owner, at: '2026-12-10T09:00:00Z', saidBy: 'Säkerhetschefen' } as const;
  return {
    reference: 'Q-2026-0001',
    asset: 'T-2026-0001',
    assetName: asset().name,
    actor: 'supplier',
    supplier: 'Nordvårdssystem AB',
    answers: {
      'K-07': { ...given, answer: 'met', proof: 'Certifikat <A> "2026"' },
      'R-07': { ...given, answer: 'partly', proof: '' }
    },
    sent: [
      { by: owner, at: '2026-11-24T09:00:00Z', to: 'Kundansvarig', due: '2026-12-08T22:59:00Z' },
      { by: owner, at: '2026-12-09T09:00:00Z', to: 'Säkerhetschefen', due: '2026-12-18T22:59:00Z' }
    ],
    ...changes
  };
}

/** Closed, so that it holds everything. */
export function inventory(changes: Partial<Inventory> = {}): Inventory {
  return {
    reference: 'N-2026-0001',
    lastDay: '2026-12-10',
    state: 'closed',
    openedBy: officer,
    openedAt: '2026-11-23T14:40:00Z',
    closedBy: manager,
    closedAt: '2026-12-14T09:00:00Z',
    ...changes
  };
}

/** Something is missing, in more than one line and by two names. */
export function unitAnswer(changes: Partial<UnitAnswer> = {}): UnitAnswer {
  return {
    reference: 'E-2026-0001',
    inventory: 'N-2026-0001',
    unit: 'SOC-HEM',
    unitName: 'Hemtjänsten',
    state: 'missing',
    said: {
      by: manager,
      at: '2026-12-03T09:00:00Z',
      asOf: '2026-12-02',
      text: 'Nyckelskåpet <A>\noch "pärmen"',
      names: ['Nyckelpärmen', 'Portkoder']
    },
    ...changes
  };
}

/** Triaged as high, handled by the owner of an asset it touches, with everything that can be kept. */
export function handled(changes: Partial<Handling> = {}): Handling {
  const at = '2026-11-23T15:00:00Z';
  return {
    answerBy: '2026-11-23T18:39:00Z',
    category: 'misdirected',
    facts: { ongoing: true, manyPersons: false, severalCommittees: false, malicious: false, personalData: false },
    suggested: 'medium',
    severity: 'high',
    triagedAt: at,
    handler: owner,
    questions: [{ id: 'q', text: 'Vem fick "brevet"?\nOch när?', by: technician, at, answer: { text: 'En granne', at } }],
    assets: [{ reference: 'T-2026-0001', name: asset().name, objectOwner: manager, profile: classification().profile }],
    incidents: ['I-2026-0007'],
    consultation: { by: technician, at, text: 'Vi är överens', specialReport: false },
    restricted: false,
    rootCause: 'Gammal adress',
    outcome: 'Adressen är rättad',
    registryNumber: 'KS 2026/123 § 5',
    reports: [{ file: 'a 1.docx', name: 'a.docx', sha256: 'ab'.repeat(32), by: technician, at, to: owner, receivedAt: at }],
    concerned: [owner],
    happenings: [{ event: 'incident-noted', at, by: owner, from: 'triage', to: 'triage', text: 'Ringt <mottagaren>' }],
    ...changes
  };
}

export function entry(changes: Partial<Unsealed> = {}): LogEntry {
  return seal({
    aggregate: 'I-2026-0001',
    sequence: 1,
    command: 'command-1',
    event: 'incident-reported',
    at: '2026-11-23T14:40:00Z',
    actorId: employee.id,
    actorName: employee.name,
    from: '',
    to: 'reported',
    reason: 'Två\nrader',
    state: { ...incident() },
    previousHash: genesisHash,
    ...changes
  });
}
