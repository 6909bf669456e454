// Eight events of the kind that Swedish municipalities have told of in public, as they are reported, assessed and closed here: all in it is invented.
import type { IncidentKind, Report } from '../../src/domain/incident';
import type { IncidentCategory } from '../../src/domain/incident-category';
import type { Regime, StageId } from '../../src/domain/legal-rules';
import type { reportCarriers, weaknessKinds } from '../../src/domain/report-details';
import type { Severity, SeverityFacts } from '../../src/domain/severity';
import type { ExampleName } from '../../src/local/example/people';

/** How somebody tells it. `chat` and `tab`: the same cards; `message`: from the menu of the message itself, which it quotes. */
export interface Told {
  readonly by: ExampleName;
  readonly through: 'chat' | 'tab' | 'message';
  readonly kind: IncidentKind;
  readonly when?: Report['when'];
  readonly ongoing?: Report['ongoing'];
  readonly carrier: (typeof reportCarriers)[number];
  readonly place?: string;
  readonly weakness?: (typeof weaknessKinds)[number];
  readonly personalData?: Report['personalData'];
  readonly description: string;
}

/** `suggested`: what the facts suggest; `severity` and `because`: what a person decides instead. */
export interface Assessed {
  readonly category: IncidentCategory;
  readonly facts: readonly (keyof SeverityFacts)[];
  readonly suggested: Severity;
  readonly severity?: Severity;
  readonly because?: string;
}

/** A legal track. `known`: how many days before the report the municipality came to know. `sent`: what is reported, and why it is late where it is. */
export interface Tracked {
  readonly regime: Regime;
  readonly committee: string;
  readonly decider: ExampleName;
  readonly counterpart?: string;
  readonly answers: Readonly<Record<string, string>>;
  readonly suggests: 'yes' | 'no';
  readonly known?: { readonly daysBefore: number; readonly because: string };
  readonly report: { readonly decided: 'yes' | 'no'; readonly because: string };
  readonly sent: readonly { readonly stage: StageId; readonly number: string; readonly late?: string }[];
}

export interface RealCase {
  readonly title: string;
  readonly told: Told;
  readonly assessed: Assessed;
  /** What the handler asks the reporter, the answer, and what the reporter adds to it. */
  readonly asked?: {
    readonly question: string;
    readonly answer: string;
    readonly file?: { readonly name: string; readonly content: string };
  };
  readonly stages: readonly ('contain' | 'restore')[];
  readonly tracks: readonly Tracked[];
  /** What the samråd with the informationssäkerhetsansvarig came to, where there is one. */
  readonly consulted?: string;
  readonly rootCause: string;
  readonly outcome: string;
}

export const realCases: readonly RealCase[] = [
  {
    title: 'a pre-school has published pictures, a child with protected identity among them, and the authority is told a week late',
    told: {
      by: 'teacher',
      through: 'chat',
      kind: 'seen-by-unauthorised',
      when: 'yesterday',
      ongoing: 'no',
      carrier: 'system',
      place: 'Förskolans sida i sociala medier',
      personalData: 'yes',
      description: 'Bilder från utflykten låg ute över natten. Ett av barnen har skyddade uppgifter.'
    },
    assessed: {
      category: 'misdirected',
      facts: ['personalData'],
      suggested: 'low',
      severity: 'high',
      because: 'Ett barn med skyddade uppgifter kan ha röjts.'
    },
    stages: ['contain'],
    tracks: [
      {
        regime: 'gdpr',
        committee: 'Barn- och ungdomsnämnden',
        decider: 'director',
        answers: { 'personal-data': 'yes', breach: 'yes', risk: 'high-risk', unreadable: 'no', 'risk-removed': 'no' },
        suggests: 'yes',
        known: { daysBefore: 8, because: 'Förskolan tog bort bilderna samma dag som vårdnadshavaren ringde.' },
        report: { decided: 'yes', because: 'Ett barn kan komma till skada.' },
        sent: [{ stage: 'notification', number: 'IMY-2026-1001', late: 'Ingen på förskolan visste att det skulle rapporteras.' }]
      }
    ],
    consulted: 'Rutinen för bilder skrivs om. Vårdnadshavaren och socialtjänsten är informerade.',
    rootCause: 'Det fanns ingen rutin för vilka bilder som får läggas ut.',
    outcome: 'Bilderna är borta. Förskolorna får en rutin och en utbildning.'
  },
  {
    title: 'two persons’ decisions from the social services went out in one envelope',
    told: {
      by: 'employee',
      through: 'chat',
      kind: 'sent-wrong',
      when: 'today',
      ongoing: 'no',
      carrier: 'paper',
      personalData: 'yes',
      description: 'Två beslut låg i samma kuvert. Mottagaren ringde och lämnar tillbaka det ena.'
    },
    assessed: {
      category: 'misdirected',
      facts: ['personalData'],
      suggested: 'low',
      severity: 'medium',
      because: 'Det är uppgifter om vad två personer får för stöd.'
    },
    stages: [],
    tracks: [
      {
        regime: 'gdpr',
        committee: 'Socialnämnden',
        decider: 'director',
        answers: { 'personal-data': 'yes', breach: 'yes', risk: 'risk', unreadable: 'no', 'risk-removed': 'unknown' },
        suggests: 'yes',
        report: { decided: 'yes', because: 'Uppgifter hos socialtjänsten har lästs av en annan.' },
        sent: [{ stage: 'notification', number: 'IMY-2026-1002' }]
      }
    ],
    rootCause: 'Två brev viks och läggs i kuvert samtidigt.',
    outcome: 'Beslutet är tillbaka hos oss. Breven packas nu ett och ett.'
  },
  {
    title: 'a care unit’s tablet was stolen over the weekend',
    told: {
      by: 'employee',
      through: 'chat',
      kind: 'lost-or-stolen',
      when: 'earlier',
      ongoing: 'no',
      carrier: 'equipment',
      place: 'Hemtjänstens kontor',
      personalData: 'unknown',
      description: 'Dörren var uppbruten på måndagen. Surfplattan är krypterad och låst med kod.'
    },
    assessed: { category: 'loss', facts: ['personalData'], suggested: 'low' },
    stages: ['contain'],
    tracks: [
      {
        regime: 'police',
        committee: 'Socialnämnden',
        decider: 'director',
        answers: { 'crime-suspected': 'yes' },
        suggests: 'yes',
        report: { decided: 'yes', because: 'Inbrott.' },
        sent: [{ stage: 'notification', number: 'K-1003-26' }]
      },
      {
        regime: 'gdpr',
        committee: 'Socialnämnden',
        decider: 'director',
        answers: { 'personal-data': 'yes', breach: 'yes', risk: 'unlikely', unreadable: 'yes', 'risk-removed': 'yes' },
        suggests: 'no',
        report: { decided: 'no', because: 'Plattan är krypterad och raderades på avstånd samma morgon.' },
        sent: []
      }
    ],
    rootCause: 'Plattorna låg kvar i ett olåst skåp över helgen.',
    outcome: 'Plattan är raderad på avstånd och spärrad. Skåpet har fått lås.'
  },
  {
    title: 'a supplier tells on a Friday afternoon that its payroll system was breached',
    told: {
      by: 'custodian',
      through: 'tab',
      kind: 'seen-by-unauthorised',
      when: 'today',
      ongoing: 'unknown',
      carrier: 'system',
      place: 'Lönesystemet hos leverantören',
      personalData: 'yes',
      description: 'Leverantören ringde: någon har varit inne i lönesystemet. De vet inte än vad som har hämtats.'
    },
    assessed: {
      category: 'supplier',
      facts: ['manyPersons', 'personalData'],
      suggested: 'medium',
      severity: 'high',
      because: 'Bankkonton och skyddade adresser kan ha hämtats.'
    },
    stages: ['contain'],
    tracks: [
      {
        regime: 'supplier',
        committee: 'Kommunstyrelsen',
        decider: 'director',
        counterpart: 'Lön i Norr AB',
        answers: { 'supplier-part': 'yes', 'contract-demands': 'unknown', processor: 'yes' },
        suggests: 'yes',
        report: { decided: 'yes', because: 'Vi begär besked om vad som har hämtats, senast på måndag.' },
        sent: [{ stage: 'notification', number: 'LN-1004' }]
      },
      {
        regime: 'gdpr',
        committee: 'Kommunstyrelsen',
        decider: 'director',
        answers: { 'personal-data': 'yes', breach: 'yes', risk: 'high-risk', unreadable: 'no', 'risk-removed': 'no' },
        suggests: 'yes',
        report: { decided: 'yes', because: 'Bankkonton och skyddade adresser kan ha hämtats.' },
        sent: [{ stage: 'notification', number: 'IMY-2026-1004' }]
      }
    ],
    consulted: 'Avtalet ses över. Alla anställda har fått veta vad som har hänt.',
    rootCause: 'Leverantörens fjärråtkomst saknade tvåfaktorsinloggning.',
    outcome: 'Leverantören har stängt vägen in. Alla anställda har fått ett brev.'
  },
  {
    title: 'the control system of the water works was down for five hours',
    told: {
      by: 'manager',
      through: 'tab',
      kind: 'not-working',
      when: 'just-now',
      ongoing: 'yes',
      carrier: 'system',
      place: 'Vattenverkets styrsystem',
      personalData: 'no',
      description: 'Skärmarna är svarta. Vi kör pumparna för hand.'
    },
    assessed: {
      category: 'outage',
      facts: ['ongoing'],
      suggested: 'medium',
      severity: 'high',
      because: 'Dricksvattnet till hela kommunen styrs för hand.'
    },
    stages: ['contain', 'restore'],
    tracks: [
      {
        regime: 'cybersecurity',
        committee: 'Samhällsbyggnadsnämnden',
        decider: 'director',
        answers: { 'security-sensitive': 'no', 'serious-disruption': 'yes', water: 'yes', 'water-down-hours': '5' },
        suggests: 'yes',
        report: { decided: 'yes', because: 'Styrsystemet för dricksvatten låg nere i fem timmar.' },
        sent: [
          { stage: 'early-warning', number: 'MCF-1005' },
          { stage: 'notification', number: 'MCF-1005' },
          { stage: 'final', number: 'MCF-1005' }
        ]
      }
    ],
    consulted: 'Reservdriften höll. En reservserver köps in.',
    rootCause: 'Servern hade bara en strömmatning, och den gick sönder.',
    outcome: 'Styrsystemet är igång igen. Servern får två strömmatningar.'
  },
  {
    title: 'a suspicious mail is reported from the message itself',
    told: {
      by: 'employee',
      through: 'message',
      kind: 'suspicious-contact',
      when: 'just-now',
      ongoing: 'no',
      carrier: 'message',
      personalData: 'no',
      description: 'Ditt paket väntar. Logga in här för att betala porto.'
    },
    assessed: { category: 'phishing', facts: [], suggested: 'low' },
    asked: {
      question: 'Har du tryckt på länken?',
      answer: 'Nej, jag såg att adressen var konstig. Här är mejlet.',
      file: {
        name: 'Ditt paket väntar.eml',
        content: [
          'From: Paket <paket@leverans.example>',
          'To: elsa@haparanda.example',
          'Subject: Ditt paket väntar',
          'Date: Thu, 26 Nov 2026 07:58:00 +0100',
          'MIME-Version: 1.0',
          'Content-Type: text/plain; charset=utf-8',
          '',
          'Logga in här för att betala porto.',
          ''
        ].join('\r\n')
      }
    },
    stages: ['contain'],
    tracks: [],
    rootCause: 'Mejlet gick igenom skräppostfiltret.',
    outcome: 'Avsändaren är spärrad. Tack för att du hörde av dig så fort.'
  },
  {
    title: 'a talk about somebody’s care was overheard on a bus',
    told: {
      by: 'employee',
      through: 'chat',
      kind: 'seen-by-unauthorised',
      when: 'yesterday',
      ongoing: 'no',
      carrier: 'premises',
      place: 'Bussen hem',
      personalData: 'yes',
      description: 'Två kollegor talade om en brukare så att andra hörde.'
    },
    assessed: {
      category: 'physical-exposure',
      facts: ['personalData'],
      suggested: 'low'
    },
    asked: { question: 'Gick det att förstå vem det gällde?', answer: 'Nej, de sa inget namn.' },
    stages: [],
    tracks: [],
    rootCause: 'Det är lätt att glömma att andra hör.',
    outcome: 'Vi har tagit upp det på arbetsplatsträffen, utan att peka ut någon.'
  },
  {
    title: 'a USB stick was found in a printer room',
    told: {
      by: 'employee',
      through: 'chat',
      kind: 'weakness',
      carrier: 'equipment',
      place: 'Skrivarrummet i kommunhuset',
      weakness: 'near-miss',
      description: 'Ett USB-minne utan märkning låg vid skrivaren. Jag har inte satt i det.'
    },
    assessed: { category: 'weakness', facts: [], suggested: 'low' },
    stages: [],
    tracks: [],
    rootCause: 'Skrivarrummet är olåst, och minnen får tas med hem.',
    outcome: 'Minnet var tomt. Det var rätt att lämna in det utan att prova det.'
  }
];
