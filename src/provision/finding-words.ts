// What provisioning finds and leaves to a person, in Swedish: one line for each thing.
import { contributeRole } from '../lists/item-readers';
import { groupTitle } from '../schema/groups';
import type { ListDefinition } from '../schema/list';
import type { Thing, Trait } from './picture';
import type { Drift, Refusal, Remark } from './step';
import { columnInWords, traitInWords, valueInWords } from './trait-words';

export function driftInWords(drift: Drift): string {
  switch (drift.kind) {
    case 'changed':
      return `${placeOf(drift.list, drift.thing)}: ${changeInWords(drift)}`;
    case 'gone':
      return `${placeOf(drift.list, drift.thing)} ${goneInWords(drift.thing)}`;
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
      return `${columnPlace(refusal)} är av typen ${typeInWords(refusal.presentType)} och ska vara ${typeInWords(refusal.wantedType)}${refusal.byHand ? '; någon har gjort om den' : ''}. Att byta typ kan förlora värden. Flytta innehållet till en annan kolumn, ta bort den här, kör med --mend och flytta tillbaka innehållet.`;
    case 'shared-values':
      return `${columnPlace(refusal)} ska ha unika värden, men ${numbered(refusal.rows)} delar värde med en annan rad. Rätta dem och kör igen.`;
    case 'words-in-use':
      return `${columnPlace(refusal)} har inte längre valet "${refusal.word}", men ${numbered(refusal.rows)} har det. Ge dem ett annat val och kör igen.`;
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
      return [`${placeOf(remark.list, remark.thing)} fanns inte längre och görs om.`, ...lossInWords(remark.thing)].join(' ');
    case 'broken-setting':
      return `Listan Inställningar: rad ${remark.row} går inte att tolka. Rätta eller ta bort den i SharePoint.`;
  }
}

function changeInWords({ thing, difference }: Extract<Drift, { kind: 'changed' }>): string {
  const { trait, wanted, present, applied } = difference;
  const word = traitInWords(trait);
  if (thing.kind === 'readers') return rolesInWords(present, wanted);
  if (trait === 'Closed') return 'ärver webbplatsens behörigheter och ska ha egna.';
  if (trait === 'Query') return 'visar andra rader eller i annan ordning än den ska.';
  const isNewToo = JSON.stringify(applied) !== JSON.stringify(wanted);
  const also = isNewToo ? ` Den här versionen ändrar också, från ${valueInWords(applied)}.` : '';
  return `${word} är ${valueInWords(present)} och ska vara ${valueInWords(wanted)}.${also}`;
}

function rolesInWords(present: Trait | undefined, wanted: Trait): string {
  if (JSON.stringify(present) === '[]') return `kan inte läsa${writes(wanted) ? ' och skriva' : ''}, och ska kunna det.`;
  if (JSON.stringify(wanted) === '[]') return 'har fått behörighet, och ska inte ha någon.';
  return `har annan behörighet än att ${writes(wanted) ? 'läsa och skriva' : 'läsa'}.`;
}

function writes(wanted: Trait): boolean {
  return Array.isArray(wanted) && wanted.includes(String(contributeRole));
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
      return `${on}${columnInWords({ name: thing.name, title: thing.column?.title ?? thing.name })}`;
    case 'view':
      return `${on}vyn ${thing.view.title}`;
  }
}

function columnPlace({ list, column }: Extract<Refusal, { kind: 'type' | 'shared-values' | 'words-in-use' }>): string {
  return `Listan ${list.title}: ${columnInWords(column)}`;
}

/** As SharePoint calls the types when somebody adds a column, with the name its API gives them. */
const typeWords: Readonly<Record<string, string>> = {
  Text: 'en rad med text',
  Note: 'flera rader med text',
  Number: 'tal',
  DateTime: 'datum och tid',
  Boolean: 'ja/nej',
  Choice: 'val',
  MultiChoice: 'flera val',
  User: 'person eller grupp'
};

function typeInWords(type: string): string {
  const word = typeWords[type];
  return word === undefined ? type : `${word} (${type})`;
}

/** Groups and views are known by their name, so one with another name cannot be told from one that was taken away. */
function goneInWords({ kind }: Thing): string {
  switch (kind) {
    case 'list':
      return 'är borttagen för hand. Ligger den i papperskorgen, återställ den därifrån; --mend gör en ny, utan rader.';
    case 'column':
      return 'är borttagen för hand. --mend gör den på nytt, utan de värden som stod i den.';
    case 'group':
      return 'är borttagen eller omdöpt för hand. Är den omdöpt, ge den namnet tillbaka; --mend gör en ny, utan medlemmar.';
    case 'view':
      return 'är borttagen eller omdöpt för hand.';
    case 'readers':
      return 'saknas.';
  }
}

function lossInWords(thing: Thing): string[] {
  switch (thing.kind) {
    case 'list':
      return ['Raderna är borta; kör npm run verify-log efteråt, så syns vilka.'];
    case 'column':
      return ['Värdena som stod i den är borta; npm run verify-log visar vilka rader som saknar dem.'];
    case 'group':
      return ['Medlemmarna får läggas in igen. Gruppens behörighet till enskilda incidenter är borta.'];
    case 'view':
    case 'readers':
      return [];
  }
}

const kindWords: Readonly<Record<string, string>> = { column: 'kolumnen', view: 'vyn', readers: 'behörigheten för', group: 'gruppen' };

function retiredInWords(key: string): string {
  const [kind = '', ...name] = key.split(' ');
  return `${kindWords[kind] ?? kind} ${name.join(' ')}`;
}

/** Enough to begin with; the rest is found when these are put right. */
function numbered(rows: readonly number[]): string {
  if (rows.length === 1) return `rad ${rows.join()}`;
  return `raderna ${rows.slice(0, 10).join(', ')}${rows.length > 10 ? ` … (${rows.length} i allt)` : ''}`;
}
