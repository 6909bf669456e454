// Finnish (awaiting a native reader) texts: the inventory of the register, in the tab and on cards.
import type { inventory as source } from '../sv/inventory';

export const inventory: Readonly<Record<keyof typeof source, string>> = {
  'cards.inventory.title': 'Inventointi: onko kaikki mukana?',
  'cards.inventory.opened': 'Onko kaikki yksikön käyttämä tieto luettelossa? Myös paperi, puhelin ja pilvipalvelut lasketaan.',
  'cards.inventory.week': 'Viikko on jäljellä. Onko kaikki yksikön käyttämä tieto luettelossa?',
  'cards.inventory.last': 'Tänään on viimeinen päivä. Onko kaikki yksikön käyttämä tieto luettelossa?',
  'cards.inventory.over': 'Viimeinen päivä on mennyt, mutta voit vielä vastata. Onko kaikki yksikön käyttämä tieto luettelossa?',
  'cards.inventory.complete': 'Kaikki on mukana',
  'cards.inventory.missing': 'Jotain puuttuu',
  'cards.inventory.what': 'Mitä puuttuu?',
  'cards.inventory.write': 'Kirjoita, mitä puuttuu, enintään {most} merkillä.',
  'cards.inventory.send': 'Lähetä vastaus',
  'cards.inventory.look': 'Avaa Värnassa',
  'cards.inventory.thanks': 'Kiitos vastauksesta',
  'cards.inventory.change': 'Voit muuttaa vastausta Värnassa niin kauan kuin inventointi on käynnissä.',
  'cards.inventory.not-answered': 'Vastausta ei ole tallennettu',
  'cards.inventory.kept': 'Vastaus on otettu vastaan',
  'cards.row.last-day': 'Vastaa viimeistään',
  'cards.row.answer': 'Vastaus',
  'cards.row.as-of': 'Koskee päivää',
  'cards.what.unit-answer': 'inventointia'
};
