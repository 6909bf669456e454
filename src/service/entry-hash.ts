// The hash of an entry by Node's own means: its text is laid out as bytes, piece by piece in one place, which takes half as long as making a text of it first.
import { hash } from 'node:crypto';
import { canonicalText } from '../domain/hash';
import { sealedText, type HashOf, type Sealable } from '../domain/log';

/** Gives what `entryHash` gives. For one run through a log: what many entries have in common is remembered. */
export function entryHashInNode(): HashOf {
  const layOut = layingOut();
  return (entry) => hash('sha256', layOut(entry) ?? sealedText(entry), 'hex');
}

/** Lays out `sealedText`. `undefined` for an entry that is too long, or has a text of its own that does not stand in JSON as it is. */
function layingOut(): (entry: Sealable) => Buffer | undefined {
  const place = Buffer.allocUnsafe(mostBytes);
  const actor = remembered((id, name) => `{"actorId":"${id}","actorName":"${name}","aggregate":"`);
  const change = remembered((event, from) => `","event":"${event}","from":"${from}","previousHash":"`);
  const outcome = remembered((to) => `,"to":"${to}"}`);
  let end = 0;
  const put = (piece: Buffer): void => {
    place.set(piece, end);
    end += piece.length;
  };
  const write = (text: string): void => {
    end += place.write(text, end, 'latin1');
  };
  return (entry) => {
    if (!fits(entry)) return undefined;
    end = 0;
    put(actor(entry.actorId, entry.actorName));
    write(entry.aggregate);
    put(pieces.at);
    write(entry.at);
    put(pieces.command);
    write(entry.command);
    put(change(entry.event, entry.from));
    write(entry.previousHash);
    put(pieces.reason);
    write(entry.reason);
    put(pieces.sequence);
    write(String(entry.sequence));
    put(pieces.state);
    end += place.write(entry.state, end, 'utf8');
    put(outcome(entry.to, ''));
    return place.subarray(0, end);
  };
}

const pieces = {
  at: Buffer.from('","at":"'),
  command: Buffer.from('","command":"'),
  reason: Buffer.from('","reason":"'),
  sequence: Buffer.from('","sequence":'),
  state: Buffer.from(',"state":')
};

const mostBytes = 65_536;
/** A cell of one line holds 255 characters, and a character of a text takes three bytes at most; what is left is more than all but the state need. */
const longestLine = 255;
const longestState = (mostBytes - 12 * longestLine * 3) / 3;

function fits({ aggregate, at, command, previousHash, reason, state, actorId, actorName, event, from, to }: Sealable): boolean {
  return (
    state.length <= longestState &&
    isLine(actorId) &&
    isLine(actorName) &&
    isLine(event) &&
    isLine(from) &&
    isLine(to) &&
    isPlain(aggregate) &&
    isPlain(at) &&
    isPlain(command) &&
    isPlain(previousHash) &&
    isPlain(reason)
  );
}

function isLine({ length }: string): boolean {
  return length <= longestLine;
}

/** ASCII without what JSON escapes. */
function isPlain(text: string): boolean {
  return isLine(text) && !special.test(text);
}

const special = /[^ !#-[\]-~]/;

/** The bytes of a piece with two texts in it, made once for each two. */
function remembered(piece: (one: string, other: string) => string): (one: string, other: string) => Buffer {
  const known = new Map<string, Map<string, Buffer>>();
  return (one, other) => {
    const found = known.get(one)?.get(other);
    if (found !== undefined) return found;
    const made = Buffer.from(piece(canonicalText(one), canonicalText(other)));
    if (known.size === mostRemembered) known.clear();
    const ofOne = known.get(one) ?? new Map<string, Buffer>();
    known.set(one, ofOne.set(other, made));
    return made;
  };
}

/** More people than work in a municipality; beyond that somebody else has been writing. */
const mostRemembered = 10_000;
