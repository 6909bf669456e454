// Finnish (awaiting a native reader) texts: the krisstab on the page of an incident.
import type { crisis as source } from '../sv/crisis';

export const crisis: Readonly<Record<keyof typeof source, string>> = {
  'tab.what.crisis-plan': 'kriisisuunnitelmaa',
  'tab.crisis': 'Kriisijohtoryhmä',
  'tab.crisis.suggested':
    'Poikkeama on kriittinen. Kutsutaanko kriisijohtoryhmä koolle? Sinä tai joku muu, jolla on oikeus kutsua se koolle, päättää.',
  'tab.crisis.call': 'Kutsu kriisijohtoryhmä koolle',
  'tab.crisis.call.again': 'Kutsu kriisijohtoryhmä koolle uudelleen',
  'tab.crisis.call.help':
    'Kaikki kriisisuunnitelmassa mainitut saavat Teamsissa tiedon, että heidät on kutsuttu tähän asiaan, sekä kokouslinkin. Tapahtuneesta ei kerrota mitään. Soita heille myös: Teams voi olla juuri se, mikä ei toimi.',
  'tab.crisis.reason': 'Miksi kriisijohtoryhmä kutsutaan koolle',
  'tab.crisis.reason.help': 'Kaikki, jotka saavat lukea asian, näkevät sen.',
  'tab.crisis.agenda': 'Esityslista',
  'tab.crisis.link': 'Kokouslinkki',
  'tab.crisis.link.help': 'Luo kokous Teamsissa ja liitä linkki. Sen tulee alkaa https://. Voidaan jättää tyhjäksi.',
  'tab.crisis.link.wrong': 'Linkkiä ei voi käyttää. Sen tulee alkaa https:// ja se liitetään kokonaan.',
  'tab.crisis.link.open': 'Avaa kokous',
  'tab.crisis.list': 'Soittolista',
  'tab.crisis.list.open': 'Näytä soittolista',
  'tab.crisis.list.none':
    'Kriisisuunnitelmassa ei ole ketään, joten ketään ei voida kutsua. Säkerhetsskydd tai Informationssäkerhet täyttää luettelon Krisplan.',
  'tab.crisis.list.who': '{function}: {name}',
  'tab.crisis.list.phone': 'Puhelin:',
  'tab.crisis.list.reserve': 'Vara:',
  'tab.crisis.list.no-number': 'Ei numeroa kriisisuunnitelmassa',
  'tab.crisis.list.closed':
    'Numerot ovat luettelossa Krisplan, jota et saa lukea. Pyydä IT:tä, turvallisuussuojelupäällikköä tai tietoturvavastaavaa soittamaan.',
  'tab.crisis.unread':
    '{count, plural, one {Yhtä kriisisuunnitelman riviä} other {# kriisisuunnitelman riviä}} ei voitu lukea, tai rivin henkilöä ei ole hakemistossa. Heille ei ole ilmoitettu: avaa luettelo Krisplan ja soita heille.',
  'tab.crisis.heading': 'Kutsu {number}',
  'tab.crisis.called': 'Kutsuttu',
  'tab.crisis.by': '{name}, {at}',
  'tab.crisis.attendance': 'Läsnäolo',
  'tab.crisis.attendance.none': 'Ei kirjattu',
  'tab.crisis.attendance.record': 'Kirjaa läsnäolo',
  'tab.crisis.attendance.help': 'Merkitse ne, jotka ovat mukana. Uusi kirjaus korvaa edellisen, joka säilyy aikajanalla.',
  'tab.crisis.attendance.others': 'Muut osallistujat',
  'tab.crisis.attendance.save': 'Tallenna läsnäolo',
  'tab.crisis.decisions': 'Päätökset',
  'tab.crisis.decisions.none': 'Ei vielä',
  'tab.crisis.decision': 'Kirjaa päätös',
  'tab.crisis.decision.label': 'Mitä kriisijohtoryhmä päätti',
  'tab.crisis.decision.help': 'Yksi päätös kerrallaan ja kuka sen toteuttaa. Sitä ei voi muuttaa jälkikäteen.',
  'tab.crisis.decision.save': 'Tallenna päätös',
  'tab.crisis.end': 'Päätä kriisijohtoryhmän työ',
  'tab.crisis.end.label': 'Muistio',
  'tab.crisis.end.help':
    'Tilanne, mistä puhuitte ja mitä on jäljellä. Jos kokousta ei pidetty, kirjoita miksi. Muistiota ei voi muuttaa jälkikäteen.',
  'tab.crisis.end.save': 'Päätä ja tallenna',
  'tab.crisis.document.call': 'Lataa soittolista ja kutsu (Word)',
  'tab.crisis.document.call.help':
    'Tulosta se: soittolistaa tarvitaan, kun verkko ei toimi. Tiedosto on ruotsiksi, se luodaan tällä laitteella ja sisältää puhelinnumeroita.',
  'tab.crisis.document.minutes': 'Lataa muistio (Word)'
};
