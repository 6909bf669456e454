// English texts: the documents that are taken out of the record.
import type { documents as source } from '../sv/documents';

export const documents: Readonly<Record<keyof typeof source, string>> = {
  'tab.documents': 'Documents',
  'tab.document.dossier': 'Download the dossier (Word)',
  'tab.document.dossier.help':
    'Everything you may read of the incident, as the log has it just now. The file is in Swedish, is made here on your device and is sent nowhere. Keep it where only those who need it can open it.',
  'tab.document.making': 'Making the file …',
  'tab.document.made': 'The file is made. It is among your downloads.',
  'tab.document.failed': 'The file could not be made. Try again in a while.',
  'tab.document.no-right': 'The whole incident could not be read, so no file was made. Reload the page and try again.'
};
