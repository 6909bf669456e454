// Writes docs/permissions.md from the tables it tells of: `npx node --import tsx config/permissions-page.ts`; with `--check` it only says whether the page is current.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { capacities, type Capacity, type Kind } from '../src/domain/capacities';
import { regimes, type Regime } from '../src/domain/legal-rules';
import { noHandling, type Handling } from '../src/domain/handling';
import type { Incident } from '../src/domain/incident';
import { permissions, rolesBarredFrom, type Act, type Cell, type Row } from '../src/domain/permissions';
import { sv } from '../src/i18n/sv';
import { terms } from '../src/i18n/sv/terms';
import type { TextKey } from '../src/i18n/text';
import { appliedList } from '../src/schema/applied';
import { groups, groupTitle, type Group } from '../src/schema/groups';
import { incidentList, incidentReaders } from '../src/schema/incidents';
import type { ListDefinition } from '../src/schema/list';
import { allLists } from '../src/schema/lists';
import { measureList } from '../src/schema/measures';
import { trackList, trackReaders } from '../src/schema/tracks';

const file = path.resolve(__dirname, '../docs/permissions.md');

/** Swedish name, and what makes somebody it. */
const names: Readonly<Record<Capacity, readonly [sv: string, how: string]>> = {
  accountable: [terms['role.accountable'], `in the group ${groupTitle('accountable')}`],
  it: [terms['role.it'], `in the group ${groupTitle('it')}`],
  'information-security': [terms['role.information-security'], `in the group ${groupTitle('information-security')}`],
  'data-protection': [
    terms['role.data-protection'],
    `in the group ${groupTitle('data-protection')}: the dataskyddsombud and their organisation`
  ],
  'security-protection': [terms['role.security-protection'], `in the group ${groupTitle('security-protection')}`],
  leadership: [terms['role.leadership'], `in the group ${groupTitle('leadership')}`],
  employee: ['Medarbetare', 'everybody in the directory of the municipality'],
  'information-owner': [terms['owner.informationOwner'], 'named on the asset, alone or among those who share the ownership'],
  decider: [
    `${terms['owner.objectOwner']} or beslutsfattare`,
    'named on the asset; for a classification, whoever was when it was submitted; for a delegation, whoever made it; for an incident, of an asset linked to it; for a legal track, whoever is named to decide it; for a measure from an asset, the head of its förvaltning when it was proposed'
  ],
  custodian: [`${terms['owner.custodian']} or informationsförvaltare`, 'named on the asset'],
  proposer: ['Förslagsställare', 'submitted the classification; for a legal track, answered its questions last; proposed the measure'],
  reporter: ['Rapportör', 'reported the incident'],
  'nearest-manager': [
    terms['receiver.nearest-manager'],
    'nearest manager of whoever reported, from Entra or the organisation, when it was reported'
  ],
  deputy: ['Ställföreträdare', 'named in a delegation that is in force today, by the objektägare or by the head of the förvaltning'],
  handler: ['Handläggare', 'the incident is assigned to them; for a measure from an asset, whoever decides on it'],
  'measure-owner': ['Ansvarig för åtgärden', 'named on the measure'],
  'unit-head': ['Enhetens chef', 'heads the unit in the list Organisation']
};

/** What each is called, and the kind of thing whose states it is asked for. */
const acts: Readonly<Record<Act, readonly [title: string, kind: Kind]>> = {
  'report-incident': ['Report an incident', 'new'],
  'stop-report': ['Stop at the question about Sweden’s security', 'new'],
  'report-exercise': ['Begin an exercise', 'new'],
  'acknowledge-for-it': ['Acknowledge an incident for IT', 'incident'],
  'acknowledge-for-nearest-manager': ['Acknowledge an incident as the nearest manager', 'incident'],
  'triage-incident': ['Say what an incident is and how severe', 'incident'],
  'assign-incident': ['Name or change the handler of an incident', 'incident'],
  'ask-reporter': ['Ask the reporter something', 'incident'],
  'answer-question': ['Answer a question as the reporter', 'incident'],
  'note-incident': ['Add a note to an incident', 'incident'],
  'add-attachment': ['Add a file to an incident', 'incident'],
  'record-lesson': ['Write down what was learned from an incident', 'incident'],
  'add-measure': ['Add a measure to an incident', 'incident'],
  'link-assets': ['Say which assets an incident touches', 'incident'],
  'link-incidents': ['Say which incidents belong together', 'incident'],
  'consult-on-incident': ['Record the samråd on an incident', 'incident'],
  'restrict-incident': ['Restrict who may read an incident, or open it again', 'incident'],
  'correct-incident-knowledge': ['Correct when the municipality came to know of an incident', 'incident'],
  'handle-incident': ['Begin to handle an incident', 'incident'],
  'contain-incident': ['Say that an incident is contained', 'incident'],
  'restore-incident': ['Say that what an incident touched is restored', 'incident'],
  'analyse-incident': ['Begin to analyse an incident', 'incident'],
  'close-incident': ['Close an incident', 'incident'],
  'reopen-incident': ['Reopen an incident', 'incident'],
  'dismiss-incident': ['Dismiss what is no incident', 'incident'],
  'hand-over-report': ['Hand over a särskild rapport', 'incident'],
  'receive-report': ['Acknowledge a särskild rapport, whoever it was handed to', 'incident'],
  'record-board-receipt': ['Enter that kommunstyrelsen has dealt with a särskild rapport', 'incident'],
  'call-crisis-staff': ['Call the krisstab to an incident', 'incident'],
  'record-crisis-attendance': ['Enter who came to the krisstab', 'incident'],
  'record-crisis-decision': ['Enter a decision of the krisstab', 'incident'],
  'end-crisis-staff': ['End the krisstab with its minutes', 'incident'],
  'set-registry-number': ['Enter the registry number of an incident', 'incident'],
  'decide-disposal': ['Decide that a settled incident may be disposed of, once its time is over', 'incident'],
  'register-asset': ['Add an asset to the register', 'new'],
  'change-asset': ['Change an asset', 'asset'],
  'submit-asset': ['Hand in an asset, out of draft', 'asset'],
  'start-decommission': ['Begin to phase out an asset', 'asset'],
  'finish-decommission': ['Say that an asset has been phased out', 'asset'],
  'cancel-asset': ['Cancel an asset', 'asset'],
  'submit-classification': ['Propose a classification of an asset', 'asset'],
  'answer-requirements-for-unit': ['Answer the requirements on an asset for the own unit', 'asset'],
  'answer-requirements-for-it': ['Answer the requirements on an asset for IT', 'asset'],
  'answer-requirements-for-supplier': ['Enter what a supplier answers to the requirements on an asset', 'asset'],
  'send-requirements': ['Enter that the requirements on an asset were sent to a supplier', 'asset'],
  'decide-classification': ['Decide a classification', 'classification'],
  'return-classification': ['Send back a classification', 'classification'],
  'answer-inquiry': ['Answer what the proposer of a classification did not know', 'classification'],
  'comment-on-classification': ['Comment on a level that was lowered', 'classification'],
  'withdraw-classification': ['Take back a classification', 'classification'],
  'delegate-decisions': ['Delegate one’s own decisions', 'new'],
  'end-delegation': ['End a delegation', 'delegation'],
  'change-legal-rules': ['Change a receiver or a threshold of the legal rules', 'new'],
  'propose-change': ['Propose that the model or the requirements be changed', 'new'],
  'answer-change-proposal': ['Answer a proposal to change the model or the requirements', 'new'],
  'mark-yearly-task': ['Mark one’s own task of the årshjul as done, or take the mark back', 'new'],
  'open-track': ['Open a legal track for an incident', 'new'],
  'name-decider': ['Name who decides a legal track', 'track'],
  'correct-track-knowledge': ['Correct when the incident became known, for a legal track', 'track'],
  'answer-assessment': ['Answer the questions of a legal track', 'track'],
  'decide-track': ['Decide to report or not', 'track'],
  'give-opinion': ['Give the dataskyddsombud’s opinion, on a track about personal data', 'track'],
  'record-consultation': ['Enter a samråd', 'track'],
  'fill-sheet': ['Write what a report is to say', 'track'],
  'record-submission': ['Enter that a report was sent in', 'track'],
  'record-receipt': ['Enter the receipt of a report', 'track'],
  'record-handled': ['Enter when the incident had been handled', 'track'],
  'inform-concerned': ['Decide whether those concerned are informed', 'track'],
  'close-track': ['Close a legal track', 'track'],
  'propose-measure': ['Propose a measure for a requirement that an asset does not meet', 'asset'],
  'decide-measure': ['Decide that a proposed measure is to be done', 'measure'],
  'decline-measure': ['Decline a proposed measure and accept the remaining risk for a time', 'measure'],
  'change-measure': ['Give a measure another owner or other days', 'measure'],
  'finish-measure': ['Say that a measure is done', 'measure'],
  'check-measure': ['Say whether a measure had effect', 'measure'],
  'drop-measure': ['Strike a measure', 'measure'],
  'open-inventory': ['Open an inventory of the register', 'new'],
  'answer-inventory': ['Answer for a unit in an inventory', 'inventory'],
  'close-inventory': ['Close an inventory', 'inventory']
};

const answers: Readonly<Record<Exclude<Cell, object>, string>> = {
  may: '**yes**',
  'not-allowed': 'no',
  'not-found': 'no, as if it did not exist',
  'wrong-state': 'no longer',
  'asset-is-draft': 'not yet',
  'same-person': 'not what they proposed themselves',
  'data-protection-decides': 'must be independent',
  'own-proposal': 'not what they proposed themselves',
  'own-assessment': 'not what they answered the questions of themselves',
  'not-decided': 'not before it is decided',
  'reports-left': 'not before all reports are sent in'
};

/** An incident with somebody in every part, called by what they are to it. */
function incidentWith(changes: Partial<Handling>): Incident {
  const called = (name: string) => ({ id: name, name, upn: name });
  const calm = { ongoing: false, manyPersons: false, severalCommittees: false, malicious: false, personalData: false };
  return {
    reference: '',
    report: { kind: 'other', when: 'today', where: '', ongoing: 'no', personalData: 'no', description: '' },
    reporter: called(names.reporter[0]),
    nearestManager: called(names['nearest-manager'][0]),
    unitName: '',
    state: 'handling',
    reportedAt: '',
    knownAt: '',
    handling: {
      ...noHandling,
      facts: calm,
      handler: called(names.handler[0]),
      assets: [{ reference: '', name: '', objectOwner: called(names.decider[0]) }],
      ...changes
    }
  };
}

const personalData = { ongoing: false, manyPersons: false, severalCommittees: false, malicious: false, personalData: true };

/** What changes who reads an incident. */
const situations: readonly (readonly [what: string, incident: Incident])[] = [
  ['any', incidentWith({})],
  ['the report or the handler says that it touches personal data', incidentWith({ facts: personalData })],
  ['severity high or critical', incidentWith({ severity: 'high' })],
  ['restricted', incidentWith({ restricted: true })]
];

const page = `# Who may do what, and who may read what

Made from \`src/domain/permissions.ts\` and \`src/schema\` by \`config/permissions-page.ts\`; \`npm run check\` fails when it is not current.

Every command, whether from the tab, the bot or a list, asks the tables below and nothing else. \`tests/workflows/permissions.test.ts\` carries out every act in every state in every capacity, and every prohibition together with all that would
permit; \`tests/lists/read-side.test.ts\` reads as everybody.

## In what capacity

${table(
  ['capacity', 'who'],
  capacities.map((capacity) => [...names[capacity]])
)}

Somebody may be several of these at once. A **yes** in one of them is enough, but **never** wins over it: a prohibition holds whatever else the person is. Roles are looked up when the command is carried out; whoever has left one is without it within a
minute.

## Who may do what

${(Object.keys(acts) as Act[]).map(sectionOf).join('\n\n')}

## Who may be named objektägare or ställföreträdare

Nobody in ${rolesBarredFrom('decide-classification').map(groupTitle).join(', ')}: to name them is refused when an asset is registered or changed, and when decisions are delegated. Nobody is their own ställföreträdare, and a delegation by somebody who may not decide any more lets nobody decide.

## Who may read

Everybody reads with their own rights in SharePoint, in the tab as in the lists, and nobody but the service writes, where the table does not say otherwise. An administrator of the site can do both; what is changed by hand is found by \`npm run verify-log\`.

${table(
  ['list', ...groups.map(groupTitle)],
  [...allLists, appliedList].map((list) => [list.title, ...groups.map((group) => readingOf(list, group))])
)}

### Single incidents

Each row of _${incidentList.title}_ has its own readers: these, and nobody else. To others neither the row nor its number exists, and the list is kept out of search.

${table(['incident', 'groups', 'people'], situations.map(incidentReadingOf))}

Of one that was let go by a gallringsbeslut only ${groupTitle('information-security')} reads what is left. Whoever was handed a särskild rapport on it reads an incident as well, restricted or not. Whoever has been handler or objektägare of a linked asset and is not any more is let out again, as is a group when what brought it in no longer holds.

So has each row of _${trackList.title}_, whose free text and reports tell where the municipality was hurt.

${table(['legal track', 'groups', 'people'], regimes.map(trackReadingOf))}

A row of _${measureList.title}_ is read by those who read its incident, as that is at the moment, and by whoever is to see that the measure is done, who does not read the incident for that. Who reads the incident stands in the log alone. One from a requirement that an asset does not meet is read by everybody with a role, as the register is.
`;

if (!process.argv.includes('--check')) writeFileSync(file, page);
else if (readFileSync(file, 'utf8').replaceAll('\r\n', '\n') !== page) {
  process.stdout.write('docs/permissions.md is not what the tables say; run: npx node --import tsx config/permissions-page.ts\n');
  process.exitCode = 1;
}

/** Only those are named for whom it is otherwise than for everybody. */
function sectionOf(act: Act): string {
  const [title, kind] = acts[act];
  const rows = Object.entries<Row>(permissions[act]);
  const named = capacities.filter((capacity) => rows.some(([, cells]) => cells[capacity] !== cells.employee));
  const line = (who: string, capacity: Capacity): string[] => [who, ...rows.map(([, cells]) => inWords(cells[capacity]))];
  const others = line(named.length === 0 ? 'everybody' : 'everybody else', 'employee');
  const head = ['', ...rows.map(([state]) => (kind === 'new' ? 'something new' : `${state} (${wordOf(`${kind}.state.${state}`)})`))];
  return `### ${title}\n\n${table(head, [...named.map((capacity) => line(names[capacity][0], capacity)), others])}`;
}

function wordOf(key: string): string {
  return sv[key as TextKey];
}

function inWords(cell: Cell): string {
  if (typeof cell !== 'object') return answers[cell];
  return cell.never === 'not-allowed' ? '**never**' : `**never**: ${answers[cell.never]}`;
}

function readingOf(list: ListDefinition, group: Group): string {
  if (list === incidentList) return incidentsReadBy(group);
  if (list.editors?.includes(group) === true) return '**all rows**, and writes them';
  if (list.readers.includes(group)) return '**all rows**';
  if (list === measureList) return measuresReadBy(group);
  if (list !== trackList) return '–';
  if (regimes.some((regime) => trackReaders({ regime }).includes(group))) return 'some rows';
  return group === 'leadership' ? 'as beslutsfattare' : '–';
}

function incidentsReadBy(group: Group): string {
  const readers = situations.map(([, incident]) => incidentReaders(incident));
  const leaves = readers.some(({ left }) => left.groups.includes(group));
  if (incidentList.readers.includes(group)) return leaves ? '**all rows** but restricted' : '**all rows**';
  if (readers.some(({ groups: read }) => read.includes(group))) return 'some rows';
  return group === 'employees' ? 'as reporter, nearest manager, handler or objektägare' : '–';
}

/** As the incidents they came of. */
function measuresReadBy(group: Group): string {
  const read = incidentsReadBy(group);
  return group === 'employees' ? `${read}, or as ansvarig` : read;
}

function incidentReadingOf([what, incident]: (typeof situations)[number]): string[] {
  const { groups: read, people } = incidentReaders(incident);
  return [what, read.map(groupTitle).join(', '), people.map(({ name }) => name).join(', ')];
}

function trackReadingOf(regime: Regime): string[] {
  return [terms[`track.regime.${regime}`], trackReaders({ regime }).map(groupTitle).join(', '), 'Beslutsfattare'];
}

/** As prettier writes it. */
function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((_, column) => Math.max(3, ...[head, ...rows].map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[], fill = ' '): string =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0, fill)).join(' | ')} |`;
  return [
    line(head),
    line(
      head.map(() => ''),
      '-'
    ),
    ...rows.map((row) => line(row))
  ].join('\n');
}
