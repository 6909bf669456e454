// Lowest levels that the law sets, as data with source and valid-from (domain.md 5.1). Support for a judgement, not legal advice.
import type { LegalFloor } from '../domain/classification';
import type { Words } from '../domain/language';
import type { Sourced } from '../domain/legal-rules';

export interface SourcedFloor extends LegalFloor, Sourced {
  readonly because: Words;
}

export const legalFloors: readonly SourcedFloor[] = [
  {
    trigger: 'personal-data',
    minimum: { confidentiality: 'moderate', integrity: 'moderate', traceability: 'moderate' },
    because: {
      sv: 'Här finns personuppgifter.',
      en: 'It contains personal data.',
      fi: 'Aineistossa on henkilötietoja.'
    },
    source: 'Dataskyddsförordningen (EU) 2016/679, art. 5 och 32',
    validFrom: '2018-05-25',
    checked: 'check'
  },
  {
    trigger: 'sensitive-personal-data',
    minimum: { confidentiality: 'significant', integrity: 'significant', traceability: 'significant' },
    because: {
      sv: 'Här finns känsliga personuppgifter, uppgifter om barn eller många personnummer.',
      en: 'It contains sensitive personal data, data about children or many identity numbers.',
      fi: 'Aineistossa on arkaluonteisia henkilötietoja, lasten tietoja tai paljon henkilötunnuksia.'
    },
    source: 'Dataskyddsförordningen (EU) 2016/679, art. 9, 32 och 35',
    validFrom: '2018-05-25',
    checked: 'check'
  },
  {
    trigger: 'protected-identity',
    minimum: { confidentiality: 'serious', traceability: 'serious' },
    because: {
      sv: 'Här finns skyddade personuppgifter.',
      en: 'It contains protected identities.',
      fi: 'Aineistossa on turvakiellon alaisia henkilötietoja.'
    },
    source: 'Offentlighets- och sekretesslagen (2009:400) 22 kap.',
    validFrom: '2009-06-30',
    checked: 'check'
  },
  {
    trigger: 'secrecy-straight',
    minimum: { confidentiality: 'significant' },
    because: {
      sv: 'Sekretess gäller om någon kan antas lida skada.',
      en: 'Secrecy applies if somebody can be assumed to be harmed.',
      fi: 'Salassapito on voimassa, jos jollekulle voidaan olettaa aiheutuvan haittaa.'
    },
    source: 'Offentlighets- och sekretesslagen (2009:400), rakt skaderekvisit',
    validFrom: '2009-06-30',
    checked: 'check'
  },
  {
    trigger: 'secrecy-reverse',
    minimum: { confidentiality: 'serious' },
    because: {
      sv: 'Sekretess gäller om det inte står klart att ingen lider men.',
      en: 'Secrecy applies unless it is clear that nobody is harmed.',
      fi: 'Salassapito on voimassa, jollei ole selvää, ettei kenellekään aiheudu haittaa.'
    },
    source: 'Offentlighets- och sekretesslagen (2009:400), omvänt skaderekvisit',
    validFrom: '2009-06-30',
    checked: 'check'
  },
  {
    trigger: 'security-measures',
    minimum: { confidentiality: 'significant' },
    because: {
      sv: 'Uppgifterna beskriver skydd eller sårbarheter.',
      en: 'It describes protection or vulnerabilities.',
      fi: 'Tiedot kuvaavat suojausta tai haavoittuvuuksia.'
    },
    source: 'Offentlighets- och sekretesslagen (2009:400) 18 kap. 8 §',
    validFrom: '2009-06-30',
    checked: 'secondary'
  },
  {
    trigger: 'public-authority',
    minimum: { integrity: 'significant', traceability: 'significant' },
    because: {
      sv: 'Här fattas beslut om enskilda eller betalas pengar ut.',
      en: 'It is used to decide about individuals or to pay out money.',
      fi: 'Tietojen perusteella päätetään yksilöistä tai maksetaan rahaa.'
    },
    source: 'Förvaltningslagen (2017:900), om handläggning av ärenden',
    validFrom: '2018-07-01',
    checked: 'check'
  },
  {
    trigger: 'vital-service',
    minimum: { availability: 'significant' },
    because: {
      sv: 'Samhällsviktig verksamhet behöver uppgifterna.',
      en: 'A vital public service needs it.',
      fi: 'Yhteiskunnalle tärkeä toiminta tarvitsee tietoja.'
    },
    source: 'Cybersäkerhetslagen (2025:1506) 2 kap. 3 §',
    validFrom: '2026-01-15',
    checked: 'primary'
  },
  {
    trigger: 'many-persons',
    minimum: { confidentiality: 'significant' },
    because: {
      sv: 'Skyddsvärda uppgifter om minst 500 personer. En läcka kan bli en betydande incident.',
      en: 'Data worth protecting about at least 500 persons. A leak can become a significant incident.',
      fi: 'Suojattavia tietoja vähintään 500 henkilöstä. Vuodosta voi tulla merkittävä poikkeama.'
    },
    source: 'MCFFS 2026:8, allmän tröskel',
    validFrom: '2026-07-01',
    checked: 'secondary'
  },
  {
    trigger: 'care-record',
    minimum: { confidentiality: 'serious', integrity: 'serious', traceability: 'serious' },
    because: {
      sv: 'Här finns journaler från vård eller socialtjänst.',
      en: 'It contains records of health care or social services.',
      fi: 'Aineistossa on hoidon tai sosiaalipalvelujen asiakirjoja.'
    },
    source: 'Patientdatalagen (2008:355) 4 kap.; offentlighets- och sekretesslagen (2009:400) 25 och 26 kap.',
    validFrom: '2009-06-30',
    checked: 'check'
  }
];
