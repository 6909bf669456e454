// Finnish texts: when and why a class is reconsidered, and what comes back each year.
import type { yearly as source } from '../sv/yearly';

export const yearly: Readonly<Record<keyof typeof source, string>> = {
  'reconsider.reason.changed': 'muuttunut päätöksen jälkeen',
  'reconsider.reason.incident': 'vakava poikkeama päätöksen jälkeen',
  'reconsider.reason.model': 'mallin uusi versio',
  'reconsider.reason.year': 'vuosi päätöksestä',
  'tab.reconsider': 'Arvioitava uudelleen',
  'tab.asset.reconsider': 'Luokka on arvioitava uudelleen.',
  'tab.asset.reconsider.by': 'Luokka arvioidaan uudelleen viimeistään {due}.',
  'tab.asset.reconsider.changed': 'Kohde on muuttunut luokan päättämisen jälkeen.',
  'tab.asset.reconsider.incident':
    'Päätöksen jälkeen kohteeseen on liittynyt {count, plural, one {yksi poikkeama} other {# poikkeamaa}}, jonka vakavuus on suuri tai kriittinen:',
  'tab.asset.reconsider.model': 'Luokka on päätetty mallin aiemman version mukaan. Nyt voimassa on {model}.',
  'tab.asset.reconsider.year': 'Päätöksestä on kulunut vuosi. Luokka oli arvioitava uudelleen viimeistään {due}.',
  'tab.asset.reconsider.how':
    'Luokittele kohde uudelleen. Jos mikään ei ole muuttunut, lähetä samat vastaukset, ja kohteen omistaja päättää uudelleen.',
  'tab.asset.reconsider.on-its-way': 'Uusi luokitus on tulossa:',
  'tab.assets.filter.reconsider': 'Arvioitava uudelleen',
  'tab.assets.filter.due': 'Arvioitava viimeistään: {month}',
  'tab.overview.need.reconsider': 'Arvioitava uudelleen',
  'tab.overview.reconsider': 'Omat uudelleen arvioitavat luokat',
  'tab.home.reconsider': 'Uudelleen arvioitavat luokat',
  'tab.home.reconsider.all': 'Näytä kaikki {count}',
  'tab.nav.yearly': 'Vuosikello',
  'tab.what.yearly': 'vuosikelloa',
  'tab.yearly.heading': 'Vuosikello {year}',
  'tab.yearly.help':
    'Mikä toistuu joka vuosi, milloin ja kenen tehtävä se on. Kuukaudet ovat ehdotus. Luokat seuraavat rekisteristä, eikä niitä tarvitse merkitä.',
  'tab.yearly.now': 'Nyt uudelleen arvioitavat luokat',
  'tab.yearly.due': 'Viimeistään tässä kuussa uudelleen arvioitavat luokat',
  'tab.yearly.this-month': 'Nyt',
  'tab.yearly.whose': '{role}. Lähde: {source}',
  'tab.yearly.late': 'Kuukausi on kulunut, eikä tehtävää ole merkitty tehdyksi.',
  'tab.yearly.done': 'Tehty: {name}, {at}',
  'tab.yearly.take-back': 'Peru merkintä',
  'tab.yearly.take-back.what': 'Peru merkintä: {task}',
  'tab.yearly.mark': 'Merkitse tehdyksi: {task}',
  'tab.yearly.mark.save': 'Merkitse tehdyksi',
  'tab.yearly.note': 'Huomautus',
  'tab.yearly.note.help': 'Vapaaehtoinen, esimerkiksi diaarinumero tai missä tulos on.'
};
