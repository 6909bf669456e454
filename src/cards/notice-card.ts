// A notice as a card to one person: what happened, about which number, and the one thing to do.
import type { Language } from '../domain/language';
import type { LevelNumbers } from '../domain/level-numbers';
import type { Notice } from '../domain/notice';
import { text, type TextKey } from '../i18n/text';
import { incidentCard } from './acknowledgement';
import { link } from './buttons';
import { awaitingDecisionCard, seriousCard } from './classification-card';
import { card, markedCard, paragraph, row, type Card } from './card';
import { changeAnsweredCard, changeProposedCard } from './change-card';
import { channelCard } from './channel-card';
import { decisionsCard } from './decisions-card';
import { inventoryCard } from './inventory-card';
import { measureCard, measureReminderCard } from './measure-card';
import { reconsiderCard } from './reconsider-card';
import { refusalText } from './refusal';
import { requirementsRaisedCard, supplierLateCard } from './requirements-card';
import { handedReportCard } from './special-report';
import { digestCard, reminderCard, trackReminderCard } from './reminder-card';
import { vacancyCard } from './vacancy-card';
import { yearlyCard } from './yearly-card';

export interface NoticeFacts {
  readonly notice: Notice;
  /** Made for this card; a press on it is one command however often it arrives. */
  readonly key: string;
  /** Opens the tab at the notice's number, when the tab's address is known. */
  readonly tabUrl?: string | undefined;
  /** As the municipality numbers the levels, when that is known. */
  readonly levelNumbers: LevelNumbers | undefined;
}

export function noticeCard(facts: NoticeFacts, language: Language): Card {
  const { notice } = facts;
  return 'exercise' in notice ? markedCard(notice, cardOf(facts, language), language) : cardOf(facts, language);
}

function cardOf({ notice, key, tabUrl, levelNumbers }: NoticeFacts, language: Language): Card {
  switch (notice.kind) {
    case 'incident-reported':
      return incidentCard({ ...notice, key }, language);
    case 'incident-registered':
      return plain('cards.registered', [row(text(language, 'cards.row.reference'), notice.reference)], undefined, language);
    case 'incident-acknowledged':
      return receivedCard(notice, language);
    case 'incident-assigned':
      return plain('cards.assigned', numbered(notice, language), tabUrl, language);
    case 'incident-question':
      return plain('cards.question', numbered(notice, language), tabUrl, language);
    case 'incident-answered':
      return plain('cards.answered', numbered(notice, language), tabUrl, language);
    case 'incident-file':
      return plain('cards.file-added', numbered(notice, language), tabUrl, language);
    case 'incident-raised':
      return raisedCard({ notice, tabUrl }, language);
    case 'incident-changed':
      return changedCard({ notice, tabUrl }, language);
    case 'incident-in-channel':
      return channelCard({ notice, tabUrl }, language);
    case 'incident-reminder':
    case 'incident-escalated':
      return reminderCard({ notice, tabUrl, key }, language);
    case 'report-handed-over':
      return handedReportCard({ ...notice, key, tabUrl }, language);
    case 'report-received':
      return plain('cards.report-received', numbered(notice, language), tabUrl, language);
    case 'crisis-staff-called':
      return crisisCard(notice, language);
    case 'incident-digest':
      return digestCard({ notice, tabUrl }, language);
    case 'report-stopped':
      return plain(
        'cards.stopped',
        [row(text(language, 'cards.row.reference'), notice.reference), row(text(language, 'cards.row.unit'), notice.unitName)],
        undefined,
        language
      );
    case 'classification-submitted':
      return awaitingDecisionCard({ notice, key, tabUrl, levelNumbers }, language);
    case 'classification-asked':
      return askedCard({ notice, tabUrl }, language);
    case 'decisions-waiting':
      return decisionsCard({ notice, tabUrl }, language);
    case 'classification-serious':
      return seriousCard({ notice, tabUrl, levelNumbers }, language);
    case 'classification-decided':
      return plain('cards.decided', about(notice, language), tabUrl, language);
    case 'classification-returned':
      return plain(
        'cards.returned',
        [...about(notice, language), row(text(language, 'cards.row.reason'), notice.reason)],
        tabUrl,
        language
      );
    case 'change-proposed':
      return changeProposedCard({ notice, tabUrl }, language);
    case 'change-answered':
      return changeAnsweredCard({ notice, tabUrl }, language);
    case 'classes-to-reconsider':
      return reconsiderCard({ notice, tabUrl }, language);
    case 'owner-vacant':
      return vacancyCard({ notice, tabUrl }, language);
    case 'requirements-raised':
      return requirementsRaisedCard({ notice, tabUrl }, language);
    case 'supplier-late':
      return supplierLateCard({ notice, tabUrl }, language);
    case 'yearly-reminder':
      return yearlyCard({ notice, tabUrl }, language);
    case 'track-moved':
      return trackCard({ notice, tabUrl }, language);
    case 'track-reminder':
      return trackReminderCard({ notice, tabUrl }, language);
    case 'measure-moved':
      return measureCard({ notice, key, tabUrl }, language);
    case 'measure-reminder':
      return measureReminderCard({ notice, key, tabUrl }, language);
    case 'inventory-asked':
      return inventoryCard({ notice, key, tabUrl }, language);
    case 'command-refused':
      return card({
        language,
        title: text(language, 'cards.refused-later.title'),
        body: [paragraph(refusalText(notice, language))]
      });
  }
}

type Of<K extends Notice['kind']> = Extract<Notice, { readonly kind: K }>;
type Rows = readonly ReturnType<typeof row>[];
type Subject =
  | 'cards.registered'
  | 'cards.stopped'
  | 'cards.decided'
  | 'cards.returned'
  | 'cards.assigned'
  | 'cards.question'
  | 'cards.answered'
  | 'cards.file-added'
  | 'cards.report-received';

/** Heading, what it is about, one sentence, and the tab when there is something to see there. */
function plain(subject: Subject, rows: Rows, tabUrl: string | undefined, language: Language): Card {
  return card({
    language,
    title: text(language, `${subject}.title`),
    body: [...rows, paragraph(text(language, `${subject}.text`))],
    actions: opening('cards.open', tabUrl, language)
  });
}

function receivedCard({ reference, receiver }: Of<'incident-acknowledged'>, language: Language): Card {
  const by = receiver === 'it' ? 'cards.received.by-it' : 'cards.received.by-manager';
  return card({
    language,
    title: text(language, 'cards.received.title'),
    body: [row(text(language, 'cards.row.reference'), reference), paragraph(text(language, by))]
  });
}

interface About<K extends Notice['kind']> {
  readonly notice: Of<K>;
  readonly tabUrl: string | undefined;
}

/** Also to those who may not read the incident, as Ledning: they learn that there is one, and whom to ask. */
function raisedCard({ notice: { reference, severity }, tabUrl }: About<'incident-raised'>, language: Language): Card {
  const words = severity === 'critical' ? 'cards.raised.critical' : 'cards.raised.text';
  return card({
    language,
    title: text(language, 'cards.raised.title'),
    body: [
      ...numbered({ reference }, language),
      row(text(language, 'cards.row.severity'), text(language, `severity.${severity}`)),
      paragraph(text(language, words))
    ],
    actions: opening('cards.open', tabUrl, language)
  });
}

/** Nothing of what has happened, and no way into the tab: those who are called may not read the incident for that. */
function crisisCard({ reference, link: meeting }: Of<'crisis-staff-called'>, language: Language): Card {
  return card({
    language,
    title: text(language, 'cards.crisis-staff.title'),
    body: [...numbered({ reference }, language), paragraph(text(language, 'cards.crisis-staff.text'))],
    actions: opening('cards.crisis-staff.open', meeting, language)
  });
}

/** What the new state means to the reporter, where there is something to say of it. */
function changedCard({ notice: { reference, state }, tabUrl }: About<'incident-changed'>, language: Language): Card {
  const words = meanings[state];
  const standing = row(text(language, 'cards.row.state'), text(language, `incident.state.${state}`));
  return card({
    language,
    title: text(language, 'cards.changed.title'),
    body: [...numbered({ reference }, language), standing, ...(words === undefined ? [] : [paragraph(text(language, words))])],
    actions: opening('cards.open', tabUrl, language)
  });
}

const meanings: Readonly<Partial<Record<Of<'incident-changed'>['state'], TextKey>>> = {
  handling: 'cards.changed.handling',
  restored: 'cards.changed.restored',
  closed: 'cards.changed.closed',
  dismissed: 'cards.changed.dismissed',
  reopened: 'cards.changed.reopened'
};

function numbered({ reference }: { readonly reference: string }, language: Language): Rows {
  return [row(text(language, 'cards.row.reference'), reference)];
}

/** To somebody who knows what the proposer did not, or is to say what they think of a lowered level. */
function askedCard({ notice, tabUrl }: About<'classification-asked'>, language: Language): Card {
  const says = notice.questions === 0 ? 'cards.asked.comment' : 'cards.asked.text';
  return card({
    language,
    title: text(language, 'cards.asked.title'),
    body: [
      ...about(notice, language),
      row(text(language, 'cards.row.proposer'), notice.proposerName),
      paragraph(text(language, says, { count: notice.questions }))
    ],
    actions: opening('cards.asked.open', tabUrl, language)
  });
}

function trackCard(
  { notice, tabUrl }: { readonly notice: Of<'track-moved'>; readonly tabUrl: string | undefined },
  language: Language
): Card {
  return card({
    language,
    title: text(language, 'cards.track.title'),
    body: [
      row(text(language, 'cards.row.reference'), notice.reference),
      row(text(language, 'cards.row.regime'), text(language, `track.regime.${notice.regime}`)),
      row(text(language, 'cards.row.incident'), notice.incident),
      paragraph(text(language, `cards.track.${notice.step}`))
    ],
    actions: opening('cards.open', tabUrl, language)
  });
}

function about({ reference, assetName }: { readonly reference: string; readonly assetName: string }, language: Language): Rows {
  return [row(text(language, 'cards.row.asset'), assetName), row(text(language, 'cards.row.reference'), reference)];
}

function opening(title: TextKey, url: string | undefined, language: Language): readonly ReturnType<typeof link>[] {
  return url === undefined ? [] : [link(text(language, title), url)];
}
