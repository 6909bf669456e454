// A selection of the work queue as sheets: what the queue shows, and when and by whom it was taken out. Without what people wrote of the incidents.
import { markedText } from '../domain/exercise';
import { handlingOf, type Acknowledgement, type Incident } from '../domain/incident';
import type { Person } from '../domain/person';
import { responseDeadline } from '../domain/response-deadline';
import { swedishMoment } from '../domain/swedish-time';
import { swedish } from './case';

/** Every cell is text. `width` in characters. */
export interface Sheet {
  readonly name: string;
  readonly columns: readonly { readonly title: string; readonly width: number }[];
  readonly rows: readonly (readonly string[])[];
}

/** `choice`: what the queue was narrowed to, in Swedish. `at` is UTC, ISO 8601. */
export interface Selection {
  readonly incidents: readonly Incident[];
  readonly choice: string;
  readonly by: Person;
  readonly at: string;
}

export function queueSheets({ incidents, choice, by, at }: Selection): readonly Sheet[] {
  const about = [
    ['Urval', choice],
    ['Antal', String(incidents.length)],
    ['Framtaget (svensk tid)', swedishMoment(at)],
    ['Av', by.name]
  ];
  return [
    {
      name: 'Incidenter',
      columns: columns.map(({ title, width }) => ({ title, width })),
      rows: incidents.map((incident) => columns.map(({ cell }) => cell(incident)))
    },
    { name: 'Om urvalet', columns: [wide('Uppgift'), wide('Värde')], rows: about }
  ];
}

const columns: readonly { readonly title: string; readonly width: number; readonly cell: (incident: Incident) => string }[] = [
  { ...narrow('Nummer'), cell: ({ reference }) => reference },
  {
    ...wide(swedish('tab.incident.kind')),
    cell: ({ report, exercise }) => markedText({ exercise }, swedish(`incident.kind.${report.kind}`))
  },
  { ...narrow(swedish('tab.incident.state')), cell: ({ state }) => swedish(`incident.state.${state}`) },
  { ...narrow(swedish('tab.incident.severity')), cell: severityIn },
  { ...wide(swedish('tab.incident.category')), cell: categoryIn },
  { ...wide(swedish('tab.incident.handler')), cell: (incident) => handlingOf(incident).handler?.name ?? '' },
  { ...wide(swedish('tab.incident.unit')), cell: ({ unitName }) => unitName },
  { ...narrow(swedish('tab.incident.ongoing')), cell: ({ report }) => swedish(`answer.${report.ongoing}`) },
  { ...narrow(swedish('tab.incident.personal-data')), cell: ({ report }) => swedish(`answer.${report.personalData}`) },
  { ...narrow('Rapporterad'), cell: ({ reportedAt }) => swedishMoment(reportedAt) },
  { ...narrow(swedish('tab.incident.known')), cell: ({ knownAt }) => swedishMoment(knownAt) },
  { ...narrow(swedish('tab.incident.clock.answer')), cell: dueIn },
  { ...wide('Mottagen av IT'), cell: ({ acknowledgedByIt }) => received(acknowledgedByIt) },
  { ...wide('Mottagen av närmaste chef'), cell: ({ acknowledgedByManager }) => received(acknowledgedByManager) }
];

function narrow(title: string): { readonly title: string; readonly width: number } {
  return { title, width: 18 };
}

function wide(title: string): { readonly title: string; readonly width: number } {
  return { title, width: 36 };
}

function severityIn(incident: Incident): string {
  const { severity } = handlingOf(incident);
  return severity === undefined ? swedish('tab.incident.not-assessed') : swedish(`severity.${severity}`);
}

function categoryIn(incident: Incident): string {
  const { category } = handlingOf(incident);
  return category === undefined ? '' : swedish(`incident.category.${category}`);
}

function dueIn(incident: Incident): string {
  const due = responseDeadline(incident)?.due;
  return due === undefined ? '' : swedishMoment(due);
}

function received(by: Acknowledgement | undefined): string {
  return by === undefined ? '' : `${by.by.name}, ${swedishMoment(by.at)}`;
}
