// Cards that nobody has asked for: reminders of what is due, word to the next in line, and the day's summary (domain.md 5.2).
import { digestParts } from '../domain/digest';
import { markOf } from '../domain/exercise';
import type { Language } from '../domain/language';
import type { Notice, Summed } from '../domain/notice';
import { formatMoment } from '../i18n/moment';
import { text, type TextKey } from '../i18n/text';
import { button, link } from './buttons';
import { card, paragraph, row, type Card, type CardAction } from './card';

type Of<K extends Notice['kind']> = Extract<Notice, { readonly kind: K }>;

interface Facts<K extends Notice['kind']> {
  readonly notice: Of<K>;
  readonly tabUrl: string | undefined;
}

/** `key` is made for this card. */
type Awaited = Facts<'incident-reminder' | 'incident-escalated'> & { readonly key: string };

/** What is asked for, and the button that answers it where one press does. */
export function reminderCard({ notice, tabUrl, key }: Awaited, language: Language): Card {
  const { kind, reference, severity, due } = notice;
  const says = kind === 'incident-reminder' ? stageWords[notice.stage] : 'cards.escalated.text';
  return card({
    language,
    title: text(language, kind === 'incident-reminder' ? 'cards.reminder.title' : 'cards.escalated.title'),
    body: [
      row(text(language, 'cards.row.reference'), reference),
      row(text(language, 'cards.row.severity'), text(language, `severity.${severity}`)),
      row(text(language, 'cards.row.due'), formatMoment(language, due)),
      paragraph(text(language, says), { weight: 'Bolder' }),
      paragraph(text(language, askedFor(notice)))
    ],
    actions: [...receiving({ notice, key }, language), ...opening(tabUrl, language)]
  });
}

const stageWords = {
  half: 'cards.reminder.half',
  near: 'cards.reminder.near',
  over: 'cards.reminder.over'
} as const satisfies Readonly<Record<Of<'incident-reminder'>['stage'], TextKey>>;

function askedFor({ kind, response, receiver, severity }: Awaited['notice']): TextKey {
  if (kind === 'incident-escalated' && severity === 'critical') return 'cards.escalated.call';
  if (response === 'receive') return receiver === undefined ? 'cards.reminder.unreceived' : 'cards.reminder.receive';
  // The next in line may be somebody who cannot open it.
  return kind === 'incident-escalated' ? `cards.escalated.${response}` : `cards.reminder.${response}`;
}

function receiving(
  { notice: { reference, receiver, exercise }, key }: Pick<Awaited, 'notice' | 'key'>,
  language: Language
): readonly CardAction[] {
  if (receiver === undefined) return [];
  const data = { formKey: key, reference, receiver, ...markOf({ exercise }) };
  return [button({ title: text(language, 'cards.incident.acknowledge'), verb: 'acknowledge', data, primary: true })];
}

/** A report to an authority that is due. */
export function trackReminderCard({ notice, tabUrl }: Facts<'track-reminder'>, language: Language): Card {
  const { reference, incident, regime, report, stage, due } = notice;
  return card({
    language,
    title: text(language, 'cards.track-reminder.title'),
    body: [
      row(text(language, 'cards.row.regime'), text(language, `track.regime.${regime}`)),
      row(text(language, 'cards.row.report'), text(language, `track.stage.${report}`)),
      row(text(language, 'cards.row.due'), formatMoment(language, due)),
      row(text(language, 'cards.row.reference'), `${reference}, ${incident}`),
      paragraph(text(language, stageWords[stage]), { weight: 'Bolder' }),
      paragraph(text(language, stage === 'over' ? 'cards.track-reminder.late' : 'cards.track-reminder.text'))
    ],
    actions: opening(tabUrl, language)
  });
}

/** What is new, has moved on, and is settled, by number; a part that is empty is left out. */
export function digestCard({ notice, tabUrl }: Facts<'incident-digest'>, language: Language): Card {
  const parts = digestParts.filter((part) => notice[part].count > 0);
  return card({
    language,
    title: text(language, 'cards.digest.title'),
    body: [
      ...parts.map((part) => row(text(language, `cards.digest.${part}`), inWords(notice[part], language))),
      paragraph(text(language, 'cards.digest.text'), { isSubtle: true })
    ],
    actions: opening(tabUrl, language)
  });
}

function inWords({ count, some }: Summed, language: Language): string {
  const named = some.map(({ reference, severity }) => `${reference} (${text(language, `severity.${severity}`)})`).join(', ');
  return count > some.length ? text(language, 'cards.digest.more', { some: named, more: count - some.length }) : named;
}

function opening(tabUrl: string | undefined, language: Language): readonly CardAction[] {
  return tabUrl === undefined ? [] : [link(text(language, 'cards.open'), tabUrl)];
}
