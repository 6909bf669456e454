// Säkerhetsskydd: what is reported promptly to Säkerhetspolisen. Nothing of the content may stand here (domain.md 1 fact 6, H52).
import type { RegimeRules, Sourced } from '../../domain/legal-rules';

const ordinance: Sourced = {
  source: 'Säkerhetsskyddsförordningen (2021:955) 2 kap. 4 §',
  validFrom: '2021-12-01',
  checked: 'secondary'
};

export const securityProtection: RegimeRules = {
  regime: 'security-protection',
  version: 'security-protection-2026-1',
  receivers: [
    {
      name: 'Säkerhetspolisen',
      portal:
        'Ring Säkerhetspolisen. Underlaget lämnas på deras blanketter, med det säkerhetsskydd som uppgifterna kräver, aldrig härifrån.',
      ...ordinance
    }
  ],
  stages: [
    {
      id: 'notification',
      limit: { kind: 'promptly' },
      sheet: [
        { id: 'controller', sv: 'Verksamhetsutövare' },
        { id: 'contact', sv: 'Kontaktperson hos säkerhetsskyddet' },
        { id: 'own-reference', sv: 'Egen referens (skriv inget om innehållet här)' },
        { id: 'known-at', sv: 'När händelsen upptäcktes' },
        { id: 'ongoing', sv: 'Pågår händelsen?' }
      ],
      ...ordinance
    },
    {
      id: 'supplement',
      limit: { kind: 'on-request' },
      sheet: [
        { id: 'external-reference', sv: 'Säkerhetspolisens ärendenummer' },
        { id: 'own-reference', sv: 'Egen referens (skriv inget om innehållet här)' }
      ],
      ...ordinance
    }
  ],
  questions: [
    {
      id: 'classified-disclosed',
      kind: 'yes-no',
      words: {
        sv: 'Finns det skäl att anta att en säkerhetsskyddsklassificerad uppgift har röjts? Skriv inte vilken.',
        en: 'Is there reason to assume that security-classified information was disclosed? Do not write which.',
        fi: 'Onko syytä olettaa, että turvallisuusluokiteltu tieto on paljastunut? Älä kirjoita mikä.'
      }
    },
    {
      id: 'sensitive-system',
      kind: 'yes-no',
      words: {
        sv: 'Är det en it-incident i ett system av betydelse för säkerhetskänslig verksamhet, som allvarligt kan påverka säkerheten i systemet?',
        en: 'Is it an IT incident in a system that matters to security-sensitive activity and can seriously affect the security of the system?',
        fi: 'Onko kyse tietotekniikkapoikkeamasta järjestelmässä, jolla on merkitystä turvallisuuden kannalta arkaluonteiselle toiminnalle ja jonka turvallisuuteen se voi vaikuttaa vakavasti?'
      }
    },
    {
      id: 'threatening-activity',
      kind: 'yes-no',
      words: {
        sv: 'Finns det kännedom eller misstanke om någon annan allvarlig säkerhetshotande verksamhet?',
        en: 'Is there knowledge or suspicion of other serious activity that threatens security?',
        fi: 'Onko tiedossa tai epäilläänkö muuta vakavaa turvallisuutta uhkaavaa toimintaa?'
      }
    }
  ],
  exemptions: [],
  duties: [
    {
      id: 'security-classified-disclosed',
      words: {
        sv: 'En säkerhetsskyddsklassificerad uppgift kan ha röjts.',
        en: 'Security-classified information may have been disclosed.',
        fi: 'Turvallisuusluokiteltu tieto on voinut paljastua.'
      },
      when: [{ question: 'classified-disclosed', is: 'yes' }],
      ...ordinance
    },
    {
      id: 'security-sensitive-system',
      words: {
        sv: 'It-incident i ett system av betydelse för säkerhetskänslig verksamhet.',
        en: 'An IT incident in a system that matters to security-sensitive activity.',
        fi: 'Tietotekniikkapoikkeama turvallisuuden kannalta arkaluonteisen toiminnan järjestelmässä.'
      },
      when: [{ question: 'sensitive-system', is: 'yes' }],
      ...ordinance
    },
    {
      id: 'security-threatening-activity',
      words: {
        sv: 'Annan allvarlig säkerhetshotande verksamhet.',
        en: 'Other serious activity that threatens security.',
        fi: 'Muu vakava turvallisuutta uhkaava toiminta.'
      },
      when: [{ question: 'threatening-activity', is: 'yes' }],
      ...ordinance
    }
  ],
  otherwise: {
    id: 'security-none',
    words: {
      sv: 'Inget som har svarats ska anmälas. Är ni osäkra, anmäl ändå.',
      en: 'Nothing that was answered is to be reported. If you are unsure, report all the same.',
      fi: 'Mistään vastatusta ei tarvitse ilmoittaa. Jos olette epävarmoja, ilmoittakaa silti.'
    },
    when: [],
    ...ordinance
  },
  informing: []
};
