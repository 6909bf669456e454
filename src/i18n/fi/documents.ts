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
  'tab.document.no-right': 'Poikkeamaa ei voitu lukea kokonaan, joten tiedostoa ei tehty. Lataa sivu uudelleen ja yritä uudelleen.',
  'tab.document.masked': 'Peitetty kopio',
  'tab.document.masked.help':
    'Sille, joka pyytää nähdä asiakirjan. Peittäminen on ehdotus: sinä tutkit, onko jokin pidettävä salassa ja minkä pykälän mukaan, ja päätät luovuttamisesta. Kopio ladataan vain sinulle. Lue se ensin läpi, sillä nimiä ja muuta voi olla tekstissä, jota ei ole peitetty.',
  'tab.document.masked.missing': 'Valitse, mitä peitetään, ja anna jokaiselle osalle pykälä.',
  'tab.document.masked.download': 'Lataa peitetty kopio (Word)',
  'tab.document.mask.what': 'Nämä peitetään',
  'tab.document.mask.description': 'Kuvaus ja paikka ilmoittajan sanoin',
  'tab.document.mask.notes': 'Muistiinpanot, perusteet, kuuleminen, perussyy ja lopputulos',
  'tab.document.mask.questions': 'Kysymykset ja vastaukset',
  'tab.document.mask.assets': 'Tiedot, joita asia koskee, ja niiden luokka',
  'tab.document.mask.tracks': 'Teksti ilmoitusmenettelyissä',
  'tab.document.mask.reporter': 'Ilmoittajan tai kertojan nimi',
  'tab.document.mask.people': 'Muut nimet asiassa',
  'tab.document.mask.ground': 'Pykälä: {part}',
  'tab.document.mask.choose': 'Valitse pykälä',
  'tab.document.mask.own': 'Muu OSL:n pykälä',
  'tab.document.mask.own.label': 'Muu pykälä: {part}',
  'tab.document.mask.own.help': 'Luku ja pykälä niin kuin ne kirjoitetaan OSL:n jälkeen.',
  'special-report.code.serious-incident': 'Vakava poikkeama',
  'special-report.code.weakness': 'Puute',
  'special-report.code.need': 'Tarve',
  'special-report.code.other': 'Muu',
  'special-report.trigger.consultation': 'Kuulemisessa todettiin, että erityisraportti on kirjoitettava.',
  'special-report.trigger.severity': 'Poikkeaman taso on korkea tai kriittinen.',
  'special-report.trigger.answer-late': 'Kukaan ei vastannut ajoissa.',
  'special-report.trigger.legal-report-late': 'Lakiin tai sopimukseen perustuva ilmoitus on tai oli myöhässä.',
  'tab.special-report': 'Erityisraportti',
  'tab.special-report.suggested': 'Ehdotus: anna erityisraportti kunnanjohtajalle ja kunnanhallitukselle.',
  'tab.special-report.by-whom': 'Tietoturvavastaava laatii sen.',
  'tab.special-report.help':
    'Raporttiin tulevat tiedot sellaisina kuin ne ovat lokissa juuri nyt, ruotsiksi. Se, mitä kirjoitat tähän, tulee tiedostoon mutta ei tallennu Värnaan. Luovutat raportin itse; vastaanotto ja käsittely täytetään käsin.',
  'tab.special-report.code': 'Raportin peruste',
  'tab.special-report.consequences': 'Seuraukset toiminnalle ja yksittäisille ihmisille',
  'tab.special-report.proposal': 'Tarpeet ja ehdotukset',
  'tab.special-report.download': 'Lataa erityisraportti (Word)',
  'tab.incidents.export': 'Vie Exceliin'
};
