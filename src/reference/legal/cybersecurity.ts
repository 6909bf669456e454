// Cybersäkerhetslagen: upplysning, anmälan, lägesrapport and slutrapport, and what makes an incident betydande (domain.md 2.3).
import type { RegimeRules, Sourced, Stage } from '../../domain/legal-rules';
import { cybersecurityQuestions } from './cybersecurity-questions';
import { cybersecuritySheets } from './cybersecurity-sheets';
import { thresholds } from './cybersecurity-thresholds';

const act = (paragraph: string): Sourced => ({
  source: `Cybersäkerhetslagen (2025:1506) ${paragraph}`,
  validFrom: '2026-01-15',
  checked: 'primary'
});

const month = { kind: 'calendar-months', months: 1, from: 'notification' } as const;

const stages: readonly Stage[] = [
  {
    id: 'early-warning',
    limit: { kind: 'hours', hours: 24, from: 'knowledge' },
    sheet: cybersecuritySheets['early-warning'],
    ...act('2 kap. 5 §')
  },
  {
    id: 'notification',
    limit: { kind: 'hours', hours: 72, from: 'knowledge' },
    alsoAnswers: 'early-warning',
    sheet: cybersecuritySheets.notification,
    ...act('2 kap. 6 §')
  },
  { id: 'interim', limit: { kind: 'on-request' }, sheet: cybersecuritySheets.interim, ...act('2 kap. 7 §') },
  {
    id: 'progress',
    limit: month,
    afterProgress: { kind: 'on-request' },
    insteadOf: 'final',
    sheet: cybersecuritySheets.progress,
    ...act('2 kap. 8 §')
  },
  {
    id: 'final',
    limit: month,
    afterProgress: { kind: 'calendar-months', months: 1, from: 'handled' },
    sheet: cybersecuritySheets.final,
    ...act('2 kap. 8 §')
  }
];

export const cybersecurity: RegimeRules = {
  regime: 'cybersecurity',
  version: 'cybersecurity-2026-1',
  receivers: [
    {
      name: 'Myndigheten för civilt försvar (MCF), CSIRT-enheten',
      portal: 'Myndighetens tjänst för incidentrapportering',
      source: 'Cybersäkerhetsförordningen (2025:1507) 6 och 31 §§',
      validFrom: '2026-01-15',
      validTo: '2026-06-30',
      checked: 'primary'
    },
    {
      name: 'Nationellt cybersäkerhetscenter (NCSC), CERT-SE',
      portal: 'https://cyberportal.ncsc.se',
      source: 'Cybersäkerhetsförordningen (2025:1507) i lydelse enligt SFS 2026:623',
      validFrom: '2026-07-01',
      checked: 'secondary'
    }
  ],
  stages,
  questions: cybersecurityQuestions,
  exemptions: [
    {
      id: 'csl-security-sensitive',
      words: {
        sv: 'Händelsen hör till den säkerhetskänsliga verksamheten, som är undantagen. Pröva säkerhetsskydd i stället, och skriv inget om det här.',
        en: 'It belongs to the security-sensitive activity, which is exempt. Look to security protection instead, and write nothing of it here.',
        fi: 'Tapahtuma kuuluu turvallisuuden kannalta arkaluonteiseen toimintaan, jota laki ei koske. Arvioi turvallisuussuoja, äläkä kirjoita siitä tänne.'
      },
      when: [{ question: 'security-sensitive', is: 'yes' }],
      ...act('1 kap. 12–13 §§')
    }
  ],
  duties: [
    {
      id: 'csl-serious-disruption',
      words: {
        sv: 'Betydande: har orsakat eller kan orsaka allvarlig störning i en tjänst eller ekonomisk skada.',
        en: 'Significant: has caused or can cause serious disruption of a service or economic damage.',
        fi: 'Merkittävä: on aiheuttanut tai voi aiheuttaa palveluun vakavan häiriön tai taloudellista vahinkoa.'
      },
      when: [{ question: 'serious-disruption', is: 'yes' }],
      ...act('2 kap. 5 §')
    },
    {
      id: 'csl-others-harmed',
      words: {
        sv: 'Betydande: har påverkat eller kan påverka andra genom betydande skada.',
        en: 'Significant: has affected or can affect others with considerable damage.',
        fi: 'Merkittävä: on aiheuttanut tai voi aiheuttaa muille huomattavaa vahinkoa.'
      },
      when: [{ question: 'others-harmed', is: 'yes' }],
      ...act('2 kap. 5 §')
    },
    ...thresholds
  ],
  otherwise: {
    id: 'csl-not-significant',
    words: {
      sv: 'Inget som har svarats gör incidenten betydande.',
      en: 'Nothing that was answered makes the incident significant.',
      fi: 'Mikään vastauksista ei tee poikkeamasta merkittävää.'
    },
    when: [],
    ...act('2 kap. 5 §')
  },
  audience: 'recipients',
  informing: [
    {
      id: 'csl-inform-recipients',
      words: {
        sv: 'Mottagare av tjänster som sannolikt påverkas negativt informeras utan onödigt dröjsmål.',
        en: 'Recipients of services who are likely to be adversely affected are informed without undue delay.',
        fi: 'Palvelujen vastaanottajille, joihin tapahtuma todennäköisesti vaikuttaa haitallisesti, ilmoitetaan viipymättä.'
      },
      when: [{ question: 'recipients-affected', is: 'yes' }],
      ...act('2 kap. 9 §'),
      checked: 'check'
    }
  ]
};
