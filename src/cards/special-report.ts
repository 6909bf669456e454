// A särskild rapport to the kommundirektör as cards: that one was handed over, to acknowledge with one press, and that it is received (H64).
import { markOf, type Marked } from '../domain/exercise';
import type { Language } from '../domain/language';
import { formatMoment } from '../i18n/moment';
import { text } from '../i18n/text';
import { button, link } from './buttons';
import { card, paragraph, row, type Card, type CardAction } from './card';

export interface HandedOver extends Marked {
  readonly reference: string;
  /** Its place among those that were handed over. */
  readonly report: number;
  /** Made for this card. */
  readonly key: string;
  readonly tabUrl: string | undefined;
}

/** Which incident, and nothing of what the report says: that is read in the tab by whoever it was handed to. */
export function handedReportCard({ reference, report, key, tabUrl, exercise }: HandedOver, language: Language): Card {
  return card({
    language,
    title: text(language, 'cards.report-handed-over.title'),
    body: [row(text(language, 'cards.row.incident'), reference), paragraph(text(language, 'cards.report-handed-over.text'))],
    actions: [
      button({
        title: text(language, 'cards.report-handed-over.receive'),
        verb: 'receive-report',
        data: { formKey: key, reference, report, ...markOf({ exercise }) },
        primary: true
      }),
      ...opening(tabUrl, language)
    ]
  });
}

/** `at` (UTC): when it was received. */
export function receivedReportCard(
  { reference, at, tabUrl }: Pick<HandedOver, 'reference' | 'tabUrl'> & { readonly at: string | undefined },
  language: Language
): Card {
  const received = at === undefined ? [] : [row(text(language, 'cards.report-received.when'), formatMoment(language, at))];
  return card({
    language,
    title: text(language, 'cards.report-received-by-you.title'),
    body: [row(text(language, 'cards.row.incident'), reference), ...received],
    actions: opening(tabUrl, language)
  });
}

/** The press is durable in the service, but SharePoint does not show it yet. */
export function keptReceivingCard(reference: string, language: Language): Card {
  return card({
    language,
    title: text(language, 'cards.report-handed-over.title'),
    body: [row(text(language, 'cards.row.incident'), reference), paragraph(text(language, 'cards.acknowledged.kept'))]
  });
}

function opening(tabUrl: string | undefined, language: Language): readonly CardAction[] {
  return tabUrl === undefined ? [] : [link(text(language, 'cards.open'), tabUrl)];
}
