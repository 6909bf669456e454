// The parts of a document about one incident: what was reported, how it is assessed, what it touches, questions and answers, and everything that happened.
import { aspects, type Profile } from '../domain/classification';
import type { LinkedAsset } from '../domain/handling';
import { handedReports, handlingOf, type Incident } from '../domain/incident';
import { isSettled } from '../domain/incident-moves';
import { retentionOf, type Retention } from '../domain/retention';
import { timelineOf, type TimelineLine } from '../domain/timeline';
import { formatDay } from '../i18n/moment';
import { incidentCategoryMeanings } from '../reference/incident-categories';
import { retentionRules } from '../reference/retention';
import { moment, swedish, type MaskedPart, type Say } from './case';
import { facts, heading, paragraph, table, type Block } from './paper';

export function reported({ report, reporter, unitName, reportedAt, knownAt }: Incident, say: Say): readonly Block[] {
  return [
    heading(swedish('tab.incident.happened')),
    facts(
      [swedish('tab.incident.kind'), swedish(`incident.kind.${report.kind}`)],
      [swedish('tab.incident.where'), say('description', report.where)],
      [swedish('tab.incident.when'), swedish(`incident.when.${report.when}`)],
      [swedish('tab.incident.ongoing'), swedish(`answer.${report.ongoing}`)],
      [swedish('tab.incident.personal-data'), swedish(`answer.${report.personalData}`)],
      [swedish('tab.incident.reporter'), say('reporter', reporter.name)],
      [swedish('tab.incident.unit'), unitName],
      ['Rapporterad', moment(reportedAt)],
      [swedish('tab.incident.known'), moment(knownAt)],
      ...told(report, say)
    ),
    ...(report.description === ''
      ? []
      : [heading(swedish('tab.incident.description'), 2), paragraph(say('description', report.description))])
  ];
}

/** What the reporter told beyond the few questions; what was not said is left out. */
function told(report: Incident['report'], say: Say): readonly (readonly [string, string])[] {
  const { carrier, weakness, happened, discovered, concerned, sensitive, unauthorisedAccess, concernedInformed, cause } = report;
  const rows: readonly (readonly [string, string | undefined])[] = [
    ['I vad det hände', carrier && swedish(`incident.carrier.${carrier}`)],
    ['Brist eller tillbud', weakness && swedish(`incident.weakness.${weakness}`)],
    ['Hände', happened],
    [swedish('cards.row.discovered'), discovered],
    [swedish('cards.row.concerned'), concerned && swedish(`incident.concerned.${concerned}`)],
    [swedish('cards.row.sensitive'), sensitive && swedish(`answer.${sensitive}`)],
    [swedish('cards.row.unauthorised-access'), unauthorisedAccess && swedish(`answer.${unauthorisedAccess}`)],
    [swedish('cards.row.concerned-informed'), concernedInformed && swedish(`answer.${concernedInformed}`)],
    ['Orsak enligt den som rapporterade', cause && swedish(`incident.cause.${cause}`)],
    ['Informationstillgång', report.asset && say('assets', report.asset)],
    [swedish('cards.row.told-by'), report.toldBy && say('reporter', report.toldBy)],
    ['Berättat genom', report.toldThrough && swedish(`incident.told.${report.toldThrough}`)],
    ['Länk till meddelandet', report.messageLink && say('description', report.messageLink)]
  ];
  return rows.flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]));
}

export function assessed(incident: Incident, say: Say): readonly Block[] {
  const { category, severity, suggested, handler, restricted, consultation, rootCause, outcome } = handlingOf(incident);
  return [
    heading(swedish('tab.incident.assessment')),
    facts(
      [swedish('tab.incident.state'), swedish(`incident.state.${incident.state}`)],
      [swedish('tab.incident.severity'), severity && swedish(`severity.${severity}`)],
      ['Föreslagen allvarlighetsgrad', suggested && swedish(`severity.${suggested}`)],
      [swedish('tab.incident.category'), category && swedish(`incident.category.${category}`)],
      [swedish('tab.incident.rsit'), category && incidentCategoryMeanings[category].rsit.join('; ')],
      [swedish('tab.incident.handler'), handler && say('people', handler.name)],
      [swedish('tab.incident.restricted'), swedish(`answer.${restricted ? 'yes' : 'no'}`)],
      ['Samråd', consultation && `${say('notes', consultation.text)} (${say('people', consultation.by.name)}, ${moment(consultation.at)})`],
      [swedish('tab.incident.close.root-cause'), rootCause && say('notes', rootCause)],
      [swedish('tab.incident.outcome'), outcome && say('notes', outcome)]
    )
  ];
}

export function touched(incident: Incident, say: Say): readonly Block[] {
  const { assets, incidents } = handlingOf(incident);
  const none = assets.length === 0 ? [paragraph(swedish('tab.incident.nothing-linked'))] : [];
  return [
    heading(swedish('tab.incident.assets')),
    ...none,
    ...table(
      ['Nummer', 'Namn', swedish('owner.objectOwner'), 'Klass när den kopplades'],
      assets.map((asset) => assetRow(asset, say))
    ),
    ...(incidents.length === 0 ? [] : [facts([swedish('tab.incident.links'), incidents.join(', ')])])
  ];
}

function assetRow({ reference, name, objectOwner, profile }: LinkedAsset, say: Say): readonly string[] {
  return [
    say('assets', reference),
    say('assets', name),
    objectOwner === undefined ? '' : say('people', objectOwner.name),
    profile === undefined ? 'Ingen beslutad klass' : say('assets', inWords(profile))
  ];
}

function inWords(profile: Profile): string {
  return aspects.map((aspect) => `${swedish(`aspect.${aspect}.short`)}: ${swedish(`level.${profile[aspect]}`)}`).join(', ');
}

export function asked(incident: Incident, say: Say): readonly Block[] {
  const { questions } = handlingOf(incident);
  const none = questions.length === 0 ? [paragraph(swedish('tab.incident.questions.none'))] : [];
  return [
    heading(swedish('tab.incident.questions')),
    ...none,
    ...table(
      ['Fråga', 'Svar'],
      questions.map(({ text, by, at, answer }) => [
        `${say('questions', text)}\n${say('people', by.name)}, ${moment(at)}`,
        answer === undefined ? swedish('tab.incident.question.waiting') : `${say('questions', answer.text)}\n${moment(answer.at)}`
      ])
    )
  ];
}

export function happened(incident: Incident, say: Say): readonly Block[] {
  const rows = timelineOf(incident).map((line) => [moment(line.at), whoDid(line, incident, say), whatOf(line), said(line, say)]);
  return [heading(swedish('tab.incident.timeline')), ...table(['När', 'Vem', 'Händelse', 'Vad som skrevs'], rows)];
}

function whoDid({ by }: TimelineLine, { reporter }: Incident, say: Say): string {
  if (by === undefined) return swedish('tab.incident.timeline.service');
  return say(by.id === reporter.id ? 'reporter' : 'people', by.name);
}

function whatOf({ event, state }: TimelineLine): string {
  const what = swedish(`event.${event}`);
  return state === undefined ? what : swedish('tab.incident.timeline.to', { event: what, state: swedish(`incident.state.${state}`) });
}

/** The line of a question says the question, and that of somebody who was told says their name. */
function said({ event, text, known }: TimelineLine, say: Say): string {
  const parts: Readonly<Partial<Record<TimelineLine['event'], MaskedPart>>> = {
    'reporter-asked': 'questions',
    'reporter-answered': 'questions',
    'assets-linked': 'assets',
    'incident-escalated': 'people',
    'report-handed-over': 'people',
    'crisis-attendance-recorded': 'people'
  };
  const corrected = known === undefined ? [] : [swedish('tab.incident.timeline.known', { from: moment(known.from), to: moment(known.to) })];
  return [...corrected, say(parts[event] ?? 'notes', text)].join('\n');
}

/** The särskilda rapporter that were handed over; nothing where there is none. */
export function handed(incident: Incident, say: Say): readonly Block[] {
  const rows = handedReports(incident).map(({ name, sha256, by, at, to, receivedAt, treated }) => [
    `${name}\nSHA-256 ${sha256}`,
    `${say('people', to.name)}\n${say('people', by.name)}, ${moment(at)}`,
    receivedAt === undefined ? swedish('tab.reports.not-received') : moment(receivedAt),
    treated === undefined ? '' : `${treated.on}, ${treated.registryNumber}`
  ]);
  if (rows.length === 0) return [];
  return [
    heading(swedish('tab.reports')),
    ...table(['Rapport', 'Överlämnad till, av och när', 'Mottagen', 'Behandlad av kommunstyrelsen'], rows)
  ];
}

/** Under which number it stands in the registry, how long it is kept, and whether it was let go. */
export function archived(incident: Incident, say: Say): readonly Block[] {
  const { registryNumber, disposal } = handlingOf(incident);
  const retention = retentionOf(incident, retentionRules);
  const decided = disposal && `${say('notes', disposal.reason)} (${say('people', disposal.by.name)}, ${moment(disposal.at)})`;
  return [
    heading(swedish('tab.archive')),
    facts(
      [swedish('tab.registry-number'), registryNumber],
      [swedish('tab.archive.kept'), keptUntil(incident, retention)],
      ['Stöd', retention?.rule.source],
      [swedish('tab.archive.decided'), decided]
    )
  ];
}

function keptUntil({ state }: Incident, retention: Retention | undefined): string {
  if (!isSettled(state)) return swedish('tab.archive.open');
  return retention?.until === undefined
    ? swedish('tab.archive.for-good')
    : swedish('tab.archive.until', { day: formatDay('sv', retention.until) });
}
