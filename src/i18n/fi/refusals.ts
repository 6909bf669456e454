// Finnish sentences for each reason a command can be refused, awaiting a native reader.
import type { refusals as source } from '../sv/refusals';

export const refusals: Readonly<Record<keyof typeof source, string>> = {
  'refusal.not-found': 'Emme löydä kohdetta: {what}. Tarkista numero tai kysy tietoturvavastaavalta, jos sinun pitäisi nähdä se.',
  'refusal.not-allowed': 'Sinulla ei ole oikeutta tehdä tätä. Kohteesta tai asiasta vastaava voi tehdä sen.',
  'refusal.same-person': 'Jätit luokittelun itse. Jonkun muun on päätettävä: vaihda kohteen omistaja tai pyydä työtoveria jättämään se.',
  'refusal.wrong-state': 'Tämä on jo käsitelty, joten mitään ei muutettu. Lataa uudelleen nähdäksesi tilanteen.',
  'refusal.changed-meanwhile': 'Kohdetta on muutettu luokittelun jättämisen jälkeen. Palauta se, jotta se voidaan luokitella uudelleen.',
  'refusal.overtaken':
    '{by} ehti ensin ({at}{event, select, none {} other {: {event}}}), joten mitään ei muutettu. Lataa uudelleen nähdäksesi tilanteen.',
  'refusal.missing-owner': 'Kohteella on oltava tiedon omistaja ja kohteen omistaja ennen kuin se voi lähteä luonnoksesta.',
  'refusal.missing-custodian': 'Kohteella on oltava järjestelmävastaava ennen kuin se voi lähteä luonnoksesta.',
  'refusal.unknown-person': 'Ainakin yhtä henkilöistä ei ole kunnan hakemistossa. Valitse luettelosta.',
  'refusal.unknown-unit': 'Yksikköä ei ole organisaatiossa. Valitse yksikkö luettelosta.',
  'refusal.asset-is-draft': 'Kohde on luonnos. Jätä se ensin, sitten sen voi luokitella.',
  'refusal.other-model': 'Luokittelumalli muuttui vastatessasi. Käy kysymykset läpi uudelleen.',
  'refusal.open-questions': 'Osa kysymyksistä on vastaamatta. Vastaa niihin tai pyydä apua tietoturvavastaavalta ennen jättämistä.',
  'refusal.stopped': 'Tiedot voivat koskea Ruotsin turvallisuutta, eikä niitä saa käsitellä täällä. Soita turvallisuussuojelupäällikölle.',
  'refusal.invalid': 'Tietoja ei voitu ottaa vastaan täytetyssä muodossa. Avaa lomake uudelleen ja yritä vielä kerran.',
  'refusal.too-large': 'Teksti on liian pitkä. Lyhennä sitä ja yritä uudelleen.',
  'refusal.too-many':
    'Pyyntöjä tuli hyvin paljon kerralla, joten pidämme lyhyen tauon. Mitään kirjoittamaasi ei ole poistettu. Yritä uudelleen minuutin kuluttua, tai soita IT-tukeen, jos asialla on kiire.',
  'refusal.too-old': 'Kortti on vanha. Aloita alusta, niin saat uuden.',
  'refusal.kept': 'SharePoint ei vastaa juuri nyt. Tekemäsi on tallessa ja kirjataan, kun SharePoint vastaa taas.',
  'refusal.could-not-read': 'Ei voitu lukea SharePointista: {what}. Vika ei ole sinussa. Yritä hetken päästä uudelleen.',
  'refusal.unreachable': 'Värnan palvelu ei vastaa. Mitään ei lähetetty. Kirjoittamasi on yhä tässä; yritä hetken päästä uudelleen.',
  'refusal.signed-out': 'Kirjautumisesi on vanhentunut. Lataa sivu uudelleen ja kirjaudu.',
  'refusal.data-protection-decides':
    'Kuulut tietosuojaan, jonka on oltava riippumaton eikä se siksi päätä. Pyydä, että joku muu nimetään päättämään.',
  'refusal.data-protection-named':
    'Valitsemasi henkilö kuuluu tietosuojaan, jonka on oltava riippumaton eikä se siksi päätä. Valitse joku muu.',
  'refusal.own-deputy': 'Et voi olla oma sijaisesi. Valitse joku muu.',
  'refusal.wrong-period': 'Päiviä ei voi käyttää. Viimeinen päivä ei saa olla ennen ensimmäistä eikä jo mennyt.',
  'refusal.own-assessment': 'Vastasit kysymyksiin itse. Jonkun muun on päätettävä: nimeä toinen päättäjä tai anna työtoverin vastata.',
  'refusal.not-decided': 'Ilmoittamisesta ei ole päätetty. Anna nimetyn päättäjän päättää ensin.',
  'refusal.track-exists': 'Poikkeamalla ja lautakunnalla on jo tällainen polku. Jatka siinä.',
  'refusal.not-a-committee': 'Valitse vastuussa oleva lautakunta, älä hallintoa tai yksikköä.',
  'refusal.not-a-decider': 'Valitsemasi henkilö ei voi päättää tässä polussa. Valitse joku johdosta tai lautakunnan oma edustaja.',
  'refusal.unknown-question': 'Kysymykset ovat muuttuneet vastatessasi. Lataa sivu uudelleen ja vastaa uusiin.',
  'refusal.unknown-field': 'Pohja on muuttunut kirjoittaessasi. Lataa sivu uudelleen, niin näet uudet kentät.',
  'refusal.facts-missing':
    'Tietoja puuttuu, joten ilmoittamatta jättämisestä ei voi päättää. Vastaa ensin kysymyksiin tai päätä ilmoittaa.',
  'refusal.assessment-changed': 'Arvio on muuttunut sen jälkeen kun luit sen. Lataa sivu uudelleen ja lue uusi ennen kuin päätät.',
  'refusal.wrong-time': 'Aika on tulevaisuudessa. Ilmoita, milloin se todella tapahtui.',
  'refusal.wrong-stage': 'Tätä raporttia ei voi antaa nyt. Lataa sivu uudelleen, niin näet mitkä voi.',
  'refusal.reference-missing': 'Kirjoita vastaanottajan asianumero tai syy, miksi sitä ei ole.',
  'refusal.motivation-missing': 'Raportti annettiin määräajan jälkeen. Kirjoita, miksi se myöhästyi.',
  'refusal.receipt-kept': 'Kuittaus on jo kirjattu, eikä sitä voi vaihtaa.',
  'refusal.nobody-to-inform': 'Tässä polussa ei ole tiedotettavia. Tee se tietosuoja-asetuksen tai kyberturvallisuuslain polussa.',
  'refusal.text-missing': 'Kirjoita teksti ruotsiksi ja suomeksi, miten se välitetään ja milloin.',
  'refusal.reports-left': 'Kaikkia raportteja ei ole annettu, joten polkua ei voi vielä päättää.',
  'refusal.opinion-missing': 'Tietosuojavastaava ei ole antanut lausuntoa. Pyydä se ennen kuin polku päätetään.',
  'refusal.consultation-missing': 'Neuvottelu puuttuu. Kirjaa, ketkä neuvottelivat ja mihin tulivat, ennen kuin polku päätetään.',
  'refusal.concerned-undecided': 'Asianosaisille tiedottamisesta ei ole päätetty. Se on tehtävä ennen kuin polku päätetään.',
  'refusal.unexpected': 'Jokin meni meillä pieleen, eikä mitään muutettu. Yritä uudelleen. Jos vika jatkuu, soita IT-tukeen.'
};
