// Swedish texts: the documents that are taken out of the record. The source of keys.
export const documents = {
  'tab.documents': 'Dokument',
  'tab.document.dossier': 'Ladda ner akten (Word)',
  'tab.document.dossier.help':
    'Allt du får läsa i ärendet, som det står i loggen just nu. Filen skapas här hos dig och skickas ingenstans. Spara den där bara de som behöver den kommer åt den.',
  'tab.document.making': 'Skapar filen …',
  'tab.document.made': 'Filen är skapad. Den finns bland dina hämtade filer.',
  'tab.document.failed': 'Det gick inte att skapa filen. Försök igen om en stund.',
  'tab.document.no-right': 'Det gick inte att läsa hela ärendet, så ingen fil skapades. Ladda om sidan och försök igen.',
  'tab.document.masked': 'Maskad kopia',
  'tab.document.masked.help':
    'För den som begär att få ta del av handlingen. Maskningen är ett förslag: du prövar om något ska hållas hemligt och enligt vilket lagrum, och beslutar om utlämnande. Kopian laddas bara ner till dig. Läs igenom den först, för namn och annat kan stå i text som inte är maskad.',
  'tab.document.masked.missing': 'Kryssa för det som ska maskas och ange lagrum för varje del.',
  'tab.document.masked.download': 'Ladda ner maskad kopia (Word)',
  'tab.document.mask.what': 'Det här maskas',
  'tab.document.mask.description': 'Beskrivning och plats, med rapportörens ord',
  'tab.document.mask.notes': 'Anteckningar, skäl, samråd, grundorsak och besked',
  'tab.document.mask.questions': 'Frågor och svar',
  'tab.document.mask.assets': 'Berörda tillgångar och deras klass',
  'tab.document.mask.tracks': 'Text i rapporteringsspåren',
  'tab.document.mask.reporter': 'Namn på den som rapporterade eller berättade',
  'tab.document.mask.people': 'Andra namn i ärendet',
  'tab.document.mask.ground': 'Lagrum: {part}',
  'tab.document.mask.choose': 'Välj lagrum',
  'tab.document.mask.own': 'Ett annat lagrum i OSL',
  'tab.document.mask.own.label': 'Annat lagrum: {part}',
  'tab.document.mask.own.help': 'Kapitel och paragraf, som de ska stå efter OSL.'
} as const;
