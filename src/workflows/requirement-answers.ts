// What all commands on the answers to requirements have in common: the asset, who may, the record of whoever is asked, the log and the item.
import type { Asset } from '../domain/asset';
import { facingAsset } from '../domain/capacities';
import type { EventCode } from '../domain/log';
import { refused } from '../domain/outcome';
import { refusalTo, type RequirementAct } from '../domain/permissions';
import { answersOpened, isOfParty, type Party, type RequirementAnswers, type Step } from '../domain/requirement-answers';
import { alreadyDone, commit, commitNew, newNumber, readMended, type Standing } from './commit';
import { told, type Answer, type Context, type Request } from './context';

export type AnswersRefusal = 'not-found' | 'not-allowed' | 'not-classified' | 'too-large';

interface AnswersChange<R extends string> {
  readonly act: RequirementAct;
  readonly party: Party;
  readonly event: EventCode;
  /** Why the asset, as it stands at `now` (UTC), does not let it be done. */
  readonly refusal: (asset: Asset, now: string) => R | undefined;
  readonly change: (answers: RequirementAnswers, step: Step) => RequirementAnswers;
}

/** A row of a list and an entry of the log hold so much text (platform.md 5), in UTF-16 units. */
const mostText = 60_000;

/** One step of one record, which is made when whoever is asked has none yet. */
export async function changeAnswers<R extends string>(
  context: Context,
  { command, actor, input }: Request<{ readonly asset: string }>,
  { act, party, event, refusal: refusalOf, change }: AnswersChange<R>
): Promise<Answer<RequirementAnswers, R | AnswersRefusal>> {
  const [known, asset, number, standing] = await Promise.all([
    alreadyDone(context, context.requirementAnswers, command),
    readMended(context, context.assets, input.asset),
    newNumber(context, 'Q'),
    find(context, input.asset, party)
  ]);
  if (known !== undefined) return told(known);
  if (asset === undefined) return refused('not-found');
  const refusal = refusalTo(act, facingAsset(actor, asset.state));
  if (refusal !== undefined) return refused(refusal);
  if (asset.state.profile === undefined) return refused('not-classified');
  const hindrance = refusalOf(asset.state, context.now());
  if (hindrance !== undefined) return refused(hindrance);
  const before = standing?.state ?? answersOpened(number.reference, asset.state, party);
  const state = { ...change(before, { by: actor.person, at: context.now() }), assetName: asset.state.name };
  if (JSON.stringify(state).length > mostText) return refused('too-large');
  const said = { event, command, actor, from: '', to: party.actor, reason: party.supplier ?? '' };
  if (standing === undefined)
    return told(await commitNew(context, context.requirementAnswers, number, (reference) => ({ ...said, state: { ...state, reference } })));
  const outcome = await commit(context, context.requirementAnswers, before.reference, standing, { ...said, state });
  return outcome.ok ? told(outcome.state) : outcome;
}

/** All that has been answered on one asset, by everybody, as the log has it. */
export async function recordsOf(context: Context, asset: string): Promise<readonly RequirementAnswers[]> {
  return (await standingsIn(context, asset)).map(({ state }) => state);
}

/** The first there is: two who began at once can have left two, which are read as one (src/domain/requirement-answers.ts). */
async function find(context: Context, asset: string, party: Party): Promise<Standing<RequirementAnswers> | undefined> {
  return (await standingsIn(context, asset)).find(({ state }) => isOfParty(state, party));
}

async function standingsIn(context: Context, asset: string): Promise<readonly Standing<RequirementAnswers>[]> {
  const numbers = await context.requirementAnswers.numbersOf(asset);
  const records = await Promise.all(numbers.map((number) => readMended(context, context.requirementAnswers, number)));
  return records.filter((record) => record !== undefined);
}
