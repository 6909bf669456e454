// What the report form becomes: the receipt, the receipt without a number yet, or the stop.
import type { Incident } from '../domain/incident';
import type { Language } from '../domain/language';
import { formatMoment } from '../i18n/moment';
import { text } from '../i18n/text';
import { card, markedCard, paragraph, row, type Card, type CardElement } from './card';
import { inOneLine } from './phone';
import { startButtons } from './refusal';
import { urgentLine, type Phone } from './urgent';

export interface ReceiptFacts extends Phone {
  readonly incident: Incident;
  /** Where the receipt is shown a file can be sent. */
  readonly takesFiles?: true;
}

/** The number, who has been told (H40: shown to the reporter), what happens next, and whom to ring. */
export function receiptCard({ incident, itPhone, takesFiles }: ReceiptFacts, language: Language): Card {
  const { reference, report, reportedAt } = incident;
  const receipt = card({
    language,
    title: text(language, report.kind === 'weakness' ? 'cards.receipt.title.weakness' : 'cards.receipt.title'),
    body: [
      row(text(language, 'cards.row.reference'), reference),
      row(text(language, 'cards.row.kind'), text(language, `incident.kind.${report.kind}`)),
      row(text(language, 'cards.row.reported-at'), formatMoment(language, reportedAt)),
      paragraph(whoIsTold(incident, language)),
      paragraph(text(language, 'cards.receipt.next')),
      ...(takesFiles === true ? [paragraph(text(language, 'cards.receipt.files'))] : []),
      urgentLine({ itPhone }, language)
    ]
  });
  return markedCard(incident, receipt, language);
}

function whoIsTold({ report, nearestManager }: Incident, language: Language): string {
  const isInstead = report.manager !== undefined;
  if (nearestManager === undefined) return text(language, isInstead ? 'cards.receipt.told-it-instead' : 'cards.receipt.told-it');
  return text(language, isInstead ? 'cards.receipt.told-instead' : 'cards.receipt.told', { manager: nearestManager.name });
}

/** The report is durable in the service but has no number: SharePoint is away (design 4). */
export function keptReceiptCard(phone: Phone, language: Language): Card {
  return card({
    language,
    title: text(language, 'cards.kept.title'),
    body: [paragraph(text(language, 'cards.kept.next')), paragraph(text(language, 'cards.kept.nothing-to-do')), urgentLine(phone, language)]
  });
}

export interface StopFacts {
  /** The säkerhetsskyddschef's number, when it is set in Inställningar. */
  readonly securityProtectionPhone?: string | undefined;
  /** Whether the säkerhetsskyddschef is told that a report was stopped. */
  readonly told: boolean;
}

/** Security-classified information must never enter here (domain.md 1, fact 6): the card has no field and no way on. */
export function stopCard({ securityProtectionPhone: phone, told }: StopFacts, language: Language): Card {
  const call =
    phone === undefined ? text(language, 'cards.stop.call.no-number') : text(language, 'cards.stop.call', { phone: inOneLine(phone) });
  const lines: CardElement[] = [
    paragraph(call, { weight: 'Bolder' }),
    paragraph(text(language, 'cards.stop.silence')),
    paragraph(text(language, 'cards.stop.nothing-kept')),
    paragraph(text(language, told ? 'cards.stop.told' : 'cards.stop.not-told'))
  ];
  return card({ language, title: text(language, 'cards.stop.title'), body: lines });
}

/** Nothing of what was answered is carried on. */
export function withdrawnCard(language: Language): Card {
  return outOfForm('cards.withdrawn', language);
}

/** A draft that has waited too long in the chat. */
export function expiredCard(language: Language): Card {
  return outOfForm('cards.expired', language);
}

function outOfForm(how: 'cards.withdrawn' | 'cards.expired', language: Language): Card {
  return card({
    language,
    title: text(language, `${how}.title`),
    body: [paragraph(text(language, `${how}.text`))],
    actions: startButtons(language)
  });
}
