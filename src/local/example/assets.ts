// The register of the example municipality: some assets decided, some waiting, one changed after its decision, one sent back, some drafts.
import type { Carrier } from '../../domain/asset-details';
import type { Answers } from '../../domain/classification';
import type { AssetContent } from '../../workflows/asset-content';
import type { ExampleName } from './people';

export interface ExampleAsset {
  readonly key: string;
  readonly name: string;
  readonly description: string;
  readonly carriers: readonly Carrier[];
  readonly unit: string;
  /** Absent where the role is vacant. */
  readonly informationOwner?: ExampleName;
  readonly objectOwner: ExampleName;
  readonly custodian?: ExampleName;
  readonly coOwner?: ExampleName;
  /** What it depends on, by key: assets that stand before it. */
  readonly needs?: readonly string[];
  readonly more?: Omit<AssetContent, 'name' | 'description' | 'carriers' | 'unit' | 'needs' | 'coOwners'>;
  /** Who registered it, and how many days ago. */
  readonly by: ExampleName;
  readonly days: number;
  readonly draft?: true;
  /** Who classified it, with the answers that hurt; every other question got the mildest answer. */
  readonly classified?: {
    readonly by: ExampleName;
    readonly outcome: 'decided' | 'waiting' | 'returned' | 'changed-after';
    readonly answers: Answers;
    /** Which of its informationsmängder they are about, counted from 0, where it has several. */
    readonly about?: number;
  };
}

export const exampleAssets: readonly ExampleAsset[] = [
  {
    key: 'planering',
    name: 'Hemtjänstens planering',
    description: 'Turer, besök och omsorgsanteckningar för omkring 300 personer.',
    carriers: ['system', 'paper'],
    unit: 'SOC-HEM',
    informationOwner: 'socialHead',
    objectOwner: 'manager',
    custodian: 'custodian',
    more: {
      sets: [
        { name: 'Turer och scheman', types: ['Besökstider', 'Adresser'] },
        { name: 'Omsorgsanteckningar', types: ['Genomförandeplan', 'Social dokumentation'], carriers: ['system'] },
        { name: 'Nyckelkvittenser', types: ['Kvittens'], carriers: ['paper'] }
      ],
      personalData: ['ordinary', 'sensitive'],
      controller: 'SN',
      secrecy: ['26 kap. 1 §'],
      supplier: {
        name: 'Fjällsyn Omsorgssystem (påhittat)',
        contract: 'SN 2024/118',
        contractEnds: '2027-12-31',
        incidentContact: 'Jour, jour@fjallsyn.example',
        processorAgreement: 'yes',
        followUp: '2027-03-31'
      },
      recordType: 'Social dokumentation, hemtjänst',
      processCode: '3.4.1',
      retention: { rule: 'dispose', years: 5 },
      place: 'Pärmarna står i låst skåp i hemtjänstens expedition. Samordnaren har nyckeln.',
      tolerableOutageHours: 4,
      continuityPlan: 'Pärmen ”Om planeringen ligger nere” i hemtjänstens expedition, bredvid den utskrivna turlistan.'
    },
    by: 'custodian',
    days: 60,
    classified: {
      by: 'custodian',
      outcome: 'decided',
      about: 1,
      answers: {
        'personal-data': ['ordinary', 'sensitive'],
        persons: ['few'],
        secrecy: ['reverse'],
        activity: ['care', 'vital'],
        public: ['no'],
        'leak-people': ['significant'],
        'fault-people': ['serious'],
        outage: ['hours'],
        'outage-people': ['serious'],
        'follow-up': ['everybody']
      }
    }
  },
  {
    key: 'elevregister',
    name: 'Elevregistret',
    description: 'Elever, vårdnadshavare och närvaro i grundskolan.',
    carriers: ['system'],
    unit: 'BUF-GR',
    informationOwner: 'schoolHead',
    objectOwner: 'principal',
    custodian: 'registrar',
    more: {
      sets: [
        { name: 'Elevuppgifter', types: ['Namn', 'Vårdnadshavare', 'Klass'] },
        { name: 'Närvaro', types: ['Frånvaroanmälan'] }
      ],
      personalData: ['ordinary', 'children'],
      controller: 'BUN',
      secrecy: ['23 kap. 2 §'],
      recordType: 'Elevregister',
      retention: { rule: 'preserve' },
      tolerableOutageHours: 48,
      continuityPlan: 'https://haparanda.example/sites/grundskolan/kontinuitet'
    },
    by: 'principal',
    days: 50,
    classified: {
      by: 'registrar',
      outcome: 'changed-after',
      answers: {
        'personal-data': ['ordinary', 'children'],
        persons: ['many'],
        secrecy: ['straight'],
        activity: ['decisions'],
        public: ['no'],
        'leak-people': ['significant'],
        'fault-people': ['moderate'],
        outage: ['days'],
        'follow-up': ['latest']
      }
    }
  },
  {
    key: 'matsedel',
    name: 'Lunchmatsedeln',
    description: 'Skolornas och äldreboendenas matsedlar på webben.',
    carriers: ['cloud-service'],
    unit: 'BUF-GR',
    informationOwner: 'schoolHead',
    objectOwner: 'principal',
    custodian: 'teacher',
    by: 'principal',
    days: 40,
    classified: { by: 'teacher', outcome: 'decided', answers: {} }
  },
  {
    key: 'diariet',
    name: 'Diariet',
    description: 'Kommunens ärenden och handlingar.',
    carriers: ['system', 'paper'],
    unit: 'KLF-KAN',
    informationOwner: 'director',
    objectOwner: 'registrar',
    custodian: 'it',
    more: {
      personalData: ['ordinary'],
      controller: 'KS',
      supplier: {
        name: 'Polcirkelns Diariesystem (påhittat)',
        contract: 'KS 2025/31',
        contractEnds: '2027-06-30',
        processorAgreement: 'yes'
      },
      recordType: 'Ärendeakt',
      processCode: '1.2',
      retention: { rule: 'preserve' },
      tolerableOutageHours: 24
    },
    by: 'registrar',
    days: 38,
    classified: {
      by: 'director',
      outcome: 'decided',
      answers: {
        'personal-data': ['ordinary'],
        secrecy: ['straight'],
        activity: ['decisions'],
        public: ['no'],
        'fault-operations': ['significant'],
        outage: ['day'],
        'follow-up': ['everybody']
      }
    }
  },
  {
    key: 'larm',
    name: 'Trygghetslarmen',
    description: 'Larm från hemmen till hemtjänsten, dygnet runt.',
    carriers: ['system', 'equipment'],
    unit: 'SOC-HEM',
    informationOwner: 'socialHead',
    objectOwner: 'manager',
    custodian: 'custodian',
    coOwner: 'technicalHead',
    needs: ['planering'],
    more: {
      personalData: ['ordinary', 'sensitive'],
      controller: 'SN',
      supplier: { name: 'Norrsken Larm (påhittat)', incidentContact: 'Larmcentralen, dygnet runt', processorAgreement: 'unknown' },
      tolerableOutageHours: 0.5
    },
    by: 'custodian',
    days: 12,
    classified: {
      by: 'custodian',
      outcome: 'waiting',
      answers: {
        'personal-data': ['ordinary', 'sensitive'],
        persons: ['few'],
        secrecy: ['reverse'],
        activity: ['vital'],
        public: ['no'],
        'leak-people': ['significant'],
        'fault-people': ['serious'],
        outage: ['hours'],
        'outage-people': ['serious'],
        'follow-up': ['everybody']
      }
    }
  },
  {
    key: 'vatten',
    name: 'Vattenverkets driftövervakning',
    description: 'Nivåer, tryck och larm för dricksvattnet.',
    carriers: ['system', 'equipment'],
    unit: 'SBF-VA',
    informationOwner: 'technicalHead',
    objectOwner: 'waterHead',
    custodian: 'it',
    by: 'waterHead',
    days: 11,
    classified: {
      by: 'technicalHead',
      outcome: 'waiting',
      answers: {
        activity: ['vital', 'security'],
        public: ['no'],
        'leak-operations': ['serious'],
        'fault-operations': ['serious'],
        outage: ['hours'],
        'outage-people': ['serious'],
        'follow-up': ['everybody']
      }
    }
  },
  {
    key: 'personalakter',
    name: 'Personalakterna',
    description: 'Anställningar, löner och rehabilitering, i system och i pärmar.',
    carriers: ['system', 'paper'],
    unit: 'KLF-KAN',
    needs: ['diariet'],
    informationOwner: 'director',
    objectOwner: 'director',
    custodian: 'registrar',
    by: 'registrar',
    days: 20,
    classified: {
      by: 'registrar',
      outcome: 'returned',
      answers: {
        'personal-data': ['ordinary', 'sensitive'],
        public: ['no'],
        'leak-people': ['significant'],
        outage: ['days'],
        'follow-up': ['everybody']
      }
    }
  },
  {
    key: 'vaxel',
    name: 'Telefonväxeln',
    description: 'Samtal till och från kommunen, och hänvisningar.',
    carriers: ['oral', 'equipment'],
    unit: 'KLF-IT',
    informationOwner: 'director',
    objectOwner: 'itHead',
    custodian: 'it',
    by: 'itHead',
    days: 9
  },
  {
    key: 'nycklar',
    name: 'Nyckelskåpet i kommunhuset',
    description: 'Nycklar och passerkort, med kvittenslista på papper.',
    carriers: ['equipment', 'paper', 'premises'],
    unit: 'KLF-KAN',
    objectOwner: 'registrar',
    more: { place: 'Nyckelskåpet på plan 2. Vaktmästaren har nyckeln.' },
    by: 'registrar',
    days: 6,
    draft: true
  }
];
