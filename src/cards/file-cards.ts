// A file that came in the chat: which case it belongs to, and what became of it. Its name is shown to whoever sent it and to nobody else.
import { markOf, type Marked } from '../domain/exercise';
import type { Incident } from '../domain/incident';
import type { Language } from '../domain/language';
import { formatMoment } from '../i18n/moment';
import { text, type TextKey } from '../i18n/text';
import { button } from './buttons';
import { card, markedCard, paragraph, row, type Card, type CardElement } from './card';
import type { Press } from './card-data';
import { startButtons } from './refusal';

type FileData = Extract<Press, { readonly verb: 'attach-file' }>['data'];

/** Each button carries the address of the file, which is long; a card stays within 28 KB. */
const mostCases = 5;

export interface WhichCase {
  readonly file: Omit<FileData, 'formKey' | 'reference' | 'exercise'>;
  /** Newest first. */
  readonly incidents: readonly Incident[];
  readonly key: string;
}

export function whichCaseCard({ file, incidents, key: formKey }: WhichCase, language: Language): Card {
  return card({
    language,
    title: text(language, 'cards.file.which'),
    body: [
      row(text(language, 'cards.file.name'), file.name),
      paragraph(text(language, 'cards.file.which.text')),
      ...incidents
        .slice(0, mostCases)
        .flatMap((incident) => oneCase(incident, { ...file, formKey, reference: incident.reference, ...markOf(incident) }, language))
    ]
  });
}

/** What the case is, and its button beneath: beside each other neither would have room on a telephone. */
function oneCase({ reference, report, reportedAt, exercise }: Incident, data: FileData, language: Language): readonly CardElement[] {
  const title = text(language, 'cards.file.choose', { reference });
  const kind = text(language, `incident.kind.${report.kind}`);
  return [
    row(exercise === true ? text(language, 'exercise.marked', { what: kind }) : kind, formatMoment(language, reportedAt)),
    { type: 'ActionSet', actions: [button({ title, verb: 'attach-file', data })] }
  ];
}

export interface FileInCase extends Marked {
  readonly reference: string;
  readonly name: string;
}

export function fileAddedCard(facts: FileInCase, language: Language): Card {
  return inCase('cards.file.added', facts, language);
}

/** It stands beside the case already, and in its record when SharePoint answers. */
export function fileKeptCard(facts: FileInCase, language: Language): Card {
  return inCase('cards.file.kept', facts, language);
}

function inCase(title: TextKey, { reference, name, exercise }: FileInCase, language: Language): Card {
  const shown = card({
    language,
    title: text(language, title),
    body: [row(text(language, 'cards.file.name'), name), row(text(language, 'cards.row.reference'), reference)]
  });
  return markedCard({ exercise }, shown, language);
}

export function fileWithoutCaseCard(language: Language): Card {
  return card({
    language,
    title: text(language, 'cards.file.without-case'),
    body: [paragraph(text(language, 'cards.file.without-case.text'))],
    actions: startButtons(language)
  });
}

export function fileLaterCard(language: Language): Card {
  return card({ language, title: text(language, 'cards.file.later'), body: [paragraph(text(language, 'cards.file.later.text'))] });
}
