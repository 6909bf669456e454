// A selection of the work queue as sheets: what the queue shows, and when and by whom it was taken out. Without what people wrote of the incidents.
import { markedText } from '../domain/exercise';
import { handlingOf, type Acknowledgement, type Incident } from '../domain/incident';
import { responseDeadline } from '../domain/response-deadline';
import { swedishMoment } from '../domain/swedish-time';
import { swedish } from './case';
import { aboutSheet, narrow, sheetOf, wide, type Sheet, type SheetColumn, type Taken } from './sheet';

/** `choice`: what the queue was narrowed to, in Swedish. */
export interface Selection extends Taken {
  readonly incidents: readonly Incident[];
  readonly choice: string;
}

export function queueSheets({ incidents, ...selection }: Selection): readonly Sheet[] {
  return [sheetOf('Incidenter', columns, incidents), aboutSheet({ ...selection, count: incidents.length })];
}

const columns: readonly SheetColumn<Incident>[] = [
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
