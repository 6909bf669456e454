// Paragraphs of offentlighets- och sekretesslagen (2009:400) that what is known of an incident may be masked under. Suggestions, to be checked; a person decides on release.
import type { Words } from '../domain/language';
import type { SourceCheck } from '../domain/legal-rules';

/** `paragraph` as it stands after "OSL". `source`: where it is read that it is used of incidents or risk analyses; `validFrom` is a Swedish calendar day. */
export interface SecrecyGround {
  readonly paragraph: string;
  readonly words: Words;
  readonly source: string;
  readonly validFrom: string;
  readonly checked: SourceCheck;
}

/** Only those whose use has a source; any other is written by whoever masks (domain.md 1 fact 7 and 2.5). The act is in force from 30 June 2009. */
export const secrecyGrounds: readonly SecrecyGround[] = [
  {
    paragraph: '18 kap. 8 §',
    words: {
      sv: 'Säkerhets- och bevakningsåtgärder, till exempel för it-system',
      en: 'Security and surveillance measures, such as those of IT systems',
      fi: 'Turvallisuus- ja valvontatoimet, esimerkiksi tietojärjestelmien'
    },
    source: 'CERT-SE, it-incidentrapportering; MSB om sekretess för risk- och sårbarhetsanalyser',
    validFrom: '2009-06-30',
    checked: 'secondary'
  },
  {
    paragraph: '18 kap. 13 §',
    words: {
      sv: 'Risk- och sårbarhetsanalyser och planering för kriser',
      en: 'Risk and vulnerability analyses and planning for crises',
      fi: 'Riski- ja haavoittuvuusanalyysit ja kriiseihin varautuminen'
    },
    source: 'CERT-SE, it-incidentrapportering; MSB om sekretess för risk- och sårbarhetsanalyser',
    validFrom: '2009-06-30',
    checked: 'secondary'
  }
];

const act = 'Offentlighets- och sekretesslag (2009:400)';

/** Paragraphs that a municipality's own information is often secret under (H12): support for whoever fills in, to be checked against the act in force. */
export const informationSecrecyGrounds: readonly SecrecyGround[] = [
  ...secrecyGrounds,
  ground('19 kap. 3 §', {
    sv: 'Upphandling och annan affärsverksamhet',
    en: 'Procurement and other business',
    fi: 'Hankinnat ja muu liiketoiminta'
  }),
  ground('21 kap. 1 §', { sv: 'Hälsa och sexualliv', en: 'Health and sex life', fi: 'Terveys ja seksuaalielämä' }),
  ground('21 kap. 3 §', {
    sv: 'Förföljda personers adress och telefon',
    en: 'Address and telephone of persons under threat',
    fi: 'Vainottujen henkilöiden osoite ja puhelin'
  }),
  ground('23 kap. 1 §', { sv: 'Förskola', en: 'Preschool', fi: 'Esikoulu' }),
  ground('23 kap. 2 §', {
    sv: 'Skola: elevhälsa och särskilt stöd',
    en: 'School: pupils’ health and special support',
    fi: 'Koulu: oppilashuolto ja erityinen tuki'
  }),
  ground('25 kap. 1 §', { sv: 'Hälso- och sjukvård', en: 'Health care', fi: 'Terveyden- ja sairaanhoito' }),
  ground('26 kap. 1 §', { sv: 'Socialtjänst', en: 'Social services', fi: 'Sosiaalipalvelut' }),
  ground('31 kap. 16 §', {
    sv: 'Företags affärer med kommunen',
    en: 'Companies’ business with the municipality',
    fi: 'Yritysten liikesuhteet kuntaan'
  }),
  ground('39 kap. 1 §', { sv: 'Stöd till anställda', en: 'Support for employees', fi: 'Työntekijöiden tuki' }),
  ground('39 kap. 2 §', {
    sv: 'Personalärenden: hälsa, omplacering, pension',
    en: 'Staff matters: health, transfer, pension',
    fi: 'Henkilöstöasiat: terveys, siirto, eläke'
  })
];

/** Those paragraphs, as an asset keeps them. */
export const secrecyParagraphs: readonly string[] = informationSecrecyGrounds.map(({ paragraph }) => paragraph);

function ground(paragraph: string, words: Words): SecrecyGround {
  return { paragraph, words, source: act, validFrom: '2009-06-30', checked: 'check' };
}
