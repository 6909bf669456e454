// The person's own reports, newest first: number, type, state; never the text (domain.md 5.4, warning 4).
import type { IContainer } from '@microsoft/teams.cards';
import type { Incident } from '../domain/incident';
import type { Language } from '../domain/language';
import { formatMoment } from '../i18n/moment';
import { text } from '../i18n/text';
import { card, paragraph, row, type Card } from './card';
import { startButtons } from './refusal';

/** As many as one reads at a glance. */
const mostShown = 6;

export function myReportsCard({ incidents }: { readonly incidents: readonly Incident[] }, language: Language): Card {
  const shown = incidents.slice(0, mostShown);
  return card({
    language,
    title: text(language, 'cards.my-reports.title'),
    body: [paragraph(summary(incidents.length, language)), ...shown.map((incident) => entry(incident, language))],
    actions: startButtons(language).slice(0, 1)
  });
}

function summary(count: number, language: Language): string {
  if (count === 0) return text(language, 'cards.my-reports.none');
  return count > mostShown
    ? text(language, 'cards.my-reports.latest', { shown: mostShown, count })
    : text(language, 'cards.my-reports.some', { count });
}

function entry({ reference, report, state, reportedAt, exercise }: Incident, language: Language): IContainer {
  const kind = text(language, `incident.kind.${report.kind}`);
  return {
    type: 'Container',
    separator: true,
    items: [
      row(reference, text(language, `incident.state.${state}`)),
      paragraph(exercise === true ? text(language, 'exercise.marked', { what: kind }) : kind),
      paragraph(formatMoment(language, reportedAt), { isSubtle: true })
    ]
  };
}
