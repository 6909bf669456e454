// Finnish (awaiting a native reader) texts: the documents that are taken out of the record.
import type { documents as source } from '../sv/documents';

export const documents: Readonly<Record<keyof typeof source, string>> = {
  'tab.documents': 'Asiakirjat',
  'tab.document.dossier': 'Lataa asiakirjavihko (Word)',
  'tab.document.dossier.help':
    'Kaikki, mitä saat lukea poikkeamasta, sellaisena kuin se on lokissa juuri nyt. Tiedosto on ruotsiksi, se tehdään omalla laitteellasi eikä sitä lähetetä minnekään. Säilytä se paikassa, johon vain sitä tarvitsevat pääsevät.',
  'tab.document.making': 'Tiedostoa tehdään …',
  'tab.document.made': 'Tiedosto on valmis. Se on ladatuissa tiedostoissasi.',
  'tab.document.failed': 'Tiedostoa ei voitu tehdä. Yritä hetken kuluttua uudelleen.',
  'tab.document.no-right': 'Poikkeamaa ei voitu lukea kokonaan, joten tiedostoa ei tehty. Lataa sivu uudelleen ja yritä uudelleen.'
};
