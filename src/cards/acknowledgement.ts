// The incident as its two receivers see it: one button until it is pressed, then who has received it (H40).
import { markOf, type Marked } from '../domain/exercise';
import type { Acknowledgement, Incident, IncidentKind, Receiver } from '../domain/incident';
import type { Language } from '../domain/language';
import { formatMoment } from '../i18n/moment';
import { text, type TextKey } from '../i18n/text';
import { button } from './buttons';
import { card, markedCard, paragraph, row, type Card } from './card';

export interface IncidentFacts extends Marked {
  readonly reference: string;
  readonly incidentKind: IncidentKind;
  readonly receiver: Receiver;
  /** Made when this card is made. */
  readonly key: string;
}

const why: Readonly<Record<Receiver, TextKey>> = { it: 'cards.incident.to-it', 'nearest-manager': 'cards.incident.to-manager' };

/** Number and type only: free text is the leak (domain.md 5.4, warning 4). */
export function incidentCard({ reference, incidentKind, receiver, key, exercise }: IncidentFacts, language: Language): Card {
  return card({
    language,
    title: text(language, 'cards.incident.title'),
    body: [
      row(text(language, 'cards.row.reference'), reference),
      row(text(language, 'cards.row.kind'), text(language, `incident.kind.${incidentKind}`)),
      paragraph(text(language, why[receiver]), { isSubtle: true })
    ],
    actions: [
      button({
        title: text(language, 'cards.incident.acknowledge'),
        verb: 'acknowledge',
        data: { formKey: key, reference, receiver, ...markOf({ exercise }) },
        primary: true
      })
    ]
  });
}

/** How things stand, seen by `reader` (Entra object id). */
export function acknowledgedCard({ incident, reader }: { readonly incident: Incident; readonly reader: string }, language: Language): Card {
  const { reference, report, acknowledgedByIt, acknowledgedByManager } = incident;
  const standingNow = card({
    language,
    title: text(language, 'cards.acknowledged.title'),
    body: [
      row(text(language, 'cards.row.reference'), reference),
      row(text(language, 'cards.row.kind'), text(language, `incident.kind.${report.kind}`)),
      row(text(language, 'receiver.it'), standing(acknowledgedByIt, reader, language)),
      row(text(language, 'receiver.nearest-manager'), standing(acknowledgedByManager, reader, language))
    ]
  });
  return markedCard(incident, standingNow, language);
}

/** The press is durable in the service, but SharePoint does not show it yet. */
export function keptAcknowledgementCard({ reference, exercise }: Pick<IncidentFacts, 'reference' | 'exercise'>, language: Language): Card {
  const kept = card({
    language,
    title: text(language, 'cards.incident.title'),
    body: [row(text(language, 'cards.row.reference'), reference), paragraph(text(language, 'cards.acknowledged.kept'))]
  });
  return markedCard({ exercise }, kept, language);
}

function standing(acknowledgement: Acknowledgement | undefined, reader: string, language: Language): string {
  if (acknowledgement === undefined) return text(language, 'cards.acknowledged.waiting');
  const at = formatMoment(language, acknowledgement.at);
  const { id, name } = acknowledgement.by;
  return id === reader ? text(language, 'cards.acknowledged.by-you', { at }) : text(language, 'cards.acknowledged.by', { name, at });
}
