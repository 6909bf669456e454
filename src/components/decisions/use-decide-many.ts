// Deciding many classifications in one go: each is a command of its own with its own key, and it is told what came of each.
import * as React from 'react';
import type { Person } from '../../domain/person';
import type { CommandAnswer } from '../commands/desk';
import { asJson, isSettled } from '../commands/use-command';
import { useEnvironment } from '../environment';
import type { Case } from './read-case';

type Decided = CommandAnswer<'decide-classification'>;

/** What came of each so far, by its number. */
type Outcomes = ReadonlyMap<string, Decided>;

export interface DecidingMany {
  /** How many of how many are done, while it goes on. */
  readonly progress: { readonly done: number; readonly count: number } | undefined;
  readonly outcomes: Outcomes;
  /** `onDecided` is told the number of each that went well. */
  readonly decide: (cases: readonly Case[], onDecided: (reference: string) => void) => Promise<void>;
  /** The one that is under way is still finished. */
  readonly stop: () => void;
}

/** One after the other: the service counts commands, and whoever sees one refused can stop the rest. */
export function useDecideMany(): DecidingMany {
  const { me, desk, keys, onError } = useEnvironment();
  const [progress, setProgress] = React.useState<DecidingMany['progress']>();
  const [outcomes, setOutcomes] = React.useState<Outcomes>(new Map());
  const underWay = React.useRef<AbortController>();
  const decideOne = async (decided: Case): Promise<Decided> => {
    const input = inputOf(decided, me);
    try {
      const answer = await desk.send('decide-classification', keys.keyFor('decide-classification', asJson(input)), input);
      if (isSettled(answer)) keys.settle('decide-classification', asJson(input));
      return answer;
    } catch (error) {
      onError(error instanceof Error ? error : new Error(String(error)));
      return { ok: false, reason: 'unexpected' };
    }
  };
  const decide: DecidingMany['decide'] = async (cases, onDecided) => {
    const going = new AbortController();
    underWay.current = going;
    for (const [done, each] of cases.entries()) {
      if (going.signal.aborted) break;
      setProgress({ done, count: cases.length });
      const { reference } = each.classification;
      const answer = await decideOne(each);
      setOutcomes((before) => new Map([...before, [reference, answer]]));
      if (answer.ok) onDecided(reference);
    }
    setProgress(undefined);
  };
  const stop = (): void => underWay.current?.abort();
  return { progress, outcomes, decide, stop };
}

/** Exactly what was shown; by the delegation, where the person is not the objektägare. */
function inputOf({ classification: { reference, asset, contentHash, decider }, by }: Case, me: Person) {
  return { reference, asset, contentHash, ...(me.id !== decider.id && by !== undefined && { delegation: by.reference }) };
}
