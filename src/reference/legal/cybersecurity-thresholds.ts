// The thresholds of MCFFS 2026:8, known from a secondary source only: to be checked against the regulation itself (domain.md 2.3, 6).
import type { LegalRule, Sourced } from '../../domain/legal-rules';

const regulation: Sourced = { source: 'MCFFS 2026:8', validFrom: '2026-07-01', checked: 'secondary' };

export const thresholds: readonly LegalRule[] = [
  {
    id: 'csl-limited',
    words: {
      sv: 'Verksamheten begränsad i mer än 12 timmar.',
      en: 'The activity limited for more than 12 hours.',
      fi: 'Toiminta rajoittunut yli 12 tuntia.'
    },
    when: [{ question: 'limited-hours', moreThan: 12 }],
    ...regulation
  },
  {
    id: 'csl-workaround',
    words: {
      sv: 'Manuella reservrutiner i mer än 48 timmar.',
      en: 'Manual work-arounds for more than 48 hours.',
      fi: 'Käsin tehtäviä varamenettelyjä yli 48 tuntia.'
    },
    when: [{ question: 'workaround-hours', moreThan: 48 }],
    ...regulation
  },
  {
    id: 'csl-protected-information',
    words: {
      sv: 'Skyddade uppgifter har lästs, ändrats eller förstörts utan behörighet.',
      en: 'Protected information accessed, corrupted or destroyed.',
      fi: 'Suojattuja tietoja luettu, muutettu tai tuhottu luvatta.'
    },
    when: [{ question: 'protected-information', is: 'yes' }],
    ...regulation
  },
  {
    id: 'csl-cost',
    words: {
      sv: 'Kostnad över 5 procent av förra årets anslag eller intäkter.',
      en: 'A cost of more than 5 per cent of last year’s appropriations or income.',
      fi: 'Kustannus yli 5 prosenttia viime vuoden määrärahoista tai tuloista.'
    },
    when: [{ question: 'cost-percent', moreThan: 5 }],
    ...regulation
  },
  {
    id: 'csl-other-entity',
    words: {
      sv: 'Skyddade uppgifter om en annan juridisk person.',
      en: 'Protected information of another legal person.',
      fi: 'Toisen oikeushenkilön suojattuja tietoja.'
    },
    when: [{ question: 'other-entity-information', is: 'yes' }],
    ...regulation
  },
  {
    id: 'csl-persons',
    words: {
      sv: 'Skyddade uppgifter om minst 500 personer.',
      en: 'Protected information of at least 500 persons.',
      fi: 'Vähintään 500 henkilön suojattuja tietoja.'
    },
    when: [{ question: 'persons', atLeast: 500 }],
    ...regulation
  },
  {
    id: 'csl-environment',
    words: { sv: 'Skada på miljön.', en: 'Damage to the environment.', fi: 'Ympäristövahinko.' },
    when: [{ question: 'environment', is: 'yes' }],
    ...regulation
  },
  {
    id: 'csl-other-actor',
    words: {
      sv: 'En annan samhällsviktig aktör i stabsläge.',
      en: 'Another vital actor in crisis or staff mode.',
      fi: 'Toinen elintärkeä toimija kriisi- tai esikuntatilassa.'
    },
    when: [{ question: 'other-actor-crisis', is: 'yes' }],
    ...regulation
  },
  {
    id: 'csl-injury',
    words: {
      sv: 'Dödsfall, allvarlig skada eller svår sjukdom.',
      en: 'Death, serious injury or grave illness.',
      fi: 'Kuolema, vakava loukkaantuminen tai vakava sairaus.'
    },
    when: [{ question: 'serious-injury', is: 'yes' }],
    ...regulation
  },
  {
    id: 'csl-recurring',
    words: {
      sv: 'Minst två incidenter på sex månader med samma grundorsak.',
      en: 'At least two incidents in six months with the same root cause.',
      fi: 'Vähintään kaksi poikkeamaa kuudessa kuukaudessa samasta perussyystä.'
    },
    when: [{ question: 'recurring', is: 'yes' }],
    ...regulation
  },
  {
    id: 'csl-administration-limited',
    words: {
      sv: 'Offentlig förvaltning begränsad i mer än 4 timmar.',
      en: 'Public administration limited for more than 4 hours.',
      fi: 'Julkinen hallinto rajoittunut yli 4 tuntia.'
    },
    when: [
      { question: 'public-administration', is: 'yes' },
      { question: 'limited-hours', moreThan: 4 }
    ],
    ...regulation
  },
  {
    id: 'csl-administration-workaround',
    words: {
      sv: 'Offentlig förvaltning med reservrutiner i mer än 12 timmar.',
      en: 'Public administration with work-arounds for more than 12 hours.',
      fi: 'Julkisen hallinnon varamenettelyjä yli 12 tuntia.'
    },
    when: [
      { question: 'public-administration', is: 'yes' },
      { question: 'workaround-hours', moreThan: 12 }
    ],
    ...regulation
  },
  {
    id: 'csl-water-down',
    words: {
      sv: 'Vatten eller avlopp: system nere eller sämre i mer än 4 timmar.',
      en: 'Water: systems down or degraded for more than 4 hours.',
      fi: 'Vesi: järjestelmät poissa käytöstä tai heikentyneinä yli 4 tuntia.'
    },
    when: [
      { question: 'water', is: 'yes' },
      { question: 'water-down-hours', moreThan: 4 }
    ],
    ...regulation
  },
  {
    id: 'csl-water-workaround',
    words: {
      sv: 'Vatten eller avlopp: reservrutiner i mer än 8 timmar.',
      en: 'Water: work-arounds for more than 8 hours.',
      fi: 'Vesi: varamenettelyjä yli 8 tuntia.'
    },
    when: [
      { question: 'water', is: 'yes' },
      { question: 'workaround-hours', moreThan: 8 }
    ],
    ...regulation
  },
  {
    id: 'csl-care-limited',
    words: {
      sv: 'Vård begränsad i mer än 1 timme.',
      en: 'Health care limited for more than 1 hour.',
      fi: 'Terveydenhoito rajoittunut yli tunnin.'
    },
    when: [
      { question: 'care', is: 'yes' },
      { question: 'limited-hours', moreThan: 1 }
    ],
    ...regulation
  },
  {
    id: 'csl-care-workaround',
    words: {
      sv: 'Vård med reservrutiner i mer än 6 timmar.',
      en: 'Health care with work-arounds for more than 6 hours.',
      fi: 'Terveydenhoidon varamenettelyjä yli 6 tuntia.'
    },
    when: [
      { question: 'care', is: 'yes' },
      { question: 'workaround-hours', moreThan: 6 }
    ],
    ...regulation
  },
  {
    id: 'csl-patient-safety',
    words: {
      sv: 'Vård: anmälan om patientsäkerhet.',
      en: 'Health care: a report about patient safety.',
      fi: 'Terveydenhoito: potilasturvallisuusilmoitus.'
    },
    when: [
      { question: 'care', is: 'yes' },
      { question: 'patient-safety', is: 'yes' }
    ],
    ...regulation
  },
  {
    id: 'csl-energy-users',
    words: {
      sv: 'El eller fjärrvärme: minst 2 000 användare i mer än 2 timmar.',
      en: 'Electricity or heating: at least 2,000 users for more than 2 hours.',
      fi: 'Sähkö tai kaukolämpö: vähintään 2 000 käyttäjää yli 2 tuntia.'
    },
    when: [
      { question: 'energy', is: 'yes' },
      { question: 'energy-users', atLeast: 2_000 }
    ],
    ...regulation
  },
  {
    id: 'csl-energy-share',
    words: {
      sv: 'El eller fjärrvärme: minst hälften av användarna i mer än 2 timmar.',
      en: 'Electricity or heating: at least half of the users for more than 2 hours.',
      fi: 'Sähkö tai kaukolämpö: vähintään puolet käyttäjistä yli 2 tuntia.'
    },
    when: [
      { question: 'energy', is: 'yes' },
      { question: 'energy-users-share', atLeast: 50 }
    ],
    ...regulation
  },
  {
    id: 'csl-energy-workaround',
    words: {
      sv: 'El eller fjärrvärme: reservrutiner i mer än 6 timmar.',
      en: 'Electricity or heating: work-arounds for more than 6 hours.',
      fi: 'Sähkö tai kaukolämpö: varamenettelyjä yli 6 tuntia.'
    },
    when: [
      { question: 'energy', is: 'yes' },
      { question: 'workaround-hours', moreThan: 6 }
    ],
    ...regulation
  }
];
