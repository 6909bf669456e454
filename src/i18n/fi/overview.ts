// Finnish (awaiting a native reader) texts: the overview of the register.
import type { overview as source } from '../sv/overview';

export const overview: Readonly<Record<keyof typeof source, string>> = {
  'tab.overview': 'Yleiskatsaus',
  'tab.overview.welcome': 'Ensimmäistä kertaa täällä?',
  'tab.overview.welcome.what':
    'Tästä näet kunnan tieto-omaisuuden tilanteen: mikä on luokiteltu, kuinka vakavaa se on ja mikä kaipaa tekijää.',
  'tab.overview.welcome.numbers': 'Jokainen luku on linkki sen takana oleviin riveihin.',
  'tab.overview.welcome.first': 'Aloita omasta yksiköstäsi: onko kaikki mukana, ja onko kaikella luokka?',
  'tab.overview.welcome.understood': 'Selvä',
  'tab.overview.mine': 'Omat',
  'tab.overview.my-unit': 'Oma yksikkö: {unit}',
  'tab.overview.assets': 'Tieto-omaisuus',
  'tab.overview.assets.mine': 'Tieto-omaisuus, josta vastaan',
  'tab.overview.waiting': 'Minua odottavat päätökset',
  'tab.overview.late': 'Myöhässä olevat toimenpiteeni',
  'tab.overview.coverage': '{percent} prosentilla tieto-omaisuudesta on päätetty luokka',
  'tab.overview.coverage.none': 'Tieto-omaisuutta ei ole rekisteröity',
  'tab.overview.committee': 'Lautakunta',
  'tab.overview.registered': 'Rekisteröity',
  'tab.overview.decided': 'Päätetty luokka',
  'tab.overview.missing': 'Ilman luokkaa',
  'tab.overview.whole': 'Koko kunta',
  'tab.overview.empty':
    '{count, plural, =0 {Jokaisella yksiköllä on rekisteröityä} one {Yhdellä yksiköllä ei ole mitään rekisteröityä} other {# yksiköllä ei ole mitään rekisteröityä}}',
  'tab.overview.inventory': 'Inventointi: kysy yksiköiltä, onko kaikki mukana',
  'tab.overview.classes':
    '{count, plural, =0 {Mikään tieto-omaisuus ei ole vakavimmalla tasolla} one {Yksi kohde on vakavimmalla tasolla jossakin näkökulmassa} other {# kohdetta on vakavimmalla tasolla jossakin näkökulmassa}}',
  'tab.overview.classes.help': 'Korkein taso kussakin lautakunnassa ja näkökulmassa, ja kuinka monella kohteella se on.',
  'tab.overview.classes.none': 'Ei luokkaa vielä',
  'tab.overview.trend':
    '{count, plural, =0 {Yhtään voimassa olevaa luokkaa ei ole päätetty viimeisten 12 kuukauden aikana} one {Yksi voimassa oleva luokka on päätetty viimeisten 12 kuukauden aikana} other {# voimassa olevaa luokkaa on päätetty viimeisten 12 kuukauden aikana}}',
  'tab.what.decided': 'luokitukset',
  'tab.overview.growth.show': 'Näytä, miten luokat ovat kehittyneet',
  'tab.overview.growth': 'Kun {month} päättyi, nykyisistä {all} kohteesta {before} oli saanut päätetyn luokan, nyt {now}',
  'tab.overview.growth.help':
    'Kohteet korkeimman tason mukaan sellaisena kuin luokasta oli päätetty kuukauden päättyessä. Käytöstä poistettuja ja mitätöityjä ei lasketa.',
  'tab.overview.month': 'Kuukausi',
  'tab.overview.attention':
    '{count, plural, =0 {Mikään tieto-omaisuus ei kaipaa nyt tekijää} one {Yksi kohde kaipaa tekijää} other {# kohdetta kaipaa tekijää}}',
  'tab.overview.attention.help': 'Korkein luokka ensin. Luonnoksia ei lasketa.',
  'tab.overview.attention.more': 'Näytetään {count} ensimmäistä.',
  'tab.overview.need': 'Tarvitsee',
  'tab.overview.need.changed': 'Muuttunut päätöksen jälkeen',
  'tab.overview.need.owner': 'Vastuuhenkilö puuttuu',
  'tab.overview.need.class': 'Luokka puuttuu',
  'tab.overview.count': '{count} / {all}',
  'tab.assets.filter.not-draft': 'Ei luonnos',
  'tab.assets.filter.classified': 'Luokiteltu',
  'tab.assets.filter.mine': 'Omani',
  'tab.assets.filter.decided': 'Päätetty: {month}'
};
