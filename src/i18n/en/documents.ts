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
  'tab.document.no-right': 'The whole incident could not be read, so no file was made. Reload the page and try again.',
  'tab.document.masked': 'Masked copy',
  'tab.document.masked.help':
    'For somebody who asks to see the document. The masking is a suggestion: you examine whether something is to be kept secret and under which paragraph, and decide on release. The copy is only downloaded to you. Read it through first, since names and other things may stand in text that is not masked.',
  'tab.document.masked.missing': 'Tick what is to be masked, and give a paragraph for each part.',
  'tab.document.masked.download': 'Download the masked copy (Word)',
  'tab.document.mask.what': 'This is masked',
  'tab.document.mask.description': 'Description and place, in the reporter’s words',
  'tab.document.mask.notes': 'Notes, reasons, consultation, root cause and outcome',
  'tab.document.mask.questions': 'Questions and answers',
  'tab.document.mask.assets': 'Assets concerned and their class',
  'tab.document.mask.tracks': 'Text in the legal tracks',
  'tab.document.mask.reporter': 'Name of whoever reported or told it',
  'tab.document.mask.people': 'Other names in the case',
  'tab.document.mask.ground': 'Paragraph: {part}',
  'tab.document.mask.choose': 'Choose a paragraph',
  'tab.document.mask.own': 'Another paragraph of OSL',
  'tab.document.mask.own.label': 'Other paragraph: {part}',
  'tab.document.mask.own.help': 'Chapter and paragraph, as they are to stand after OSL.',
  'special-report.code.serious-incident': 'Serious incident',
  'special-report.code.weakness': 'Weakness',
  'special-report.code.need': 'Need',
  'special-report.code.other': 'Other',
  'special-report.trigger.consultation': 'The consultation said that a special report is to be written.',
  'special-report.trigger.severity': 'The incident is high or critical.',
  'special-report.trigger.answer-late': 'Nobody answered in time.',
  'special-report.trigger.legal-report-late': 'A report by law or contract is or was late.',
  'tab.special-report': 'Special report',
  'tab.special-report.suggested': 'Suggestion: give a special report to the municipal director and the municipal executive board.',
  'tab.special-report.by-whom': 'The information security officer makes it.',
  'tab.special-report.help':
    'The report is filled with the facts as the log has them just now, in Swedish. What you write here goes into the file but is not kept in Värna. You hand it over yourself; receipt and decision are filled in by hand.',
  'tab.special-report.code': 'Reason for the report',
  'tab.special-report.consequences': 'Consequences for the activity and for individuals',
  'tab.special-report.proposal': 'Needs and proposals',
  'tab.special-report.download': 'Download the special report (Word)',
  'tab.incidents.export': 'Export to Excel'
};
