// When one person sends the bot very much at once: they are told so, keep what they have filled in, and may go on in a moment.
import type { Card } from '../cards/card';
import { refusalCard, refusalText } from '../cards/refusal';
import type { Language } from '../domain/language';
import { isPersonal, type InboundActivity } from './activity';
import { cardBody, wordsBody } from './invoke-body';
import { pressOf } from './press';
import { addressOf, languageFor, type Surroundings } from './surroundings';

/** Counts what a sender sends: `at-limit` for the first that is too many, `beyond` for those after it. */
export type AllowanceOf = (sender: string) => Promise<'within' | 'at-limit' | 'beyond'>;

interface Rush<A> {
  readonly around: Surroundings;
  readonly allowanceOf: AllowanceOf;
  /** Answers the activity as usual. */
  readonly goOn: () => A | Promise<A>;
}

/** Stands behind the check of the token, so that nobody can use up another's allowance by claiming to be them. */
export async function withinLimit<A>({ around, allowanceOf, goOn }: Rush<A>, activity: InboundActivity): Promise<A | TooMany | undefined> {
  if (activity.type !== 'message' && activity.type !== 'invoke') return goOn();
  const allowance = await allowanceOf(activity.from.aadObjectId ?? activity.from.id);
  if (allowance === 'within') return goOn();
  const language = await languageFor(around, activity);
  if (activity.type === 'invoke') return { status: 200, body: invokeBody(activity, language) };
  // Said once: an answer to each of very many messages would make Teams stop the bot for everybody (platform.md 2).
  if (allowance === 'at-limit' && isPersonal(activity)) await around.outgoing.send(addressOf(activity), tooMany(activity, language));
  return undefined;
}

interface TooMany {
  readonly status: 200;
  readonly body: object;
}

function invokeBody(activity: InboundActivity, language: Language): object {
  if (activity.name === 'adaptiveCard/action') return cardBody(tooMany(activity, language));
  return wordsBody(activity.name, refusalText({ reason: 'too-many' }, language));
}

/** The button of the card sends what was pressed again, with all that was filled in. */
function tooMany({ value }: InboundActivity, language: Language): Card {
  const press = pressOf(value);
  return refusalCard({ reason: 'too-many', retry: typeof press === 'string' ? undefined : press }, language);
}
