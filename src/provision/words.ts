// The plan in Swedish, for whoever runs the provisioning: one line for each thing.
import { groupTitle } from '../schema/groups';
import type { ListDefinition } from '../schema/list';
import { settingTitles } from '../schema/settings';
import type { Thing, Trait, Traits } from './picture';
import type { Drift, Refusal, Remark, Step } from './step';

/** What is missing or different, as the reason for a step. */
export function stepInWords(step: Step): string {
  switch (step.kind) {
    case 'create-group':
      return `Gruppen ${groupTitle(step.group)} saknas.`;
    case 'update-group':
      return `Gruppen ${groupTitle(step.group)} ${traitsInWords(step.changes)}.`;
    case 'add-member':
      return `Gruppen ${groupTitle(step.group)} saknar medlemmen ${step.loginName}.`;
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
      return `Listan ${step.list.title}: kolumnen ${step.column.title} (${step.column.name}) saknas.`;
    case 'update-column':
      return `Listan ${step.list.title}: kolumnen ${step.column}: ${traitsInWords(step.changes)}.`;
    case 'rewrite-rows':
      return `Listan ${step.list.title}: ${step.rows.length} rader har "${step.from}" i kolumnen ${step.column.title}, som nu heter "${step.to}".`;
    case 'create-view':
      return `Listan ${step.list.title}: vyn ${step.view.title} saknas.`;
    case 'update-view':
      return `Listan ${step.list.title}: vyn ${step.view.title} har ${listed(Object.keys(step.changes).map(viewWord))} än den ska.`;
    case 'grant':
      return `Listan ${step.list.title}: gruppen ${groupTitle(step.group)} ska kunna läsa.`;
    case 'write-setting':
      return `Inställningen ${settingTitles[step.key]} (${step.key}) ska vara ${step.value}.`;
  }
}

export function driftInWords(drift: Drift): string {
  switch (drift.kind) {
    case 'changed':
      return `${placeOf(drift.list, drift.thing)}: ${changeInWords(drift)}`;
    case 'gone':
      return `${placeOf(drift.list, drift.thing)} är borttagen för hand.`;
    case 'other-reader':
      return `Listan ${drift.list.title}: ${drift.who} har också behörighet (${drift.roleNames.join(', ')}).`;
    case 'unreadable-memory':
      return `Minnet av ${drift.list === undefined ? 'grupperna' : `listan ${drift.list.title}`} i Värnas schema är ändrat för hand och går inte att läsa.`;
  }
}

/** What cannot be done, where, and what to do about it. */
export function refusalInWords(refusal: Refusal): string {
  switch (refusal.kind) {
    case 'type':
      return `${columnPlace(refusal)} är av typen ${refusal.presentType} och ska vara en annan${refusal.byHand ? '; någon har gjort om den' : ''}. Att byta typ kan förlora värden. Flytta innehållet till en annan kolumn, ta bort den här och kör igen.`;
    case 'shared-values':
      return `${columnPlace(refusal)} ska ha unika värden, men raderna ${numbered(refusal.rows)} delar värde med en annan rad. Rätta dem och kör igen.`;
    case 'words-in-use':
      return `${columnPlace(refusal)} har inte längre valet "${refusal.word}", men raderna ${numbered(refusal.rows)} har det. Ge dem ett annat val och kör igen.`;
    case 'long-list':
      return `Listan ${refusal.list.title}: kolumnen ${refusal.column} ska indexeras, men listan har ${refusal.rowCount} rader och SharePoint indexerar inte listor över 20 000. Flytta undan äldre rader eller be Microsofts support om indexet, och kör igen.`;
    case 'too-many-indexes':
      return `Listan ${refusal.list.title} skulle få ${refusal.count} indexerade kolumner; SharePoint tillåter 20. Ta bort indexet på någon som Värna inte behöver${refusal.others.length === 0 ? '' : `: ${refusal.others.join(', ')}`}, och kör igen.`;
    case 'newer-version':
      return 'Webbplatsen är gjord av en nyare version av Värna. Kör provisioneringen från den versionen.';
  }
}

export function remarkInWords(remark: Remark): string {
  switch (remark.kind) {
    case 'retired':
      return `${remark.list === undefined ? 'Webbplatsen' : `Listan ${remark.list.title}`}: ${retiredInWords(remark.key)} hör till en tidigare version av Värna och får stå kvar.`;
    case 'remade':
      return `${placeOf(remark.list, remark.thing)} var borttagen för hand och görs om. ${lossInWords(remark.thing)}`;
    case 'broken-setting':
      return `Listan Inställningar: rad ${remark.row} går inte att tolka. Rätta eller ta bort den i SharePoint.`;
  }
}

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

const traitWords: Readonly<Record<string, string>> = {
  Title: 'titel',
  Description: 'beskrivning',
  NoCrawl: 'utanför sökningen',
  EnableVersioning: 'versionshistorik',
  EnableAttachments: 'bilagor',
  Hidden: 'dold',
  Closed: 'egna behörigheter',
  Required: 'obligatorisk',
  Indexed: 'indexerad',
  EnforceUniqueValues: 'unika värden',
  MaxLength: 'längsta text',
  RichText: 'formaterad text',
  Choices: 'val',
  FillInChoice: 'egna val',
  Columns: 'kolumner',
  Query: 'urval och ordning',
  DefaultView: 'förvald vy',
  Roles: 'behörigheter',
  ReadsSite: 'läser webbplatsen',
  AllowMembersEditMembership: 'medlemmar ändrar medlemskap',
  OnlyAllowMembersViewMembership: 'bara medlemmar ser medlemskap'
};

/** "ska vara: titel "Händelselogg", indexerad ja". */
function traitsInWords(traits: Traits): string {
  return `ska vara: ${Object.entries(traits)
    .map(([name, value]) => `${traitWords[name] ?? name} ${valueInWords(value)}`)
    .join(', ')}`;
}

function valueInWords(value: Trait | undefined): string {
  if (typeof value === 'boolean') return value ? 'ja' : 'nej';
  if (typeof value === 'object') return value.length === 0 ? 'inga' : value.map((one) => `"${one}"`).join(', ');
  return typeof value === 'string' ? `"${value}"` : String(value ?? 'inget');
}

function changeInWords({ thing, difference }: Extract<Drift, { kind: 'changed' }>): string {
  const { trait, wanted, present, applied } = difference;
  const word = traitWords[trait] ?? trait;
  if (thing.kind === 'readers') return rolesInWords(present, wanted);
  if (trait === 'Closed') return 'ärver webbplatsens behörigheter och ska ha egna.';
  if (trait === 'Query') return 'visar andra rader eller i annan ordning än den ska.';
  const isNewToo = JSON.stringify(applied) !== JSON.stringify(wanted);
  const also = isNewToo ? ` Den här versionen ändrar också, från ${valueInWords(applied)}.` : '';
  return `${word} är ${valueInWords(present)} och ska vara ${valueInWords(wanted)}.${also}`;
}

function rolesInWords(present: Trait | undefined, wanted: Trait): string {
  if (JSON.stringify(present) === '[]') return 'kan inte läsa, och ska kunna det.';
  return JSON.stringify(wanted) === '[]' ? 'har fått behörighet, och ska inte ha någon.' : 'har fått annan behörighet än att läsa.';
}

function placeOf(list: ListDefinition | undefined, thing: Thing): string {
  const on = list === undefined ? '' : `Listan ${list.title}: `;
  switch (thing.kind) {
    case 'list':
      return `Listan ${list?.title ?? ''}`;
    case 'group':
      return `Gruppen ${groupTitle(thing.group)}`;
    case 'readers':
      return `${on}gruppen ${groupTitle(thing.group)}`;
    case 'column':
      return `${on}kolumnen ${thing.name}`;
    case 'view':
      return `${on}vyn ${thing.view.title}`;
  }
}

function columnPlace({ list, column }: Extract<Refusal, { kind: 'type' | 'shared-values' | 'words-in-use' }>): string {
  return `Listan ${list.title}: kolumnen ${column.name}`;
}

function lossInWords(thing: Thing): string {
  switch (thing.kind) {
    case 'list':
      return 'Raderna är borta; se i papperskorgen innan du kör, och kör npm run verify-log efteråt.';
    case 'column':
      return 'Värdena som stod i den är borta; npm run verify-log visar vilka rader som saknar dem.';
    case 'group':
      return 'Medlemmarna är borta, liksom gruppens behörighet till enskilda incidenter.';
    case 'view':
    case 'readers':
      return '';
  }
}

const kindWords: Readonly<Record<string, string>> = { column: 'kolumnen', view: 'vyn', readers: 'behörigheten för', group: 'gruppen' };

function retiredInWords(key: string): string {
  const [kind = '', ...name] = key.split(' ');
  return `${kindWords[kind] ?? kind} ${name.join(' ')}`;
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

/** Enough to begin with; the rest is found when these are put right. */
function numbered(rows: readonly number[]): string {
  return rows.length > 10 ? `${rows.slice(0, 10).join(', ')} … (${rows.length})` : rows.join(', ');
}
