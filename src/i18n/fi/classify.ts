// Finnish (awaiting a native reader) texts: the wizard that proposes a class, and those who are asked about it.
import type { classify as source } from '../sv/classify';

export const classify: Readonly<Record<keyof typeof source, string>> = {
  'tab.classify.set': 'Tietoaineisto: {name}',
  'tab.classify.whole': 'Kaikki yhdessä',
  'tab.classify.as-before': 'Vastaa kuten kohdassa {name}',
  'tab.classify.asks':
    'Vastasit en tiedä {count, plural, one {yhteen kysymykseen} other {# kysymykseen}}. Kun jätät luokittelun, Värna kysyy Teamsissa tietoturvavastaavalta tai tietosuojavastaavalta. Kun he ovat vastanneet, luokittelu etenee päätettäväksi.',
  'tab.classify.submit-and-ask': 'Jätä ja kysy',
  'tab.classify.asked': 'Luokittelu odottaa vastauksia',
  'tab.classify.asked.next':
    '{reference} on tallennettu. Asian tuntevilta on kysytty Teamsissa. Kun kaikkiin on vastattu, päättäjänä on {decider}.',
  'tab.classify.demands': 'Mitä luokka tulee vaatimaan',
  'tab.classify.demands.coming': 'Vaatimuksia lasketaan …',
  'tab.classify.demands.unit': 'Teiltä: {count, plural, one {yksi vaatimus} other {# vaatimusta}}',
  'tab.classify.demands.it': 'IT-yksiköltä: {count, plural, one {yksi vaatimus} other {# vaatimusta}}',
  'tab.classify.demands.supplier': 'Toimittajalta: {count, plural, one {yksi vaatimus} other {# vaatimusta}}',
  'tab.reason.set': 'Ratkaisevin: {set}.',
  'tab.reason.lifted': 'Askelta ylempi kokonaisuuden vuoksi: {answer}.',
  'tab.adjust.open': 'Muu taso',
  'tab.adjust.level': 'Taso: {aspect}',
  'tab.adjust.computed': '{level} (vastausten mukaan)',
  'tab.adjust.motivation': 'Miksi se taso sopii paremmin?',
  'tab.adjust.raised': 'Päättäjä lukee perustelun.',
  'tab.adjust.lowered': 'Alempi kuin vastaukset antavat. Tietoturvavastaava kertoo mielipiteensä ennen päätöstä.',
  'tab.adjust.heading': 'Jättäjän muuttamat tasot',
  'tab.adjust.said': '{aspect}, {level}:',
  'tab.adjust.comment.by': '{name} (tietoturva), {at}:',
  'tab.adjust.comment': 'Mitä mieltä olet alennetusta tasosta?',
  'tab.adjust.comment.why': 'Taso on asetettu alemmaksi kuin vastaukset antavat. Kohteen omistaja päättää ja lukee kirjoittamasi.',
  'tab.adjust.comment.save': 'Tallenna kommentti',
  'tab.experts': 'Kysymykset asian tunteville',
  'tab.experts.asked': 'Odottaa vastausta: {role}.',
  'tab.experts.answered': 'Vastannut {name}, {at}.',
  'tab.experts.save': 'Vastaa',
  'tab.experts.comment': 'Kommentti (vapaaehtoinen)',
  'tab.home.inquiry': 'Vastaa kysymyksiin kohteen {asset} luokittelusta',
  'tab.withdraw': 'Peru luokittelu',
  'tab.withdraw.reason': 'Miksi perut sen?',
  'tab.withdraw.save': 'Peru'
};
