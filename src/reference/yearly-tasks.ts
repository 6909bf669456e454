// The tasks of the årshjul, with their sources. The months are our own proposal, for the municipality to decide; where a source says when, they follow it.
import type { YearlyTask } from '../domain/yearly-tasks';

const quarterly = [3, 6, 9, 12];

export const yearlyTasks: readonly YearlyTask[] = [
  {
    code: 'registered-details',
    role: 'information-security',
    months: [1],
    source: '2 kap. 2 § cybersäkerhetslagen (2025:1506)',
    words: {
      sv: 'Stäm av de uppgifter som kommunen har anmält till tillsynsmyndigheten',
      en: 'Check the details that the municipality has registered with the supervisory authority',
      fi: 'Tarkista valvontaviranomaiselle ilmoitetut tiedot'
    }
  },
  {
    code: 'annual-report',
    role: 'information-security',
    months: [2],
    source: 'H63',
    words: {
      sv: 'Rapportera läge och status till kommundirektören och kommunstyrelsen',
      en: 'Report how things stand to the municipal director and the executive board',
      fi: 'Raportoi tilanne kunnanjohtajalle ja kunnanhallitukselle'
    }
  },
  {
    code: 'management-review',
    role: 'leadership',
    months: [3],
    source: 'SS-EN ISO/IEC 27001:2022, 9.3',
    words: { sv: 'Ledningens genomgång', en: 'Management review', fi: 'Johdon katselmus' }
  },
  {
    code: 'internal-control',
    role: 'it',
    months: quarterly,
    source: 'H50',
    words: { sv: 'Intern kontroll av IT-miljön', en: 'Internal control of the IT environment', fi: 'IT-ympäristön sisäinen valvonta' }
  },
  {
    code: 'follow-up',
    role: 'information-security',
    months: quarterly,
    source: 'H62',
    words: { sv: 'Följ upp efterlevnaden', en: 'Follow up compliance', fi: 'Seuraa vaatimusten noudattamista' }
  },
  {
    code: 'model-review',
    role: 'information-security',
    months: [4],
    source: 'H35, H03',
    words: {
      sv: 'Se över klassningsmodellen och kraven, med de ändringsförslag som har kommit in',
      en: 'Review the classification model and the requirements, with the proposals that have come in',
      fi: 'Tarkista luokitusmalli ja vaatimukset sekä saapuneet muutosehdotukset'
    }
  },
  {
    code: 'requirements',
    role: 'it',
    months: [5],
    source: 'H33, H49',
    words: {
      sv: 'Följ upp svaren på krav, även leverantörernas',
      en: 'Follow up the answers to requirements, those of suppliers as well',
      fi: 'Seuraa vastauksia vaatimuksiin, myös toimittajien'
    }
  },
  {
    code: 'guidelines',
    role: 'information-security',
    months: [5],
    source: 'H05, H20',
    words: { sv: 'Se över riktlinjer och rutiner', en: 'Review guidelines and routines', fi: 'Tarkista suuntaviivat ja rutiinit' }
  },
  {
    code: 'keys',
    role: 'security-protection',
    months: [6],
    source: 'H54',
    words: {
      sv: 'Kontrollera giltighetstiden för kryptografiska nycklar',
      en: 'Check how long cryptographic keys are valid',
      fi: 'Tarkista salausavainten voimassaolo'
    }
  },
  {
    code: 'inventory',
    role: 'information-security',
    months: [9],
    source: 'H21',
    words: {
      sv: 'Årlig inventering av informationstillgångarna',
      en: 'Yearly inventory of the information assets',
      fi: 'Tieto-omaisuuden vuosittainen inventointi'
    }
  },
  {
    code: 'external-review-ordered',
    role: 'it',
    months: [9],
    source: 'H29',
    words: {
      sv: 'Beställ årets externa granskning av IT-miljön',
      en: 'Order this year’s external review of the IT environment',
      fi: 'Tilaa vuoden ulkoinen IT-ympäristön tarkastus'
    }
  },
  {
    code: 'management-training',
    role: 'leadership',
    months: [10],
    source: '2 kap. 4 § cybersäkerhetslagen (2025:1506)',
    words: {
      sv: 'Utbildning om säkerhetsåtgärder för ledningen',
      en: 'Training of the management on security measures',
      fi: 'Johdon koulutus turvallisuustoimenpiteistä'
    }
  },
  {
    code: 'crisis-plan',
    role: 'security-protection',
    months: [10],
    source: 'H55',
    words: {
      sv: 'Se över krisplanen och ringlistan',
      en: 'Review the crisis plan and the calling list',
      fi: 'Tarkista kriisisuunnitelma ja soittolista'
    }
  },
  {
    code: 'exercise',
    role: 'security-protection',
    months: [11],
    source: 'H26',
    words: { sv: 'Öva en allvarlig incident', en: 'Exercise a serious incident', fi: 'Harjoittele vakavaa poikkeamaa' }
  },
  {
    code: 'continuity',
    role: 'information-security',
    months: [11],
    source: 'H27',
    words: {
      sv: 'Följ upp att kontinuitetsplaner och reservrutiner har prövats',
      en: 'Follow up that continuity plans and fallback routines have been tried',
      fi: 'Seuraa, että jatkuvuussuunnitelmat ja varamenettelyt on kokeiltu'
    }
  },
  {
    code: 'external-review-reported',
    role: 'it',
    months: [11],
    source: 'H29',
    words: {
      sv: 'Rapportera den externa granskningen till kommunstyrelsen',
      en: 'Report the external review to the executive board',
      fi: 'Raportoi ulkoinen tarkastus kunnanhallitukselle'
    }
  },
  {
    code: 'data-protection',
    role: 'data-protection',
    months: [11],
    source: 'H58',
    words: {
      sv: 'Dataskyddsombudets uppföljning av året',
      en: 'The data protection officer’s follow-up of the year',
      fi: 'Tietosuojavastaavan vuosiseuranta'
    }
  },
  {
    code: 'networks',
    role: 'information-security',
    months: [12],
    source: 'H28',
    words: {
      sv: 'Se över samverkan med myndigheter och nätverk',
      en: 'Review the cooperation with authorities and networks',
      fi: 'Tarkista yhteistyö viranomaisten ja verkostojen kanssa'
    }
  },
  {
    code: 'knowledge',
    role: 'information-security',
    months: [12],
    source: 'H24, H43',
    words: {
      sv: 'Följ upp att medarbetarna kan reglerna på sitt tjänsteställe',
      en: 'Follow up that employees know the rules of their workplace',
      fi: 'Seuraa, että työntekijät tuntevat toimipisteensä säännöt'
    }
  }
];
