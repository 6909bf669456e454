// What is done to a site in Swedish, for whoever runs the provisioning: one line for each step, and where it stopped.
import { contributeRole } from '../lists/item-readers';
import { personOf } from '../lists/people';
import { groupTitle } from '../schema/groups';
import { settingTitles } from '../schema/settings';
import type { StepFailure } from './step-failure';
import type { Step } from './step';
import { columnInWords, traitsInWords } from './trait-words';

/** What is missing or different, as the reason for a step. */
export function stepInWords(step: Step): string {
  switch (step.kind) {
    case 'create-group':
      return `Gruppen ${groupTitle(step.group)} saknas.`;
    case 'update-group':
      return `Gruppen ${groupTitle(step.group)} ${traitsInWords(step.changes)}.`;
    case 'add-member':
      return `Gruppen ${groupTitle(step.group)} saknar medlemmen ${personOf(step.loginName)}.`;
    case 'open-site':
      return `Gruppen ${groupTitle(step.group)} kan inte läsa webbplatsen.`;
    case 'create-list':
      return `Listan ${step.list.title} saknas.`;
    case 'close-list':
      return `Listan ${step.list.title} ärver webbplatsens behörigheter och ska ha egna.`;
    case 'leave-list':
      return `Listan ${step.list.title}: SharePoint ger den som stänger listan egen behörighet; den tas bort.`;
    case 'revoke':
      return `Listan ${step.list.title}: ${step.who} har behörigheten ${step.roleName} och ska inte ha den.`;
    case 'update-list':
      return `Listan ${step.list.title}: ${traitsInWords(step.changes)}.`;
    case 'create-column':
      return `Listan ${step.list.title}: ${columnInWords(step.column)} saknas.`;
    case 'update-column':
      return `Listan ${step.list.title}: ${columnInWords({ name: step.column, title: step.title })}: ${traitsInWords(step.changes)}.`;
    case 'rewrite-rows':
      return `Listan ${step.list.title}: ${step.rows.length === 1 ? '1 rad' : `${step.rows.length} rader`} har "${step.from}" i ${columnInWords(step.column)}; det heter nu "${step.to}".`;
    case 'create-view':
      return `Listan ${step.list.title}: vyn ${step.view.title} saknas.`;
    case 'update-view':
      return `Listan ${step.list.title}: vyn ${step.view.title} har ${listed(Object.keys(step.changes).map(viewWord))} än den ska.`;
    case 'grant':
      return `Listan ${step.list.title}: gruppen ${groupTitle(step.group)} ska kunna ${step.roleId === contributeRole ? 'läsa och skriva' : 'läsa'}.`;
    case 'write-setting':
      return `Inställningen ${settingTitles[step.key]} (${step.key}) ska vara ${step.value}.`;
  }
}

/** Where a run stopped. */
export function stoppedInWords({ step }: StepFailure): string {
  return `Det stannade vid: ${stepInWords(step)}`;
}

/** `undefined` when that is not why it stopped. */
export function unknownMemberInWords({ step, reason, code = '' }: StepFailure): string | undefined {
  if (step.kind !== 'add-member' || !(reason === 'not-found' || code.startsWith(unknownPerson))) return undefined;
  return `${personOf(step.loginName)} finns inte i katalogen och kan inte läggas in i gruppen ${groupTitle(step.group)}. Rätta --group-member och kör igen; det som är gjort är gjort.`;
}

/** SharePoint's code for a login name that it cannot resolve (platform.md 5). */
const unknownPerson = '-2146232832';

/** Where a step is taken, short: `Incidenter · kolumnen Status`. */
export function stepPlace(step: Step): string {
  switch (step.kind) {
    case 'create-group':
    case 'update-group':
    case 'add-member':
    case 'open-site':
      return groupTitle(step.group);
    case 'create-list':
    case 'update-list':
      return step.list.title;
    case 'close-list':
    case 'leave-list':
    case 'revoke':
    case 'grant':
      return `${step.list.title} · behörigheter`;
    case 'create-column':
    case 'rewrite-rows':
      return `${step.list.title} · kolumnen ${step.column.title}`;
    case 'update-column':
      return `${step.list.title} · kolumnen ${step.title}`;
    case 'create-view':
    case 'update-view':
      return `${step.list.title} · vyn ${step.view.title}`;
    case 'write-setting':
      return `Inställningar · ${settingTitles[step.key]}`;
  }
}

function viewWord(trait: string): string {
  const words: Readonly<Record<string, string>> = {
    Title: 'annat namn',
    Columns: 'andra kolumner',
    Query: 'annat urval eller annan ordning',
    DefaultView: 'annan plats'
  };
  return words[trait] ?? trait;
}

function listed(words: readonly string[]): string {
  return words.join(' och ');
}
