// Swedish texts: the documents that are taken out of the record. The source of keys.
export const documents = {
  'tab.documents': 'Dokument',
  'tab.document.dossier': 'Ladda ner akten (Word)',
  'tab.document.dossier.help':
    'Allt du får läsa i ärendet, som det står i loggen just nu. Filen skapas här hos dig och skickas ingenstans. Spara den där bara de som behöver den kommer åt den.',
  'tab.document.making': 'Skapar filen …',
  'tab.document.made': 'Filen är skapad. Den finns bland dina hämtade filer.',
  'tab.document.failed': 'Det gick inte att skapa filen. Försök igen om en stund.',
  'tab.document.no-right': 'Det gick inte att läsa hela ärendet, så ingen fil skapades. Ladda om sidan och försök igen.'
} as const;
