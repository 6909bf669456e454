// Dataskyddsförordningen art. 33 and 34: when a personal data breach is notified to IMY, and when the registered are told (domain.md 2.4).
import type { LegalQuestion, RegimeRules, Sourced } from '../../domain/legal-rules';
import { gdprSheet, gdprSupplement } from './gdpr-sheets';

const article = (number: string): Sourced => ({
  source: `Dataskyddsförordningen (EU) 2016/679, art. ${number}`,
  validFrom: '2018-05-25',
  checked: 'primary'
});

const questions: readonly LegalQuestion[] = [
  {
    id: 'personal-data',
    kind: 'yes-no',
    words: {
      sv: 'Rör händelsen personuppgifter som nämnden ansvarar för?',
      en: 'Does it concern personal data that this committee is controller of?',
      fi: 'Koskeeko tapahtuma henkilötietoja, joista lautakunta vastaa?'
    }
  },
  {
    id: 'breach',
    kind: 'yes-no',
    words: {
      sv: 'Har uppgifterna förstörts, förlorats, ändrats, röjts eller varit åtkomliga för någon obehörig?',
      en: 'Have the data been destroyed, lost, altered, disclosed or open to somebody unauthorised?',
      fi: 'Onko tietoja tuhoutunut, kadonnut, muuttunut, paljastunut tai ollut sivullisen saatavilla?'
    }
  },
  {
    id: 'risk',
    kind: 'choice',
    words: {
      sv: 'Vilken risk medför det för de registrerades rättigheter och friheter?',
      en: 'What risk is there to the rights and freedoms of those registered?',
      fi: 'Millainen riski siitä aiheutuu rekisteröityjen oikeuksille ja vapauksille?'
    },
    options: [
      {
        code: 'unlikely',
        words: { sv: 'Osannolikt att det medför någon risk', en: 'A risk is unlikely', fi: 'Riski on epätodennäköinen' }
      },
      { code: 'risk', words: { sv: 'Risk', en: 'Risk', fi: 'Riski' } },
      { code: 'high-risk', words: { sv: 'Hög risk', en: 'High risk', fi: 'Korkea riski' } }
    ]
  },
  {
    id: 'unreadable',
    kind: 'yes-no',
    words: {
      sv: 'Var uppgifterna krypterade eller på annat sätt oläsbara för den obehöriga?',
      en: 'Were the data encrypted or otherwise unreadable to the unauthorised person?',
      fi: 'Olivatko tiedot salattuja tai muuten sivulliselle lukukelvottomia?'
    }
  },
  {
    id: 'risk-removed',
    kind: 'yes-no',
    words: {
      sv: 'Har åtgärder efteråt gjort att den höga risken sannolikt inte längre finns?',
      en: 'Have measures since then made the high risk unlikely?',
      fi: 'Onko korkea riski jälkikäteen tehtyjen toimien vuoksi enää epätodennäköinen?'
    }
  }
];

const breach = [
  { question: 'personal-data', is: 'yes' },
  { question: 'breach', is: 'yes' }
] as const;

export const gdpr: RegimeRules = {
  regime: 'gdpr',
  version: 'gdpr-2026-1',
  receivers: [
    {
      name: 'Integritetsskyddsmyndigheten (IMY)',
      portal: 'https://e-tjanster.imy.se/sv/anmalan',
      source: 'Dataskyddsförordningen (EU) 2016/679, art. 33.1 och 55; IMY:s e-tjänst',
      validFrom: '2018-05-25',
      checked: 'secondary'
    }
  ],
  stages: [
    { id: 'notification', limit: { kind: 'hours', hours: 72, from: 'knowledge' }, sheet: gdprSheet, ...article('33.1') },
    { id: 'supplement', limit: { kind: 'on-request' }, sheet: gdprSupplement, ...article('33.4') }
  ],
  questions,
  exemptions: [],
  duties: [
    {
      id: 'gdpr-high-risk',
      words: {
        sv: 'En personuppgiftsincident med hög risk anmäls.',
        en: 'A personal data breach with a high risk is notified.',
        fi: 'Korkean riskin tietoturvaloukkauksesta ilmoitetaan.'
      },
      when: [...breach, { question: 'risk', is: 'high-risk' }],
      ...article('33.1')
    },
    {
      id: 'gdpr-risk',
      words: {
        sv: 'En personuppgiftsincident anmäls om det inte är osannolikt att den medför en risk.',
        en: 'A personal data breach is notified unless a risk is unlikely.',
        fi: 'Tietoturvaloukkauksesta ilmoitetaan, ellei riski ole epätodennäköinen.'
      },
      when: [...breach, { question: 'risk', is: 'risk' }],
      ...article('33.1')
    }
  ],
  otherwise: {
    id: 'gdpr-document-only',
    words: {
      sv: 'Ingen personuppgiftsincident, eller osannolikt att den medför någon risk: den dokumenteras men anmäls inte.',
      en: 'No personal data breach, or a risk is unlikely: it is documented and not notified.',
      fi: 'Ei tietoturvaloukkausta, tai riski on epätodennäköinen: se dokumentoidaan, mutta siitä ei ilmoiteta.'
    },
    when: [],
    ...article('33.1 och 33.5')
  },
  audience: 'registered',
  informing: [
    {
      id: 'gdpr-inform',
      words: {
        sv: 'Vid hög risk informeras de registrerade utan onödigt dröjsmål. Vore det oproportionerligt räcker en allmän kungörelse.',
        en: 'With a high risk those registered are informed without undue delay. Where that is disproportionate, a public notice will do.',
        fi: 'Korkean riskin vallitessa rekisteröidyille ilmoitetaan viipymättä. Jos se on kohtuutonta, julkinen tiedote riittää.'
      },
      when: [
        ...breach,
        { question: 'risk', is: 'high-risk' },
        { question: 'unreadable', is: 'no' },
        { question: 'risk-removed', is: 'no' }
      ],
      ...article('34.1 och 34.3')
    }
  ]
};
