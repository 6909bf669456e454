// Requirements that go for every aspect, from the highest level of the class (domain.md 5.1, "Alla aspekter"). Own wording.
import type { Requirement } from '../../domain/requirements';
import { digital, powered } from './carriers';

export const requirementsForAll: readonly Requirement[] = [
  {
    code: 'A-01',
    aspect: 'all',
    from: 'negligible',
    iso: ['5.2', '5.9'],
    law: [9],
    actors: ['unit'],
    is: {
      sv: 'Informationsägare, objektägare och systemförvaltare är utsedda.',
      en: 'An information owner, an object owner and a system manager have been appointed.',
      fi: 'Tiedon omistaja, kohteen omistaja ja järjestelmävastaava on nimetty.'
    }
  },
  {
    code: 'A-02',
    aspect: 'all',
    from: 'negligible',
    iso: ['5.10', '6.3'],
    law: [7],
    actors: ['unit', 'supplier'],
    is: {
      sv: 'Alla som använder informationen känner till de regler som gäller för den.',
      en: 'Everybody who uses the information knows the rules for it.',
      fi: 'Kaikki tietoa käyttävät tuntevat sitä koskevat säännöt.'
    },
    shall: {
      sv: 'Leverantören ska se till att den personal som hanterar informationen känner till reglerna för den.',
      en: 'The supplier shall see to it that staff who handle the information know the rules for it.',
      fi: 'Toimittajan on huolehdittava siitä, että tietoa käsittelevä henkilöstö tuntee sitä koskevat säännöt.'
    }
  },
  {
    code: 'A-03',
    aspect: 'all',
    from: 'negligible',
    iso: ['6.8'],
    law: [2],
    actors: ['unit', 'it', 'supplier'],
    is: {
      sv: 'Incidenter och brister rapporteras så snart någon ser dem, till IT och närmaste chef.',
      en: 'Incidents and weaknesses are reported as soon as somebody sees them, to IT and the nearest manager.',
      fi: 'Poikkeamista ja puutteista ilmoitetaan heti, kun joku huomaa ne, tietohallinnolle ja lähiesihenkilölle.'
    },
    shall: {
      sv: 'Leverantören ska utan dröjsmål anmäla incidenter och brister som rör leveransen till den kontakt som kommunen har angett.',
      en: 'The supplier shall without delay report incidents and weaknesses that concern the delivery to the contact the municipality has named.',
      fi: 'Toimittajan on viipymättä ilmoitettava toimitusta koskevista poikkeamista ja puutteista kunnan nimeämälle yhteyshenkilölle.'
    }
  },
  {
    code: 'A-04',
    aspect: 'all',
    from: 'moderate',
    iso: ['5.36'],
    law: [6],
    actors: ['unit'],
    is: {
      sv: 'Klassen och skyddet ses över varje år.',
      en: 'The class and the protection are reviewed every year.',
      fi: 'Luokka ja suojaus tarkistetaan vuosittain.'
    }
  },
  {
    code: 'A-05',
    aspect: 'all',
    from: 'moderate',
    iso: ['5.19', '5.20'],
    law: [4],
    actors: ['unit', 'supplier'],
    is: {
      sv: 'Hanterar en leverantör informationen står kommunens grundkrav på säkerhet i avtalet.',
      en: 'Where a supplier handles the information, the municipality’s basic security requirements are in the contract.',
      fi: 'Jos toimittaja käsittelee tietoa, kunnan turvallisuuden perusvaatimukset ovat sopimuksessa.'
    },
    shall: {
      sv: 'Leverantören ska följa kommunens grundkrav på säkerhet och ställa samma krav på sina underleverantörer.',
      en: 'The supplier shall follow the municipality’s basic security requirements and put the same to its subcontractors.',
      fi: 'Toimittajan on noudatettava kunnan turvallisuuden perusvaatimuksia ja asetettava samat vaatimukset alihankkijoilleen.'
    }
  },
  {
    code: 'A-06',
    aspect: 'all',
    from: 'significant',
    iso: ['5.7', '5.8'],
    law: [1],
    actors: ['unit', 'supplier'],
    is: {
      sv: 'En riskbedömning är gjord, nedskriven och inte äldre än ett år.',
      en: 'A risk assessment has been made and written down, and is no older than a year.',
      fi: 'Riskiarviointi on tehty ja kirjattu, eikä se ole vuotta vanhempi.'
    },
    shall: {
      sv: 'Leverantören ska ha en nedskriven riskbedömning av leveransen, högst ett år gammal, och visa den när kommunen begär det.',
      en: 'The supplier shall have a written risk assessment of the delivery, no older than a year, and show it when the municipality asks.',
      fi: 'Toimittajalla on oltava toimituksesta kirjallinen, enintään vuoden vanha riskiarviointi, joka esitetään kunnan pyynnöstä.'
    }
  },
  {
    code: 'A-07',
    aspect: 'all',
    from: 'significant',
    iso: ['5.20', '5.22', '5.23'],
    law: [4, 6],
    actors: ['unit', 'supplier'],
    is: {
      sv: 'Hanterar en leverantör informationen följs kraven på den upp varje år.',
      en: 'Where a supplier handles the information, the requirements on it are followed up every year.',
      fi: 'Jos toimittaja käsittelee tietoa, sille asetettujen vaatimusten täyttyminen tarkistetaan vuosittain.'
    },
    shall: {
      sv: 'Leverantören ska varje år redovisa hur kraven uppfylls, och ge kommunen möjlighet att kontrollera det.',
      en: 'The supplier shall account for how the requirements are met every year, and let the municipality verify it.',
      fi: 'Toimittajan on vuosittain selvitettävä, miten vaatimukset täyttyvät, ja annettava kunnan tarkastaa se.'
    }
  },
  {
    code: 'A-08',
    aspect: 'all',
    from: 'significant',
    iso: ['8.32'],
    law: [5],
    actors: ['it', 'supplier'],
    carriers: powered,
    is: {
      sv: 'Förändringar prövas och godkänns innan de införs, och det finns en väg tillbaka.',
      en: 'Changes are tried and approved before they are made, and there is a way back.',
      fi: 'Muutokset testataan ja hyväksytään ennen käyttöönottoa, ja ne voidaan perua.'
    },
    shall: {
      sv: 'Leverantören ska pröva förändringar, få dem godkända av kommunen innan de införs och kunna återgå till hur det var.',
      en: 'The supplier shall try changes, have them approved by the municipality before they are made, and be able to go back.',
      fi: 'Toimittajan on testattava muutokset, hankittava kunnan hyväksyntä ennen niiden käyttöönottoa ja pystyttävä perumaan ne.'
    }
  },
  {
    code: 'A-09',
    aspect: 'all',
    from: 'serious',
    iso: ['5.35', '8.8'],
    law: [5, 6],
    actors: ['it', 'supplier'],
    carriers: digital,
    is: {
      sv: 'Någon oberoende testar säkerheten varje år, och det testet finner rättas efter hur allvarligt det är.',
      en: 'Somebody independent tests the security every year, and what is found is corrected by how serious it is.',
      fi: 'Riippumaton taho testaa turvallisuuden vuosittain, ja löydökset korjataan vakavuusjärjestyksessä.'
    },
    shall: {
      sv: 'Leverantören ska varje år låta någon oberoende testa säkerheten, redovisa resultatet och rätta det som testet finner.',
      en: 'The supplier shall have the security tested by somebody independent every year, report the result and correct what is found.',
      fi: 'Toimittajan on vuosittain testautettava turvallisuus riippumattomalla taholla, raportoitava tulos ja korjattava löydökset.'
    }
  },
  {
    code: 'A-10',
    aspect: 'all',
    from: 'serious',
    iso: ['5.3', '8.32'],
    law: [5, 9],
    actors: ['it', 'supplier'],
    carriers: powered,
    is: {
      sv: 'Kritiska förändringar görs av två personer tillsammans.',
      en: 'Critical changes are made by two people together.',
      fi: 'Kriittiset muutokset tekee kaksi henkilöä yhdessä.'
    },
    shall: {
      sv: 'Leverantören ska låta två personer tillsammans göra kritiska förändringar.',
      en: 'The supplier shall have critical changes made by two people together.',
      fi: 'Toimittajan on teetettävä kriittiset muutokset kahden henkilön yhteistyönä.'
    }
  },
  {
    code: 'A-11',
    aspect: 'all',
    from: 'serious',
    iso: ['5.7'],
    law: [1],
    actors: ['unit'],
    is: {
      sv: 'En särskild analys av hoten mot informationen är gjord, och objektägaren har tagit ställning till den.',
      en: 'A separate analysis of the threats to the information has been made, and the object owner has taken a stand on it.',
      fi: 'Tietoon kohdistuvista uhkista on tehty erillinen analyysi, johon kohteen omistaja on ottanut kantaa.'
    }
  }
];
