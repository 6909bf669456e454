// The classification model "Haparanda 1.1": guided questions in everyday words, what each answer means, and the floors (domain.md 5.1).
import type { AnswerOption, ClassificationModel, Question } from '../domain/classification';
import type { Words } from '../domain/language';
import { legalFloors, type SourcedFloor } from './legal-floors';
import { modelInForce } from './model-in-force';

export interface OptionInWords extends AnswerOption {
  readonly words: Words;
}

export interface QuestionInWords extends Question {
  readonly title: Words;
  readonly help: Words;
  readonly options: readonly OptionInWords[];
}

export interface ModelInWords extends ClassificationModel {
  readonly questions: readonly QuestionInWords[];
  readonly floors: readonly SourcedFloor[];
}

/** What the information is, asked first: the answers stop the work or give the legal floors. */
const startQuestions: readonly QuestionInWords[] = [
  {
    id: 'security-protection',
    part: 'start',
    title: {
      sv: 'Kan uppgifterna ha betydelse för Sveriges säkerhet?',
      en: 'Could the information matter to Sweden’s security?',
      fi: 'Voiko tiedoilla olla merkitystä Ruotsin turvallisuudelle?'
    },
    help: {
      sv: 'Till exempel totalförsvar, skyddsobjekt eller en säkerhetsskyddsanalys. Är du osäker, välj det.',
      en: 'For example total defence, protected sites or a security protection analysis. If you are unsure, say so.',
      fi: 'Esimerkiksi kokonaismaanpuolustus, suojattavat kohteet tai turvallisuusanalyysi. Jos olet epävarma, valitse se.'
    },
    options: [
      { code: 'no', words: { sv: 'Nej', en: 'No', fi: 'Ei' } },
      { code: 'unsure', stops: true, words: { sv: 'Osäker', en: 'Unsure', fi: 'En ole varma' } },
      { code: 'yes', stops: true, words: { sv: 'Ja', en: 'Yes', fi: 'Kyllä' } }
    ]
  },
  {
    id: 'personal-data',
    part: 'start',
    expert: 'data-protection',
    many: true,
    title: { sv: 'Vilka personuppgifter finns här?', en: 'What personal data does it contain?', fi: 'Mitä henkilötietoja aineistossa on?' },
    help: {
      sv: 'Välj allt som stämmer. Namn, telefonnummer och adress är vanliga personuppgifter.',
      en: 'Choose all that fit. Names, phone numbers and addresses are ordinary personal data.',
      fi: 'Valitse kaikki sopivat. Nimet, puhelinnumerot ja osoitteet ovat tavallisia henkilötietoja.'
    },
    options: [
      { code: 'none', words: { sv: 'Inga personuppgifter', en: 'No personal data', fi: 'Ei henkilötietoja' } },
      {
        code: 'ordinary',
        triggers: ['personal-data'],
        words: {
          sv: 'Vanliga, till exempel namn och adress',
          en: 'Ordinary, such as name and address',
          fi: 'Tavallisia, esimerkiksi nimi ja osoite'
        }
      },
      {
        code: 'sensitive',
        triggers: ['personal-data', 'sensitive-personal-data'],
        words: {
          sv: 'Känsliga, till exempel hälsa, facket eller religion',
          en: 'Sensitive, such as health, union or religion',
          fi: 'Arkaluonteisia, esimerkiksi terveys, ammattiliitto tai uskonto'
        }
      },
      {
        code: 'children',
        triggers: ['personal-data', 'sensitive-personal-data'],
        words: { sv: 'Uppgifter om barn', en: 'Data about children', fi: 'Lasten tietoja' }
      },
      {
        code: 'identity-numbers',
        triggers: ['personal-data', 'sensitive-personal-data'],
        words: { sv: 'Personnummer i stor mängd', en: 'Identity numbers in large numbers', fi: 'Henkilötunnuksia suuri määrä' }
      },
      {
        code: 'protected',
        triggers: ['personal-data', 'protected-identity'],
        words: { sv: 'Skyddade personuppgifter', en: 'Protected identities', fi: 'Turvakiellon alaisia tietoja' }
      }
    ]
  },
  {
    id: 'persons',
    part: 'start',
    expert: 'data-protection',
    title: {
      sv: 'Ungefär hur många personer handlar det om?',
      en: 'About how many persons is it about?',
      fi: 'Noin kuinka monesta henkilöstä on kyse?'
    },
    help: {
      sv: 'Räkna dem vars uppgifter behöver skyddas.',
      en: 'Count those whose data needs protection.',
      fi: 'Laske ne, joiden tiedot tarvitsevat suojaa.'
    },
    options: [
      { code: 'none', words: { sv: 'Inga', en: 'None', fi: 'Ei kenestäkään' } },
      { code: 'few', words: { sv: 'Färre än 500', en: 'Fewer than 500', fi: 'Alle 500' } },
      { code: 'many', triggers: ['many-persons'], words: { sv: '500 eller fler', en: '500 or more', fi: '500 tai enemmän' } }
    ]
  },
  {
    id: 'secrecy',
    part: 'start',
    title: { sv: 'Gäller sekretess?', en: 'Does secrecy apply?', fi: 'Onko tieto salassa pidettävää?' },
    help: {
      sv: 'Den som brukar lämna ut handlingar hos er vet. Det går bra att svara vet inte och fråga.',
      en: 'Those who usually answer requests for documents know. It is fine to answer don’t know and ask.',
      fi: 'Asiakirjoja luovuttavat tietävät. Voit vastata ”en tiedä” ja kysyä.'
    },
    options: [
      {
        code: 'none',
        words: { sv: 'Nej, uppgifterna är offentliga', en: 'No, the information is public', fi: 'Ei, tiedot ovat julkisia' }
      },
      {
        code: 'straight',
        triggers: ['secrecy-straight'],
        words: {
          sv: 'Ja, om någon kan antas lida skada',
          en: 'Yes, if somebody can be assumed to be harmed',
          fi: 'Kyllä, jos jollekulle voidaan olettaa aiheutuvan haittaa'
        }
      },
      {
        code: 'reverse',
        triggers: ['secrecy-reverse'],
        words: {
          sv: 'Ja, om det inte är klart att ingen lider men',
          en: 'Yes, unless it is clear that nobody is harmed',
          fi: 'Kyllä, jollei ole selvää, ettei haittaa aiheudu'
        }
      }
    ]
  },
  {
    id: 'activity',
    part: 'start',
    many: true,
    title: { sv: 'Vad används informationen till?', en: 'What is the information used for?', fi: 'Mihin tietoa käytetään?' },
    help: { sv: 'Välj allt som stämmer.', en: 'Choose all that fit.', fi: 'Valitse kaikki sopivat.' },
    options: [
      {
        code: 'ordinary',
        words: {
          sv: 'Vanligt kontors- och planeringsarbete',
          en: 'Ordinary office and planning work',
          fi: 'Tavalliseen toimisto- ja suunnittelutyöhön'
        }
      },
      {
        code: 'decisions',
        triggers: ['public-authority'],
        words: {
          sv: 'Beslut om enskilda, eller utbetalningar',
          en: 'Decisions about individuals, or payments',
          fi: 'Yksilöitä koskeviin päätöksiin tai maksuihin'
        }
      },
      {
        code: 'care',
        triggers: ['care-record'],
        words: {
          sv: 'Journaler i vård eller socialtjänst',
          en: 'Records in health care or social services',
          fi: 'Hoidon tai sosiaalipalvelujen asiakirjoihin'
        }
      },
      {
        code: 'vital',
        triggers: ['vital-service'],
        words: {
          sv: 'Samhällsviktig verksamhet: vatten, omsorg, räddning, värme, kris',
          en: 'A vital service: water, care, rescue, heating, crisis',
          fi: 'Yhteiskunnalle tärkeään toimintaan: vesi, hoiva, pelastus, lämpö, kriisi'
        }
      },
      {
        code: 'security',
        triggers: ['security-measures'],
        words: {
          sv: 'Beskriver skydd, larm eller brister',
          en: 'Describes protection, alarms or weaknesses',
          fi: 'Kuvaa suojausta, hälytyksiä tai puutteita'
        }
      }
    ]
  }
];

/** Sekretess (konfidentialitet): if the wrong person gets it. */
const confidentialityQuestions: readonly QuestionInWords[] = [
  {
    id: 'public',
    part: 'confidentiality',
    title: { sv: 'Får vem som helst läsa det här?', en: 'May anybody read this?', fi: 'Saako kuka tahansa lukea tämän?' },
    help: {
      sv: 'Skulle det gå bra att lägga ut det på kommunens webbplats?',
      en: 'Would it be fine to put it on the municipality’s website?',
      fi: 'Voisiko sen julkaista kunnan verkkosivuilla?'
    },
    options: [
      {
        code: 'yes',
        level: 'negligible',
        words: { sv: 'Ja, det kan publiceras', en: 'Yes, it can be published', fi: 'Kyllä, sen voi julkaista' }
      },
      {
        code: 'no',
        level: 'moderate',
        words: { sv: 'Nej, det är för oss som arbetar här', en: 'No, it is for us who work here', fi: 'Ei, se on meille työntekijöille' }
      }
    ]
  },
  {
    id: 'leak-people',
    part: 'confidentiality',
    consequence: 'people',
    title: {
      sv: 'Vad är det värsta rimliga för en människa om fel person får del av det?',
      en: 'What is the worst that could reasonably happen to a person if the wrong one gets it?',
      fi: 'Mikä on pahinta, mitä ihmiselle voi kohtuudella tapahtua, jos väärä henkilö saa tiedon?'
    },
    help: {
      sv: 'Tänk på grannen, tidningen eller någon som vill illa.',
      en: 'Think of a neighbour, a newspaper or somebody who means harm.',
      fi: 'Ajattele naapuria, lehteä tai pahaa tarkoittavaa.'
    },
    options: [
      {
        code: 'negligible',
        level: 'negligible',
        words: { sv: 'Ingenting särskilt', en: 'Nothing in particular', fi: 'Ei mitään erityistä' }
      },
      {
        code: 'moderate',
        level: 'moderate',
        words: { sv: 'Obehag eller besvär', en: 'Discomfort or bother', fi: 'Epämukavuutta tai vaivaa' }
      },
      {
        code: 'significant',
        level: 'significant',
        words: {
          sv: 'Kännbar skada, till exempel utpekad, lurad eller av med pengar',
          en: 'Real harm, such as being singled out, deceived or losing money',
          fi: 'Tuntuva vahinko, esimerkiksi leimautuminen, huijaus tai rahanmenetys'
        }
      },
      {
        code: 'serious',
        level: 'serious',
        words: {
          sv: 'Fara för liv eller hälsa, eller en allvarlig kränkning',
          en: 'Danger to life or health, or a serious violation',
          fi: 'Vaara hengelle tai terveydelle, tai vakava loukkaus'
        }
      }
    ]
  },
  {
    id: 'leak-operations',
    part: 'confidentiality',
    consequence: 'operations',
    title: {
      sv: 'Kan det hjälpa någon att skada kommunen?',
      en: 'Could it help somebody to harm the municipality?',
      fi: 'Voiko siitä olla apua kunnan vahingoittamisessa?'
    },
    help: {
      sv: 'Till exempel ritningar, lösenord, brister eller förhandlingar.',
      en: 'For example drawings, passwords, weaknesses or negotiations.',
      fi: 'Esimerkiksi piirustukset, salasanat, puutteet tai neuvottelut.'
    },
    options: [
      { code: 'negligible', level: 'negligible', words: { sv: 'Nej', en: 'No', fi: 'Ei' } },
      {
        code: 'moderate',
        level: 'moderate',
        words: { sv: 'Knappast, det blir mest extra arbete', en: 'Hardly, mostly extra work', fi: 'Tuskin, enimmäkseen lisätyötä' }
      },
      {
        code: 'significant',
        level: 'significant',
        words: {
          sv: 'Ja, det kan kosta pengar eller förtroende',
          en: 'Yes, it can cost money or trust',
          fi: 'Kyllä, se voi maksaa rahaa tai luottamusta'
        }
      },
      {
        code: 'serious',
        level: 'serious',
        words: { sv: 'Ja, det gör ett angrepp möjligt', en: 'Yes, it makes an attack possible', fi: 'Kyllä, se mahdollistaa hyökkäyksen' }
      }
    ]
  }
];

/** Riktighet: if the information is wrong or changed. */
const integrityQuestions: readonly QuestionInWords[] = [
  {
    id: 'fault-notice',
    part: 'integrity',
    title: { sv: 'Hur snabbt märks ett fel?', en: 'How soon is a fault noticed?', fi: 'Kuinka nopeasti virhe huomataan?' },
    help: {
      sv: 'Till exempel om någon har ändrat en siffra eller skrivit på fel person.',
      en: 'For example if somebody has changed a figure or written on the wrong person.',
      fi: 'Esimerkiksi jos joku on muuttanut luvun tai kirjannut väärälle henkilölle.'
    },
    options: [
      { code: 'at-once', level: 'negligible', words: { sv: 'Direkt', en: 'At once', fi: 'Heti' } },
      { code: 'within-week', level: 'moderate', words: { sv: 'Inom en vecka', en: 'Within a week', fi: 'Viikon sisällä' } },
      { code: 'maybe-never', level: 'moderate', words: { sv: 'Kanske aldrig', en: 'Perhaps never', fi: 'Ehkä ei koskaan' } }
    ]
  },
  {
    id: 'fault-people',
    part: 'integrity',
    consequence: 'people',
    title: {
      sv: 'Vad är det värsta rimliga för en människa om uppgifterna är fel?',
      en: 'What is the worst that could reasonably happen to a person if the information is wrong?',
      fi: 'Mikä on pahinta, mitä ihmiselle voi kohtuudella tapahtua, jos tiedot ovat väärin?'
    },
    help: {
      sv: 'Tänk på ett fel som ingen har märkt.',
      en: 'Think of a fault that nobody has noticed.',
      fi: 'Ajattele virhettä, jota kukaan ei ole huomannut.'
    },
    options: [
      {
        code: 'negligible',
        level: 'negligible',
        words: { sv: 'Ingenting särskilt', en: 'Nothing in particular', fi: 'Ei mitään erityistä' }
      },
      {
        code: 'moderate',
        level: 'moderate',
        words: {
          sv: 'Ett felaktigt besked som kan rättas',
          en: 'A wrong answer that can be corrected',
          fi: 'Väärä tieto, joka voidaan korjata'
        }
      },
      {
        code: 'significant',
        level: 'significant',
        words: {
          sv: 'Ett felaktigt beslut, en felaktig utbetalning eller insats',
          en: 'A wrong decision, payment or action',
          fi: 'Väärä päätös, maksu tai toimenpide'
        }
      },
      {
        code: 'serious',
        level: 'serious',
        words: { sv: 'Personskada eller förlorad rätt', en: 'Injury or lost rights', fi: 'Henkilövahinko tai oikeudenmenetys' }
      }
    ]
  },
  {
    id: 'fault-operations',
    part: 'integrity',
    consequence: 'operations',
    title: {
      sv: 'Vad är det värsta rimliga för verksamheten om uppgifterna är fel?',
      en: 'What is the worst that could reasonably happen to the work if the information is wrong?',
      fi: 'Mikä on pahinta, mitä toiminnalle voi kohtuudella tapahtua, jos tiedot ovat väärin?'
    },
    help: {
      sv: 'Tänk på pengar, förtroende, lag och avtal.',
      en: 'Think of money, trust, law and contracts.',
      fi: 'Ajattele rahaa, luottamusta, lakia ja sopimuksia.'
    },
    options: [
      {
        code: 'negligible',
        level: 'negligible',
        words: { sv: 'Ingenting särskilt', en: 'Nothing in particular', fi: 'Ei mitään erityistä' }
      },
      { code: 'moderate', level: 'moderate', words: { sv: 'Extra arbete hos oss', en: 'Extra work for us', fi: 'Lisätyötä meille' } },
      {
        code: 'significant',
        level: 'significant',
        words: {
          sv: 'Flera enheter drabbas, eller det kostar kännbart',
          en: 'Several units suffer, or it costs noticeably',
          fi: 'Useat yksiköt kärsivät tai kustannus on tuntuva'
        }
      },
      {
        code: 'serious',
        level: 'serious',
        words: { sv: 'Ett huvuduppdrag kan inte utföras', en: 'A main task cannot be carried out', fi: 'Päätehtävää ei voida hoitaa' }
      }
    ]
  }
];

/** Tillgänglighet: if those entitled cannot reach it. */
const availabilityQuestions: readonly QuestionInWords[] = [
  {
    id: 'outage',
    part: 'availability',
    consequence: 'operations',
    title: { sv: 'Hur länge klarar ni er utan?', en: 'How long can you do without it?', fi: 'Kuinka kauan selviätte ilman?' },
    help: {
      sv: 'Räkna med den sämsta tiden: lön, nämnd, terminsstart eller jour.',
      en: 'Count with the worst time: payday, committee meeting, start of term or on call.',
      fi: 'Laske pahimman ajan mukaan: palkanmaksu, lautakunta, lukukauden alku tai päivystys.'
    },
    options: [
      {
        code: 'weeks',
        level: 'negligible',
        words: { sv: 'Mer än fem arbetsdagar', en: 'More than five working days', fi: 'Yli viisi työpäivää' }
      },
      {
        code: 'days',
        level: 'moderate',
        words: { sv: 'En till fem arbetsdagar', en: 'One to five working days', fi: 'Yhdestä viiteen työpäivää' }
      },
      { code: 'day', level: 'significant', words: { sv: 'Högst ett dygn', en: 'One day at most', fi: 'Enintään vuorokauden' } },
      { code: 'hours', level: 'serious', words: { sv: 'Högst fyra timmar', en: 'Four hours at most', fi: 'Enintään neljä tuntia' } }
    ]
  },
  {
    id: 'outage-people',
    part: 'availability',
    consequence: 'people',
    title: {
      sv: 'Vad är det värsta rimliga för en människa om ni inte kommer åt det?',
      en: 'What is the worst that could reasonably happen to a person if you cannot reach it?',
      fi: 'Mikä on pahinta, mitä ihmiselle voi kohtuudella tapahtua, jos ette pääse tietoihin?'
    },
    help: {
      sv: 'Tänk på ett avbrott som varar längre än ni klarar.',
      en: 'Think of an outage longer than you can bear.',
      fi: 'Ajattele katkosta, joka kestää kauemmin kuin siedätte.'
    },
    options: [
      {
        code: 'negligible',
        level: 'negligible',
        words: { sv: 'Ingenting särskilt', en: 'Nothing in particular', fi: 'Ei mitään erityistä' }
      },
      { code: 'moderate', level: 'moderate', words: { sv: 'Någon får vänta', en: 'Somebody has to wait', fi: 'Joku joutuu odottamaan' } },
      {
        code: 'significant',
        level: 'significant',
        words: {
          sv: 'Någon får inte det lagen ger rätt till i tid',
          en: 'Somebody does not get in time what the law entitles them to',
          fi: 'Joku ei saa ajoissa sitä, mihin laki oikeuttaa'
        }
      },
      {
        code: 'serious',
        level: 'serious',
        words: { sv: 'Fara för liv eller hälsa', en: 'Danger to life or health', fi: 'Vaara hengelle tai terveydelle' }
      }
    ]
  }
];

/** Spårbarhet: if we cannot show who did what. */
const traceabilityQuestions: readonly QuestionInWords[] = [
  {
    id: 'follow-up',
    part: 'traceability',
    consequence: 'law',
    title: {
      sv: 'Vad behöver ni kunna visa i efterhand?',
      en: 'What do you need to be able to show afterwards?',
      fi: 'Mitä teidän on voitava näyttää jälkikäteen?'
    },
    help: {
      sv: 'Händer det att någon frågar vem som läste, ändrade eller beslutade?',
      en: 'Does it happen that somebody asks who read, changed or decided?',
      fi: 'Kysyykö joku joskus, kuka luki, muutti tai päätti?'
    },
    options: [
      { code: 'nothing', level: 'negligible', words: { sv: 'Ingenting', en: 'Nothing', fi: 'Ei mitään' } },
      {
        code: 'latest',
        level: 'moderate',
        words: { sv: 'Vem som ändrade senast', en: 'Who made the latest change', fi: 'Kuka muutti viimeksi' }
      },
      {
        code: 'everybody',
        level: 'significant',
        words: {
          sv: 'Vem som har läst, ändrat och beslutat',
          en: 'Who has read, changed and decided',
          fi: 'Kuka on lukenut, muuttanut ja päättänyt'
        }
      },
      {
        code: 'evidence',
        level: 'serious',
        words: {
          sv: 'Allt, som bevis eller för att lagen kräver logg',
          en: 'Everything, as evidence or because the law demands a log',
          fi: 'Kaikki, todisteena tai koska laki vaatii lokin'
        }
      }
    ]
  }
];

/** Asked once, of all that the asset holds: much of it, put together or joined, can need more than any part of it (domain.md 5.1, 2.1). */
const wholeQuestions: readonly QuestionInWords[] = [
  {
    id: 'together',
    part: 'whole',
    many: true,
    title: {
      sv: 'Behöver allt tillsammans mer skydd än delarna?',
      en: 'Does all of it together need more protection than the parts?',
      fi: 'Tarvitseeko kokonaisuus enemmän suojaa kuin sen osat?'
    },
    help: {
      sv: 'En uppgift kan vara harmlös, men tusen av dem säga något annat. Välj allt som stämmer.',
      en: 'One piece can be harmless, and a thousand of them say something else. Choose all that fit.',
      fi: 'Yksi tieto voi olla harmiton, mutta tuhat niistä kertoo jotain muuta. Valitse kaikki sopivat.'
    },
    options: [
      { code: 'none', words: { sv: 'Nej, delarna säger allt', en: 'No, the parts say it all', fi: 'Ei, osat kertovat kaiken' } },
      {
        code: 'amount',
        lifts: ['confidentiality'],
        words: {
          sv: 'Ja, mängden gör det värre om någon kommer över den',
          en: 'Yes, the amount makes it worse if somebody gets hold of it',
          fi: 'Kyllä, määrä pahentaa seurauksia, jos joku saa sen haltuunsa'
        }
      },
      {
        code: 'aggregation',
        lifts: ['confidentiality'],
        words: {
          sv: 'Ja, sammanställningen avslöjar mer än de enskilda uppgifterna',
          en: 'Yes, put together it reveals more than each piece',
          fi: 'Kyllä, yhdistettynä se paljastaa enemmän kuin yksittäiset tiedot'
        }
      },
      {
        code: 'integration',
        lifts: ['integrity', 'availability'],
        words: {
          sv: 'Ja, andra system eller verksamheter bygger på den',
          en: 'Yes, other systems or services rest on it',
          fi: 'Kyllä, muut järjestelmät tai toiminnot perustuvat siihen'
        }
      }
    ]
  }
];

/** One model for the whole municipality (H03, H35). A change of meaning gets a new version. */
export const classificationModel: ModelInWords = {
  version: modelInForce,
  questions: [
    ...startQuestions,
    ...confidentialityQuestions,
    ...integrityQuestions,
    ...availabilityQuestions,
    ...traceabilityQuestions,
    ...wholeQuestions
  ],
  floors: legalFloors
};
