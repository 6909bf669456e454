// Requirements that keep information from those it is not for (domain.md 5.1, K). Own wording.
import type { Requirement } from '../../domain/requirements';
import { digital, paper, recorded, spoken, stored } from './carriers';

const aspect = 'confidentiality';

export const requirementsForConfidentiality: readonly Requirement[] = [
  {
    code: 'K-01',
    aspect,
    from: 'negligible',
    iso: ['5.12'],
    law: [],
    actors: ['unit'],
    is: {
      sv: 'Det som publiceras går först genom kommunens publiceringsrutin.',
      en: 'What is published goes through the municipality’s publishing routine first.',
      fi: 'Julkaistava tieto käy ensin läpi kunnan julkaisurutiinin.'
    }
  },
  {
    code: 'K-02',
    aspect,
    from: 'moderate',
    iso: ['5.15'],
    law: [9],
    actors: ['unit', 'it', 'supplier'],
    carriers: recorded,
    is: {
      sv: 'Bara behöriga kommer åt informationen, och behörighet tas bort när den inte längre behövs.',
      en: 'Only those authorised can reach the information, and access is removed when it is no longer needed.',
      fi: 'Tietoon pääsevät vain siihen oikeutetut, ja oikeus poistetaan, kun sitä ei enää tarvita.'
    },
    shall: {
      sv: 'Leverantören ska ge åtkomst bara åt dem som kommunen har godkänt, och ta bort den när den inte längre behövs.',
      en: 'The supplier shall give access only to those the municipality has approved, and remove it when it is no longer needed.',
      fi: 'Toimittaja saa antaa pääsyn vain kunnan hyväksymille, ja se on poistettava, kun sitä ei enää tarvita.'
    }
  },
  {
    code: 'K-03',
    aspect,
    from: 'moderate',
    iso: ['5.13'],
    law: [],
    actors: ['unit'],
    carriers: ['file-area', 'paper', 'medium'],
    is: {
      sv: 'Handlingar och medier är märkta ”Intern”, eller med den högre klass de har.',
      en: 'Documents and media are marked “Internal”, or with the higher class they have.',
      fi: 'Asiakirjoissa ja tallenteissa on merkintä ”Sisäinen” tai korkeampi luokka.'
    }
  },
  {
    code: 'K-04',
    aspect,
    from: 'moderate',
    iso: ['7.3', '7.7'],
    law: [],
    actors: ['unit'],
    carriers: paper,
    is: {
      sv: 'Papper ligger i ett rum som är stängt när ingen är där.',
      en: 'Papers lie in a room that is closed when nobody is there.',
      fi: 'Paperit ovat huoneessa, joka on suljettu, kun siellä ei ole ketään.'
    }
  },
  {
    code: 'K-05',
    aspect,
    from: 'moderate',
    iso: ['5.14'],
    law: [8],
    actors: ['unit', 'it', 'supplier'],
    carriers: [...digital, 'medium'],
    is: {
      sv: 'Informationen skickas bara på sätt som kommunen har godkänt.',
      en: 'The information is sent only in ways the municipality has approved.',
      fi: 'Tietoa lähetetään vain kunnan hyväksymillä tavoilla.'
    },
    shall: {
      sv: 'Leverantören ska föra över information bara på sätt som kommunen har godkänt, krypterat över öppna nät.',
      en: 'The supplier shall transfer information only in ways the municipality has approved, encrypted over open networks.',
      fi: 'Toimittaja saa siirtää tietoa vain kunnan hyväksymillä tavoilla, avoimissa verkoissa salattuna.'
    }
  },
  {
    code: 'K-06',
    aspect,
    from: 'significant',
    iso: ['5.15', '5.18'],
    law: [9],
    actors: ['unit', 'it', 'supplier'],
    carriers: digital,
    is: {
      sv: 'Var och en kommer bara åt det som arbetet kräver, och åtkomsten ses över varje år.',
      en: 'Each person can reach only what their work requires, and access is reviewed every year.',
      fi: 'Jokainen pääsee vain työssään tarvitsemaansa tietoon, ja pääsyoikeudet tarkistetaan vuosittain.'
    },
    shall: {
      sv: 'Leverantören ska kunna begränsa åtkomsten till vad varje persons arbete kräver, och varje år redovisa vem som har den.',
      en: 'The supplier shall be able to limit access to what each person’s work requires, and account every year for who has it.',
      fi: 'Toimittajan on voitava rajata pääsy kunkin työn edellyttämään ja vuosittain ilmoitettava, kenellä pääsy on.'
    }
  },
  {
    code: 'K-07',
    aspect,
    from: 'significant',
    iso: ['8.5'],
    law: [10],
    actors: ['it', 'supplier'],
    carriers: digital,
    is: {
      sv: 'Inloggning kräver flera faktorer.',
      en: 'Signing in takes more than one factor.',
      fi: 'Kirjautuminen edellyttää monivaiheista tunnistautumista.'
    },
    shall: {
      sv: 'Leverantören ska kräva inloggning med flera faktorer, och kunna ta emot kommunens egen inloggning.',
      en: 'The supplier shall require more than one factor to sign in, and be able to accept the municipality’s own sign-in.',
      fi: 'Toimittajan on edellytettävä monivaiheista tunnistautumista ja tuettava kunnan omaa kirjautumista.'
    }
  },
  {
    code: 'K-08',
    aspect,
    from: 'significant',
    iso: ['8.24'],
    law: [8],
    actors: ['it', 'supplier'],
    carriers: stored,
    is: {
      sv: 'Informationen är krypterad både där den lagras och när den överförs.',
      en: 'The information is encrypted both where it is stored and when it is transferred.',
      fi: 'Tieto on salattu sekä tallennettuna että siirrettäessä.'
    },
    shall: {
      sv: 'Leverantören ska kryptera informationen både där den lagras och när den överförs, och redovisa vem som har nycklarna.',
      en: 'The supplier shall encrypt the information both where it is stored and when it is transferred, and account for who holds the keys.',
      fi: 'Toimittajan on salattava tieto sekä tallennettuna että siirrettäessä ja ilmoitettava, kenellä avaimet ovat.'
    }
  },
  {
    code: 'K-09',
    aspect,
    from: 'significant',
    iso: ['8.12'],
    law: [9],
    actors: ['it', 'supplier'],
    carriers: ['file-area', 'cloud-service'],
    is: {
      sv: 'Delning utanför organisationen är spärrad.',
      en: 'Sharing outside the organisation is blocked.',
      fi: 'Jakaminen organisaation ulkopuolelle on estetty.'
    },
    shall: {
      sv: 'Leverantören ska spärra delning utanför kommunen, och inte lämna ut något utan kommunens skriftliga godkännande.',
      en: 'The supplier shall block sharing outside the municipality, and disclose nothing without its written approval.',
      fi: 'Toimittajan on estettävä jakaminen kunnan ulkopuolelle, eikä tietoa saa luovuttaa ilman kunnan kirjallista hyväksyntää.'
    }
  },
  {
    code: 'K-10',
    aspect,
    from: 'significant',
    iso: ['7.7'],
    law: [],
    actors: ['unit'],
    carriers: paper,
    is: {
      sv: 'Papper är inlåsta när de inte används.',
      en: 'Papers are locked away when they are not in use.',
      fi: 'Paperit ovat lukitussa paikassa, kun niitä ei käytetä.'
    }
  },
  {
    code: 'K-11',
    aspect,
    from: 'significant',
    iso: ['5.14'],
    law: [7],
    actors: ['unit'],
    carriers: spoken,
    is: {
      sv: 'Samtal förs inte i öppna landskap eller bland andra, och aldrig med högtalaren på.',
      en: 'Conversations are not held in open-plan offices or among others, and never on loudspeaker.',
      fi: 'Keskusteluja ei käydä avotiloissa tai muiden kuullen eikä koskaan kaiuttimella.'
    }
  },
  {
    code: 'K-12',
    aspect,
    from: 'serious',
    iso: ['5.18', '8.2'],
    law: [9],
    actors: ['unit', 'it', 'supplier'],
    carriers: recorded,
    is: {
      sv: 'De behöriga är namngivna, och listan gås igenom varje kvartal.',
      en: 'Those with access are named, and the list is gone through every quarter.',
      fi: 'Pääsyyn oikeutetut on nimetty, ja luettelo käydään läpi neljännesvuosittain.'
    },
    shall: {
      sv: 'Leverantören ska ha en lista över namngivna behöriga och gå igenom den med kommunen varje kvartal.',
      en: 'The supplier shall keep a list of named people with access and go through it with the municipality every quarter.',
      fi: 'Toimittajalla on oltava luettelo nimetyistä oikeutetuista, ja se käydään läpi kunnan kanssa neljännesvuosittain.'
    }
  },
  {
    code: 'K-13',
    aspect,
    from: 'serious',
    iso: ['8.1'],
    law: [9],
    actors: ['unit', 'it', 'supplier'],
    carriers: digital,
    is: {
      sv: 'Informationen kan bara nås från utrustning som kommunen förvaltar, aldrig från privata enheter.',
      en: 'The information can be reached only from equipment the municipality manages, never from private devices.',
      fi: 'Tietoon pääsee vain kunnan hallinnoimilta laitteilta, ei koskaan yksityisiltä.'
    },
    shall: {
      sv: 'Leverantören ska hantera informationen bara på utrustning som leverantören själv förvaltar, aldrig på privata enheter.',
      en: 'The supplier shall handle the information only on equipment it manages itself, never on private devices.',
      fi: 'Toimittaja saa käsitellä tietoa vain itse hallinnoimillaan laitteilla, ei koskaan yksityisillä.'
    }
  },
  {
    code: 'K-14',
    aspect,
    from: 'serious',
    iso: ['7.7', '7.10'],
    law: [],
    actors: ['unit'],
    carriers: paper,
    is: {
      sv: 'Papper förvaras i ett godkänt skåp, och den som tar ut något kvitterar det.',
      en: 'Papers are kept in an approved cabinet, and whoever takes something out signs for it.',
      fi: 'Paperit säilytetään hyväksytyssä kaapissa, ja jokainen ulosotto kuitataan.'
    }
  },
  {
    code: 'K-15',
    aspect,
    from: 'serious',
    iso: ['7.14', '8.10'],
    law: [9],
    actors: ['unit', 'it', 'supplier'],
    carriers: recorded,
    is: {
      sv: 'Det som inte längre ska finnas förstörs så att det inte kan läsas, och det antecknas.',
      en: 'What is not to be kept any longer is destroyed so that it cannot be read, and a note is made of it.',
      fi: 'Tarpeeton tieto hävitetään lukukelvottomaksi, ja hävittäminen kirjataan.'
    },
    shall: {
      sv: 'Leverantören ska radera eller förstöra informationen så att den inte kan läsas, och intyga det skriftligt.',
      en: 'The supplier shall erase or destroy the information so that it cannot be read, and certify it in writing.',
      fi: 'Toimittajan on poistettava tai hävitettävä tieto lukukelvottomaksi ja annettava siitä kirjallinen todistus.'
    }
  },
  {
    code: 'K-16',
    aspect,
    from: 'serious',
    iso: ['5.14', '8.12'],
    law: [7],
    actors: ['unit', 'supplier'],
    carriers: recorded,
    is: {
      sv: 'Informationen skickas inte med e-post.',
      en: 'The information is not sent by e-mail.',
      fi: 'Tietoa ei lähetetä sähköpostitse.'
    },
    shall: {
      sv: 'Leverantören ska inte skicka informationen med e-post, inte heller i supportärenden.',
      en: 'The supplier shall not send the information by e-mail, in support cases either.',
      fi: 'Toimittaja ei saa lähettää tietoa sähköpostitse, ei myöskään tukipyynnöissä.'
    }
  },
  {
    code: 'K-17',
    aspect,
    from: 'serious',
    iso: ['5.14', '7.6'],
    law: [7],
    actors: ['unit'],
    carriers: spoken,
    is: {
      sv: 'Samtal förs i slutna rum, och man kontrollerar vem man talar med.',
      en: 'Conversations are held in closed rooms, and one checks whom one is talking to.',
      fi: 'Keskustelut käydään suljetuissa tiloissa, ja keskustelukumppanin henkilöllisyys tarkistetaan.'
    }
  }
];
