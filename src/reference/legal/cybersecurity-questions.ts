// What is asked about an incident under cybersäkerhetslagen; "har eller kan" (2 kap. 5 §), so what is expected counts as well as what has been.
import type { LegalQuestion } from '../../domain/legal-rules';

export const cybersecurityQuestions: readonly LegalQuestion[] = [
  {
    id: 'security-sensitive',
    kind: 'yes-no',
    words: {
      sv: 'Hör händelsen till kommunens säkerhetskänsliga verksamhet? Fråga säkerhetsskyddschefen om du är osäker.',
      en: 'Does it belong to the municipality’s security-sensitive activity? Ask the head of security protection if you are unsure.',
      fi: 'Kuuluuko tapahtuma kunnan turvallisuuden kannalta arkaluonteiseen toimintaan? Kysy turvallisuussuojapäälliköltä, jos olet epävarma.'
    }
  },
  {
    id: 'serious-disruption',
    kind: 'yes-no',
    words: {
      sv: 'Har incidenten orsakat, eller kan den orsaka, en allvarlig störning i en tjänst eller ekonomisk skada för kommunen?',
      en: 'Has the incident caused, or can it cause, serious disruption of a service or economic damage to the municipality?',
      fi: 'Onko poikkeama aiheuttanut tai voiko se aiheuttaa palveluun vakavan häiriön tai kunnalle taloudellista vahinkoa?'
    }
  },
  {
    id: 'others-harmed',
    kind: 'yes-no',
    words: {
      sv: 'Har den orsakat, eller kan den orsaka, andra personer eller organisationer betydande skada?',
      en: 'Has it caused, or can it cause, considerable damage to other people or organisations?',
      fi: 'Onko se aiheuttanut tai voiko se aiheuttaa muille ihmisille tai organisaatioille huomattavaa vahinkoa?'
    }
  },
  {
    id: 'public-administration',
    kind: 'yes-no',
    words: {
      sv: 'Är det kommunens offentliga förvaltning som påverkas?',
      en: 'Is it the municipality’s public administration that is affected?',
      fi: 'Kohdistuuko vaikutus kunnan julkiseen hallintoon?'
    }
  },
  {
    id: 'water',
    kind: 'yes-no',
    words: {
      sv: 'Påverkas dricksvatten eller avlopp?',
      en: 'Is drinking water or waste water affected?',
      fi: 'Kohdistuuko vaikutus juomaveteen tai jäteveteen?'
    }
  },
  {
    id: 'care',
    kind: 'yes-no',
    words: {
      sv: 'Påverkas kommunens vård, som hemsjukvård?',
      en: 'Is the municipality’s health care affected, such as home nursing?',
      fi: 'Kohdistuuko vaikutus kunnan terveydenhoitoon, kuten kotisairaanhoitoon?'
    }
  },
  {
    id: 'energy',
    kind: 'yes-no',
    words: {
      sv: 'Påverkas el eller fjärrvärme?',
      en: 'Is electricity or district heating affected?',
      fi: 'Kohdistuuko vaikutus sähköön tai kaukolämpöön?'
    }
  },
  {
    id: 'limited-hours',
    kind: 'number',
    words: {
      sv: 'Hur många timmar har verksamheten varit, eller väntas den bli, begränsad?',
      en: 'For how many hours has the activity been limited, or is it expected to be?',
      fi: 'Kuinka monta tuntia toiminta on ollut tai sen odotetaan olevan rajoittunut?'
    }
  },
  {
    id: 'workaround-hours',
    kind: 'number',
    words: {
      sv: 'Hur många timmar har, eller väntas, manuella reservrutiner behövas?',
      en: 'For how many hours have manual work-arounds been needed, or are they expected to be?',
      fi: 'Kuinka monta tuntia käsin tehtäviä varamenettelyjä on tarvittu tai odotetaan tarvittavan?'
    }
  },
  {
    id: 'water-down-hours',
    kind: 'number',
    words: {
      sv: 'Hur många timmar har vattnets eller avloppets system legat nere eller fungerat sämre, eller väntas göra det?',
      en: 'For how many hours have the systems for water been down or degraded, or are they expected to be?',
      fi: 'Kuinka monta tuntia veden järjestelmät ovat olleet tai niiden odotetaan olevan poissa käytöstä tai heikentyneinä?'
    }
  },
  {
    id: 'energy-users',
    kind: 'number',
    words: {
      sv: 'Hur många användare av el eller fjärrvärme har drabbats i mer än två timmar, eller väntas göra det?',
      en: 'How many users of electricity or heating have been hit for more than two hours, or are expected to be?',
      fi: 'Kuinka moneen sähkön tai lämmön käyttäjään häiriö on kohdistunut tai sen odotetaan kohdistuvan yli kaksi tuntia?'
    }
  },
  {
    id: 'energy-users-share',
    kind: 'number',
    words: {
      sv: 'Hur många procent av användarna är det?',
      en: 'What percentage of the users is that?',
      fi: 'Kuinka monta prosenttia käyttäjistä se on?'
    }
  },
  {
    id: 'patient-safety',
    kind: 'yes-no',
    words: {
      sv: 'Har händelsen lett till en anmälan om patientsäkerhet?',
      en: 'Has it led to a report about patient safety?',
      fi: 'Onko tapahtumasta tehty potilasturvallisuusilmoitus?'
    }
  },
  {
    id: 'protected-information',
    kind: 'yes-no',
    words: {
      sv: 'Har någon obehörig kommit åt, ändrat eller förstört skyddade uppgifter i ett system som verksamheten är beroende av?',
      en: 'Has protected information in a system that the activity depends on been accessed, corrupted or destroyed?',
      fi: 'Onko suojattuja tietoja toiminnalle välttämättömässä järjestelmässä luettu, muutettu tai tuhottu luvatta?'
    }
  },
  {
    id: 'other-entity-information',
    kind: 'yes-no',
    words: {
      sv: 'Är det skyddade uppgifter om en annan juridisk person?',
      en: 'Is it protected information of another legal person?',
      fi: 'Onko kyse toisen oikeushenkilön suojatuista tiedoista?'
    }
  },
  {
    id: 'persons',
    kind: 'number',
    words: {
      sv: 'Hur många personers skyddade uppgifter rör det?',
      en: 'Of how many persons is there protected information?',
      fi: 'Kuinka monen henkilön suojatuista tiedoista on kyse?'
    }
  },
  {
    id: 'cost-percent',
    kind: 'number',
    words: {
      sv: 'Hur stor är kostnaden, i procent av förra årets anslag eller intäkter?',
      en: 'How large is the cost, as a percentage of last year’s appropriations or income?',
      fi: 'Kuinka suuri kustannus on prosentteina viime vuoden määrärahoista tai tuloista?'
    }
  },
  {
    id: 'environment',
    kind: 'yes-no',
    words: {
      sv: 'Har det blivit, eller kan det bli, skada på miljön?',
      en: 'Has there been, or can there be, damage to the environment?',
      fi: 'Onko ympäristölle aiheutunut tai voiko sille aiheutua vahinkoa?'
    }
  },
  {
    id: 'other-actor-crisis',
    kind: 'yes-no',
    words: {
      sv: 'Har en annan samhällsviktig aktör gått upp i stabsläge?',
      en: 'Has another vital actor gone into crisis or staff mode?',
      fi: 'Onko toinen yhteiskunnalle elintärkeä toimija siirtynyt kriisi- tai esikuntatilaan?'
    }
  },
  {
    id: 'serious-injury',
    kind: 'yes-no',
    words: {
      sv: 'Har någon dött, skadats allvarligt eller blivit svårt sjuk, eller kan det hända?',
      en: 'Has somebody died, been seriously injured or fallen gravely ill, or can that happen?',
      fi: 'Onko joku kuollut, loukkaantunut vakavasti tai sairastunut vakavasti, tai voiko niin käydä?'
    }
  },
  {
    id: 'recurring',
    kind: 'yes-no',
    words: {
      sv: 'Har samma grundorsak gett minst två incidenter på sex månader som tillsammans når en av gränserna för kostnad?',
      en: 'Has the same root cause led to at least two incidents in six months that together reach the limit of cost?',
      fi: 'Onko sama perussyy aiheuttanut kuudessa kuukaudessa vähintään kaksi poikkeamaa, jotka yhdessä ylittävät kustannusrajan?'
    }
  },
  {
    id: 'recipients-affected',
    kind: 'yes-no',
    words: {
      sv: 'Påverkas de som använder tjänsten sannolikt negativt?',
      en: 'Are those who use the service likely to be adversely affected?',
      fi: 'Vaikuttaako tapahtuma palvelun käyttäjiin todennäköisesti haitallisesti?'
    }
  }
];
