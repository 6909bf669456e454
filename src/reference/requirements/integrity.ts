// Requirements that keep information right (domain.md 5.1, R). Own wording.
import type { Requirement } from '../../domain/requirements';
import { applications, digital, paper, recorded, spoken } from './carriers';

const aspect = 'integrity';

export const requirementsForIntegrity: readonly Requirement[] = [
  {
    code: 'R-01',
    aspect,
    from: 'negligible',
    iso: ['5.33'],
    law: [],
    actors: ['unit'],
    is: {
      sv: 'Det går att veta vilken version som är den senaste.',
      en: 'One can tell which version is the latest.',
      fi: 'Uusin versio on tunnistettavissa.'
    }
  },
  {
    code: 'R-02',
    aspect,
    from: 'moderate',
    iso: ['5.33', '8.15'],
    law: [],
    actors: ['it', 'supplier'],
    carriers: digital,
    is: {
      sv: 'Tidigare versioner sparas och kan tas fram.',
      en: 'Earlier versions are kept and can be brought back.',
      fi: 'Aiemmat versiot säilytetään ja ne voidaan palauttaa.'
    },
    shall: {
      sv: 'Leverantören ska spara tidigare versioner så att kommunen kan ta fram dem.',
      en: 'The supplier shall keep earlier versions so that the municipality can bring them back.',
      fi: 'Toimittajan on säilytettävä aiemmat versiot niin, että kunta voi palauttaa ne.'
    }
  },
  {
    code: 'R-03',
    aspect,
    from: 'moderate',
    iso: ['5.15', '8.3'],
    law: [9],
    actors: ['unit', 'it', 'supplier'],
    carriers: recorded,
    is: {
      sv: 'Bara den som är behörig kan ändra; att läsa ger inte rätt att ändra.',
      en: 'Only those authorised can change it; reading does not give the right to change.',
      fi: 'Vain siihen oikeutettu voi muuttaa tietoa; lukuoikeus ei oikeuta muuttamaan.'
    },
    shall: {
      sv: 'Leverantören ska skilja rätten att läsa från rätten att ändra, och inte själv ändra uppgifter utan kommunens uppdrag.',
      en: 'The supplier shall keep the right to read apart from the right to change, and change nothing without the municipality’s order.',
      fi: 'Toimittajan on erotettava lukuoikeus muutosoikeudesta, eikä se saa itse muuttaa tietoja ilman kunnan toimeksiantoa.'
    }
  },
  {
    code: 'R-04',
    aspect,
    from: 'moderate',
    iso: ['5.33'],
    law: [],
    actors: ['unit'],
    carriers: paper,
    is: {
      sv: 'Ändringar på papper görs så att det som stod före kan läsas, med datum och signatur.',
      en: 'Changes on paper leave what stood before readable, with date and signature.',
      fi: 'Paperille tehdyt muutokset jättävät aiemman tekstin luettavaksi, ja niissä on päiväys ja allekirjoitus.'
    }
  },
  {
    code: 'R-05',
    aspect,
    from: 'significant',
    iso: ['5.3'],
    law: [9],
    actors: ['unit'],
    carriers: recorded,
    is: {
      sv: 'Två personer ser varje rättning av ett beslut eller en utbetalning.',
      en: 'Two people see every correction of a decision or a payment.',
      fi: 'Kaksi henkilöä tarkistaa jokaisen päätöksen tai maksun oikaisun.'
    }
  },
  {
    code: 'R-06',
    aspect,
    from: 'significant',
    iso: ['8.26', '8.28'],
    law: [5],
    actors: ['it', 'supplier'],
    carriers: applications,
    is: {
      sv: 'Det som matas in kontrolleras, och orimliga värden stoppas.',
      en: 'What is entered is checked, and unreasonable values are stopped.',
      fi: 'Syötetyt tiedot tarkistetaan, ja epäuskottavat arvot estetään.'
    },
    shall: {
      sv: 'Leverantören ska kontrollera det som matas in, från människor och från andra system, och stoppa orimliga värden.',
      en: 'The supplier shall check what is entered, by people and by other systems, and stop unreasonable values.',
      fi: 'Toimittajan on tarkistettava ihmisten ja muiden järjestelmien syöttämät tiedot ja estettävä epäuskottavat arvot.'
    }
  },
  {
    code: 'R-07',
    aspect,
    from: 'significant',
    iso: ['8.13'],
    law: [3],
    actors: ['it', 'supplier'],
    carriers: digital,
    is: {
      sv: 'Säkerhetskopior tas varje dygn och förvaras skilda från originalet.',
      en: 'Backups are made every day and kept apart from the original.',
      fi: 'Varmuuskopiot otetaan päivittäin ja säilytetään erillään alkuperäisestä.'
    },
    shall: {
      sv: 'Leverantören ska ta säkerhetskopior varje dygn och förvara dem skilda från originalet.',
      en: 'The supplier shall make backups every day and keep them apart from the original.',
      fi: 'Toimittajan on otettava varmuuskopiot päivittäin ja säilytettävä ne erillään alkuperäisestä.'
    }
  },
  {
    code: 'R-08',
    aspect,
    from: 'significant',
    iso: ['5.33', '7.5'],
    law: [3],
    actors: ['unit'],
    carriers: paper,
    is: {
      sv: 'Av papper som inte kan ersättas finns en kopia på en annan plats.',
      en: 'Of papers that cannot be replaced there is a copy in another place.',
      fi: 'Korvaamattomista papereista on kopio toisessa paikassa.'
    }
  },
  {
    code: 'R-09',
    aspect,
    from: 'significant',
    iso: ['5.33', '5.37'],
    law: [],
    actors: ['unit'],
    carriers: spoken,
    is: {
      sv: 'Muntliga uppgifter som leder till ett beslut skrivs ned samma dag och bekräftas av den som lämnade dem.',
      en: 'Spoken information that leads to a decision is written down the same day and confirmed by whoever gave it.',
      fi: 'Päätökseen johtavat suulliset tiedot kirjataan samana päivänä ja vahvistutetaan niiden antajalla.'
    }
  },
  {
    code: 'R-10',
    aspect,
    from: 'serious',
    iso: ['8.24'],
    law: [8],
    actors: ['it', 'supplier'],
    carriers: digital,
    is: {
      sv: 'Uppgifterna skyddas med signering eller kontrollsummor, så att en otillåten ändring upptäcks.',
      en: 'The data is protected by signatures or checksums, so that an unauthorised change is discovered.',
      fi: 'Tiedot on suojattu allekirjoituksin tai tarkistussummin, joten luvaton muutos havaitaan.'
    },
    shall: {
      sv: 'Leverantören ska skydda uppgifterna med signering eller kontrollsummor och meddela kommunen när en otillåten ändring upptäcks.',
      en: 'The supplier shall protect the data by signatures or checksums and tell the municipality when an unauthorised change is discovered.',
      fi: 'Toimittajan on suojattava tiedot allekirjoituksin tai tarkistussummin ja ilmoitettava kunnalle luvattomasta muutoksesta.'
    }
  },
  {
    code: 'R-11',
    aspect,
    from: 'serious',
    iso: ['5.36', '8.26'],
    law: [6],
    actors: ['unit'],
    is: {
      sv: 'Uppgifterna stäms regelbundet av mot den källa de kommer från.',
      en: 'The data is regularly reconciled with the source it comes from.',
      fi: 'Tiedot täsmäytetään säännöllisesti lähteeseensä.'
    }
  },
  {
    code: 'R-12',
    aspect,
    from: 'serious',
    iso: ['8.13'],
    law: [3, 6],
    actors: ['it', 'supplier'],
    carriers: digital,
    is: {
      sv: 'Återläsning från säkerhetskopia prövas varje halvår, med nedskrivet resultat.',
      en: 'Restoring from backup is tried every half-year, and the result is written down.',
      fi: 'Varmuuskopion palautus testataan puolivuosittain, ja tulos kirjataan.'
    },
    shall: {
      sv: 'Leverantören ska pröva återläsning från säkerhetskopia varje halvår och redovisa resultatet.',
      en: 'The supplier shall try restoring from backup every half-year and report the result.',
      fi: 'Toimittajan on testattava varmuuskopion palautus puolivuosittain ja raportoitava tulos.'
    }
  }
];
