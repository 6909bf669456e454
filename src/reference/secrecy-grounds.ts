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
