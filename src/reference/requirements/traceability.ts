// Requirements that let it be shown who did what (domain.md 5.1, S; H13). Own wording. Nothing is required where nobody needs to be able to look back.
import type { Requirement } from '../../domain/requirements';
import { applications, digital, paper, powered, recorded, spoken } from './carriers';

const aspect = 'traceability';

export const requirementsForTraceability: readonly Requirement[] = [
  {
    code: 'S-01',
    aspect,
    from: 'moderate',
    iso: ['8.15'],
    law: [2],
    actors: ['it', 'supplier'],
    carriers: digital,
    is: {
      sv: 'Det loggas vem som har ändrat vad och när.',
      en: 'Who changed what and when is logged.',
      fi: 'Lokiin kirjataan, kuka muutti mitä ja milloin.'
    },
    shall: {
      sv: 'Leverantören ska logga vem som har ändrat vad och när, och ge kommunen loggen när den begär det.',
      en: 'The supplier shall log who changed what and when, and give the municipality the log when it asks.',
      fi: 'Toimittajan on kirjattava lokiin, kuka muutti mitä ja milloin, ja annettava loki kunnalle pyynnöstä.'
    }
  },
  {
    code: 'S-02',
    aspect,
    from: 'moderate',
    iso: ['5.33'],
    law: [],
    actors: ['unit'],
    carriers: [...paper, 'medium', 'equipment'],
    is: {
      sv: 'Det går att se vem som senast har ändrat eller lånat.',
      en: 'One can see who last changed or borrowed it.',
      fi: 'Viimeisin muuttaja tai lainaaja on nähtävissä.'
    }
  },
  {
    code: 'S-03',
    aspect,
    from: 'significant',
    iso: ['8.15'],
    law: [2],
    actors: ['it', 'supplier'],
    carriers: digital,
    is: {
      sv: 'Både läsning och ändring loggas, och loggen går att söka i tolv månader tillbaka.',
      en: 'Both reading and changing are logged, and the log can be searched twelve months back.',
      fi: 'Sekä lukeminen että muuttaminen kirjataan lokiin, josta voi hakea kahdentoista kuukauden ajalta.'
    },
    shall: {
      sv: 'Leverantören ska logga både läsning och ändring, och hålla loggen sökbar för kommunen i tolv månader.',
      en: 'The supplier shall log both reading and changing, and keep the log searchable for the municipality for twelve months.',
      fi: 'Toimittajan on kirjattava lokiin sekä lukeminen että muuttaminen, ja kunnan on voitava hakea lokista kahdentoista kuukauden ajalta.'
    }
  },
  {
    code: 'S-04',
    aspect,
    from: 'significant',
    iso: ['5.16', '8.5'],
    law: [9, 10],
    actors: ['unit', 'it', 'supplier'],
    carriers: powered,
    is: {
      sv: 'Alla har egna konton; inga inloggningar delas.',
      en: 'Everybody has an account of their own; no sign-ins are shared.',
      fi: 'Kaikilla on oma tili; tunnuksia ei jaeta.'
    },
    shall: {
      sv: 'Leverantören ska ge var och en ett eget konto, även sin egen personal.',
      en: 'The supplier shall give everybody an account of their own, its own staff included.',
      fi: 'Toimittajan on annettava jokaiselle oma tili, myös omalle henkilöstölleen.'
    }
  },
  {
    code: 'S-05',
    aspect,
    from: 'significant',
    iso: ['5.33', '7.10'],
    law: [],
    actors: ['unit'],
    carriers: [...paper, 'medium'],
    is: {
      sv: 'Den som tar ut papper eller medier antecknas med namn, tid och ärende.',
      en: 'Whoever takes out papers or media is noted with name, time and purpose.',
      fi: 'Papereiden ja tallenteiden ulosotoista kirjataan nimi, aika ja syy.'
    }
  },
  {
    code: 'S-06',
    aspect,
    from: 'significant',
    iso: ['5.33', '5.37'],
    law: [],
    actors: ['unit'],
    carriers: spoken,
    is: {
      sv: 'När uppgifter lämnas muntligt antecknas vem som lämnade dem, till vem och när.',
      en: 'When information is given by word of mouth, it is noted who gave it, to whom and when.',
      fi: 'Kun tietoja annetaan suullisesti, kirjataan kuka ne antoi, kenelle ja milloin.'
    }
  },
  {
    code: 'S-07',
    aspect,
    from: 'serious',
    iso: ['5.33', '8.15'],
    law: [9],
    actors: ['it', 'supplier'],
    carriers: digital,
    is: {
      sv: 'Loggarna är skyddade så att inte ens en administratör kan ändra eller ta bort i dem.',
      en: 'The logs are protected so that not even an administrator can change or remove anything in them.',
      fi: 'Lokit on suojattu niin, ettei edes pääkäyttäjä voi muuttaa tai poistaa niiden tietoja.'
    },
    shall: {
      sv: 'Leverantören ska skydda loggarna så att inte ens en administratör kan ändra eller ta bort i dem.',
      en: 'The supplier shall protect the logs so that not even an administrator can change or remove anything in them.',
      fi: 'Toimittajan on suojattava lokit niin, ettei edes pääkäyttäjä voi muuttaa tai poistaa niiden tietoja.'
    }
  },
  {
    code: 'S-08',
    aspect,
    from: 'serious',
    iso: ['8.16'],
    law: [2, 6],
    actors: ['unit', 'it', 'supplier'],
    carriers: digital,
    is: {
      sv: 'Loggarna följs upp regelbundet, och det som avviker utreds.',
      en: 'The logs are followed up regularly, and what deviates is looked into.',
      fi: 'Lokeja seurataan säännöllisesti, ja poikkeavuudet selvitetään.'
    },
    shall: {
      sv: 'Leverantören ska övervaka loggarna och meddela kommunen det som avviker.',
      en: 'The supplier shall watch the logs and tell the municipality of what deviates.',
      fi: 'Toimittajan on valvottava lokeja ja ilmoitettava poikkeavuuksista kunnalle.'
    }
  },
  {
    code: 'S-09',
    aspect,
    from: 'serious',
    iso: ['5.28'],
    law: [2],
    actors: ['unit', 'it', 'supplier'],
    carriers: recorded,
    is: {
      sv: 'Det finns en rutin för att säkra bevis, som de berörda kan.',
      en: 'There is a routine for securing evidence, and those concerned know it.',
      fi: 'Todisteiden turvaamiseen on menettely, jonka asianosaiset osaavat.'
    },
    shall: {
      sv: 'Leverantören ska kunna säkra bevis på kommunens begäran, och inte radera spår under en utredning.',
      en: 'The supplier shall be able to secure evidence at the municipality’s request, and erase no traces during an investigation.',
      fi: 'Toimittajan on pystyttävä turvaamaan todisteet kunnan pyynnöstä, eikä se saa poistaa jälkiä selvityksen aikana.'
    }
  },
  {
    code: 'S-10',
    aspect,
    from: 'serious',
    iso: ['8.17'],
    law: [],
    actors: ['it', 'supplier'],
    carriers: applications,
    is: {
      sv: 'Klockorna går rätt mot en gemensam tidskälla.',
      en: 'The clocks are kept right by a common source of time.',
      fi: 'Kellot on tahdistettu yhteiseen aikalähteeseen.'
    },
    shall: {
      sv: 'Leverantören ska hålla klockorna rätt mot en spårbar tidskälla och ange tidszonen i loggarna.',
      en: 'The supplier shall keep the clocks right by a traceable source of time and give the time zone in the logs.',
      fi: 'Toimittajan on tahdistettava kellot jäljitettävään aikalähteeseen ja merkittävä aikavyöhyke lokeihin.'
    }
  }
];
