// Change tokens: `1;<scope>;<guid>;<.NET ticks, UTC>;<number>` [recorded: platform.md 5], where a number of -1 means "at that time".

/** What a token belongs to: 1 site collection, 2 web, 3 list [recorded in `CurrentChangeToken` of each, in public repositories]. */
export type TokenScope = 1 | 2 | 3;

export interface TokenOwner {
  readonly scope: TokenScope;
  /** Lower case. */
  readonly guid: string;
}

export interface ChangeToken extends TokenOwner {
  /** Milliseconds since 1970. */
  readonly time: number;
  /** -1: only the time counts. */
  readonly number: number;
}

export function writeChangeToken({ scope, guid, time, number }: ChangeToken): string {
  return `1;${scope};${guid};${BigInt(time) * ticksInMillisecond + ticksBefore1970};${number}`;
}

/** Undefined for what is no token. */
export function readChangeToken(text: string): ChangeToken | undefined {
  const [, scope, guid, ticks, number] = tokenForm.exec(text.trim()) ?? [];
  if (scope === undefined || guid === undefined || ticks === undefined) return undefined;
  return {
    scope: scope === '1' ? 1 : scope === '2' ? 2 : 3,
    guid: guid.toLowerCase(),
    time: Number((BigInt(ticks) - ticksBefore1970) / ticksInMillisecond),
    number: Number(number)
  };
}

const tokenForm = /^1;([123]);\{?([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})\}?;(\d{1,19});(-1|\d{1,15})$/i;
const ticksInMillisecond = 10_000n;
const ticksBefore1970 = 621_355_968_000_000_000n;
