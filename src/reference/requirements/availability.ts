// Requirements that keep information within reach (domain.md 5.1, T). Own wording; 4 hours, a day and five days are the times of the levels.
import type { Requirement } from '../../domain/requirements';
import { digital, paper, powered } from './carriers';

const aspect = 'availability';

export const requirementsForAvailability: readonly Requirement[] = [
  {
    code: 'T-01',
    aspect,
    from: 'negligible',
    iso: ['5.24', '6.8'],
    law: [2],
    actors: ['unit', 'supplier'],
    is: {
      sv: 'Alla som behöver informationen vet vem de ringer när den inte går att nå.',
      en: 'Everybody who needs the information knows whom to ring when it cannot be reached.',
      fi: 'Kaikki tietoa tarvitsevat tietävät, kenelle soittaa, kun siihen ei pääse.'
    },
    shall: {
      sv: 'Leverantören ska ange ett telefonnummer för felanmälan och vilka tider det är bemannat.',
      en: 'The supplier shall give a telephone number for reporting faults and the hours it is staffed.',
      fi: 'Toimittajan on ilmoitettava vikailmoitusten puhelinnumero ja sen palveluajat.'
    }
  },
  {
    code: 'T-02',
    aspect,
    from: 'moderate',
    iso: ['8.13'],
    law: [3],
    actors: ['it', 'supplier'],
    carriers: digital,
    is: {
      sv: 'Säkerhetskopior tas, och informationen kan återställas inom fem arbetsdagar.',
      en: 'Backups are made, and the information can be restored within five working days.',
      fi: 'Varmuuskopiot otetaan, ja tieto voidaan palauttaa viidessä työpäivässä.'
    },
    shall: {
      sv: 'Leverantören ska ta säkerhetskopior och kunna återställa informationen inom fem arbetsdagar.',
      en: 'The supplier shall make backups and be able to restore the information within five working days.',
      fi: 'Toimittajan on otettava varmuuskopiot ja pystyttävä palauttamaan tieto viidessä työpäivässä.'
    }
  },
  {
    code: 'T-03',
    aspect,
    from: 'moderate',
    iso: ['5.29'],
    law: [3],
    actors: ['unit'],
    is: {
      sv: 'Det finns en kontinuitetsplan på minst en sida, som de berörda känner till.',
      en: 'There is a continuity plan of at least one page, which those concerned know.',
      fi: 'On olemassa vähintään sivun mittainen jatkuvuussuunnitelma, jonka asianosaiset tuntevat.'
    }
  },
  {
    code: 'T-04',
    aspect,
    from: 'moderate',
    iso: ['5.9', '7.5'],
    law: [3, 9],
    actors: ['unit'],
    carriers: [...paper, 'medium'],
    is: {
      sv: 'Det är antecknat var papper och medier förvaras och vem som har nyckel.',
      en: 'It is noted where papers and media are kept and who has a key.',
      fi: 'Papereiden ja tallenteiden säilytyspaikka ja avaimen haltijat on kirjattu.'
    }
  },
  {
    code: 'T-05',
    aspect,
    from: 'significant',
    iso: ['5.30'],
    law: [3],
    actors: ['it', 'supplier'],
    carriers: powered,
    is: {
      sv: 'Driften kan återställas inom ett dygn, och det är prövat.',
      en: 'Operation can be restored within a day, and that has been tried.',
      fi: 'Toiminta voidaan palauttaa vuorokaudessa, ja se on testattu.'
    },
    shall: {
      sv: 'Leverantören ska kunna återställa driften inom ett dygn, och visa att det är prövat.',
      en: 'The supplier shall be able to restore operation within a day, and show that it has been tried.',
      fi: 'Toimittajan on pystyttävä palauttamaan toiminta vuorokaudessa ja osoitettava, että se on testattu.'
    }
  },
  {
    code: 'T-06',
    aspect,
    from: 'significant',
    iso: ['5.29', '5.30'],
    law: [3, 6],
    actors: ['unit'],
    is: {
      sv: 'Reservrutinen prövas varje år, med nedskrivet resultat.',
      en: 'The fallback routine is tried every year, and the result is written down.',
      fi: 'Varamenettely testataan vuosittain, ja tulos kirjataan.'
    }
  },
  {
    code: 'T-07',
    aspect,
    from: 'significant',
    iso: ['5.20', '5.22'],
    law: [4],
    actors: ['unit', 'supplier'],
    carriers: powered,
    is: {
      sv: 'Hanterar en leverantör driften säger avtalet hur snabbt den ska svara och åtgärda, och vad som gäller annars.',
      en: 'Where a supplier runs it, the contract says how soon it is to answer and put things right, and what applies otherwise.',
      fi: 'Jos toimittaja hoitaa käyttöä, sopimuksessa on vaste- ja korjausajat sekä seuraamukset.'
    },
    shall: {
      sv: 'Leverantören ska svara och åtgärda inom avtalade tider, mäta tillgängligheten och redovisa den varje månad.',
      en: 'The supplier shall answer and put things right within agreed times, measure availability and report it every month.',
      fi: 'Toimittajan on vastattava ja korjattava sovituissa ajoissa sekä mitattava saatavuutta ja raportoitava se kuukausittain.'
    }
  },
  {
    code: 'T-08',
    aspect,
    from: 'significant',
    iso: ['5.29', '6.3'],
    law: [3, 9],
    actors: ['unit'],
    carriers: ['knowledge', 'oral'],
    is: {
      sv: 'Minst två personer kan det som annars bara en kan.',
      en: 'At least two people know what otherwise only one does.',
      fi: 'Vähintään kaksi henkilöä osaa sen, minkä muuten osaisi vain yksi.'
    }
  },
  {
    code: 'T-09',
    aspect,
    from: 'serious',
    iso: ['5.30'],
    law: [3],
    actors: ['it', 'supplier'],
    carriers: powered,
    is: {
      sv: 'Driften kan återställas inom fyra timmar, dygnet runt, och det är prövat.',
      en: 'Operation can be restored within four hours, at any time of day, and that has been tried.',
      fi: 'Toiminta voidaan palauttaa neljässä tunnissa kaikkina vuorokaudenaikoina, ja se on testattu.'
    },
    shall: {
      sv: 'Leverantören ska kunna återställa driften inom fyra timmar, dygnet runt, och visa att det är prövat.',
      en: 'The supplier shall be able to restore operation within four hours, at any time of day, and show that it has been tried.',
      fi: 'Toimittajan on pystyttävä palauttamaan toiminta neljässä tunnissa kaikkina vuorokaudenaikoina ja osoitettava, että se on testattu.'
    }
  },
  {
    code: 'T-10',
    aspect,
    from: 'serious',
    iso: ['8.14'],
    law: [3],
    actors: ['it', 'supplier'],
    carriers: powered,
    is: {
      sv: 'Det som driften hänger på är dubblerat, så att ett enda fel inte stoppar den.',
      en: 'What operation depends on is doubled, so that a single fault does not stop it.',
      fi: 'Käytön kannalta välttämättömät osat on kahdennettu, joten yksi vika ei pysäytä toimintaa.'
    },
    shall: {
      sv: 'Leverantören ska dubblera det som driften hänger på, så att ett enda fel inte stoppar den.',
      en: 'The supplier shall double what operation depends on, so that a single fault does not stop it.',
      fi: 'Toimittajan on kahdennettava käytön kannalta välttämättömät osat niin, ettei yksi vika pysäytä toimintaa.'
    }
  },
  {
    code: 'T-11',
    aspect,
    from: 'serious',
    iso: ['5.26', '5.29'],
    law: [2, 3],
    actors: ['it', 'supplier'],
    carriers: powered,
    is: {
      sv: 'Någon med rätt kunskap har jour dygnet runt.',
      en: 'Somebody with the right knowledge is on call at all hours.',
      fi: 'Asiantunteva henkilö päivystää ympäri vuorokauden.'
    },
    shall: {
      sv: 'Leverantören ska ha jour dygnet runt, med någon som kan påbörja felsökning inom en timme.',
      en: 'The supplier shall have somebody on call at all hours who can start on a fault within an hour.',
      fi: 'Toimittajalla on oltava ympärivuorokautinen päivystys, joka voi aloittaa vianetsinnän tunnin kuluessa.'
    }
  },
  {
    code: 'T-12',
    aspect,
    from: 'serious',
    iso: ['5.29', '5.30'],
    law: [3, 6],
    actors: ['unit', 'it'],
    is: {
      sv: 'Ett avbrott övas varje halvår, med nedskrivet resultat.',
      en: 'An outage is practised every half-year, and the result is written down.',
      fi: 'Katkosta harjoitellaan puolivuosittain, ja tulos kirjataan.'
    }
  },
  {
    code: 'T-13',
    aspect,
    from: 'serious',
    iso: ['5.30'],
    law: [3],
    actors: ['unit'],
    is: {
      sv: 'Planen och reservrutinen finns utskrivna i en pärm som nås utan el och nät.',
      en: 'The plan and the fallback routine are printed, in a binder that can be reached without power and network.',
      fi: 'Suunnitelma ja varamenettely ovat tulosteina kansiossa, joka on saatavilla ilman sähköä ja verkkoa.'
    }
  }
];
