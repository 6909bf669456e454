// What each level means for each aspect, in plain words (domain.md 5.1, own wording).
import type { Aspect, Level } from '../domain/classification';
import type { Words } from '../domain/language';

export const levelMeanings: Readonly<Record<Aspect, Readonly<Record<Level, Words>>>> = {
  confidentiality: {
    negligible: {
      sv: 'Uppgiften kan publiceras efter vanlig publiceringsrutin.',
      en: 'It can be published by the ordinary publishing routine.',
      fi: 'Tieto voidaan julkaista tavanomaisella julkaisurutiinilla.'
    },
    moderate: {
      sv: 'Intern information. Viss olägenhet eller ett mindre intrång i någons integritet om den sprids.',
      en: 'Internal information. Some inconvenience, or a minor intrusion on somebody’s privacy, if it spreads.',
      fi: 'Sisäistä tietoa. Leviämisestä on jonkin verran haittaa tai vähäinen yksityisyyden loukkaus.'
    },
    significant: {
      sv: 'Sekretess kan gälla, eller känsliga personuppgifter, eller många personer. Kännbar skada för någon om den sprids.',
      en: 'Secrecy may apply, or it is sensitive personal data, or about many persons. Real harm to somebody if it spreads.',
      fi: 'Tieto voi olla salassa pidettävää, arkaluonteista tai koskea monia. Leviäminen vahingoittaa jotakuta tuntuvasti.'
    },
    serious: {
      sv: 'Skyddade personuppgifter, stark sekretess eller uppgifter som gör ett angrepp möjligt. Fara för liv, hälsa eller en allvarlig kränkning.',
      en: 'Protected identities, strong secrecy, or data that makes an attack possible. Danger to life or health, or a serious violation.',
      fi: 'Turvakiellon alaisia tietoja, vahva salassapito tai hyökkäyksen mahdollistavia tietoja. Vaara hengelle tai terveydelle taikka vakava loukkaus.'
    }
  },
  integrity: {
    negligible: {
      sv: 'Ett fel märks direkt och rättas utan följder.',
      en: 'A fault is noticed at once and corrected without consequences.',
      fi: 'Virhe huomataan heti ja korjataan ilman seurauksia.'
    },
    moderate: {
      sv: 'Ett fel ger extra arbete eller enstaka felaktiga besked som kan rättas.',
      en: 'A fault means extra work or single wrong answers that can be corrected.',
      fi: 'Virhe aiheuttaa lisätyötä tai yksittäisiä vääriä tietoja, jotka voidaan korjata.'
    },
    significant: {
      sv: 'Ett fel kan leda till felaktigt beslut, felaktig utbetalning eller insats, och är svårt att upptäcka i tid.',
      en: 'A fault can lead to a wrong decision, payment or action, and is hard to notice in time.',
      fi: 'Virhe voi johtaa väärään päätökseen, maksuun tai toimenpiteeseen, ja sitä on vaikea huomata ajoissa.'
    },
    serious: {
      sv: 'Ett fel kan leda till personskada, rättsförlust eller fel i styrning av samhällsviktig verksamhet.',
      en: 'A fault can lead to personal injury, loss of rights or faults in the control of vital services.',
      fi: 'Virhe voi johtaa henkilövahinkoon, oikeudenmenetykseen tai virheeseen yhteiskunnalle tärkeän toiminnan ohjauksessa.'
    }
  },
  availability: {
    negligible: {
      sv: 'Ni klarar er utan i mer än fem arbetsdagar.',
      en: 'You can do without it for more than five working days.',
      fi: 'Selviätte ilman yli viisi työpäivää.'
    },
    moderate: {
      sv: 'Ni klarar er utan i en till fem arbetsdagar, med en enkel reservrutin.',
      en: 'You can do without it for one to five working days, with a simple fallback routine.',
      fi: 'Selviätte ilman yhdestä viiteen työpäivää yksinkertaisella varamenettelyllä.'
    },
    significant: {
      sv: 'Ni klarar er utan i högst ett dygn. Därefter bryts lagstadgad tid eller service.',
      en: 'You can do without it for one day at most. After that a statutory time or service is broken.',
      fi: 'Selviätte ilman enintään vuorokauden. Sen jälkeen lakisääteinen aika tai palvelu vaarantuu.'
    },
    serious: {
      sv: 'Ni klarar er utan i högst fyra timmar.',
      en: 'You can do without it for four hours at most.',
      fi: 'Selviätte ilman enintään neljä tuntia.'
    }
  },
  traceability: {
    negligible: {
      sv: 'Ingen behöver kunna följa upp i efterhand.',
      en: 'Nobody needs to follow up afterwards.',
      fi: 'Kenenkään ei tarvitse selvittää asioita jälkikäteen.'
    },
    moderate: {
      sv: 'Det bör gå att se vem som ändrade senast.',
      en: 'It should be possible to see who made the latest change.',
      fi: 'Pitäisi voida nähdä, kuka muutti viimeksi.'
    },
    significant: {
      sv: 'Det måste gå att visa vem som har läst, ändrat eller beslutat, till exempel vid klagomål eller tillsyn.',
      en: 'It must be possible to show who has read, changed or decided, for example at a complaint or an inspection.',
      fi: 'On voitava näyttää, kuka on lukenut, muuttanut tai päättänyt, esimerkiksi valituksen tai valvonnan yhteydessä.'
    },
    serious: {
      sv: 'Lagen kräver åtkomstlogg, eller så behövs bevis. Loggarna får inte kunna ändras.',
      en: 'The law demands an access log, or evidence is needed. The logs must not be changeable.',
      fi: 'Laki edellyttää käyttölokia tai tarvitaan todisteita. Lokeja ei saa voida muuttaa.'
    }
  }
};
