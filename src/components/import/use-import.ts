// Sending rows to the service, a hundred at a time, until all are answered, somebody stops it, or nothing answers.
import * as React from 'react';
import type { Asset } from '../../domain/asset';
import type { Json } from '../../domain/hash';
import { mostImportedRows, type ImportedRow } from '../../domain/imported-rows';
import type { AssetContent } from '../../workflows/asset-content';
import type { ReadRow } from '../../workflows/import-rows';
import { contentOf, draftOf } from '../assets/asset-draft';
import type { CommandAnswer, CommandName, Commands } from '../commands/desk';
import { useEnvironment, useText } from '../environment';

/** What came of each row, by its line. `kept`: the service has it, and SharePoint does not answer yet. */
export type Outcomes = ReadonlyMap<number, ImportedRow | { readonly kept: true }>;

export interface Import {
  readonly outcomes: Outcomes;
  readonly isRunning: boolean;
  /** Why it broke off, in words. */
  readonly failure: string | undefined;
  readonly start: (rows: readonly ReadRow[]) => void;
  readonly stop: () => void;
}

/** The service takes no longer body than 64 kB; some room is left for what stands around the rows. */
const longestBody = 56_000;

export function useImport(register: readonly Asset[]): Import {
  const t = useText();
  const send = useSending();
  const { onError } = useEnvironment();
  const [outcomes, setOutcomes] = React.useState<Outcomes>(new Map());
  const [isRunning, setRunning] = React.useState(false);
  const [failure, setFailure] = React.useState<string>();
  const isStopped = React.useRef(false);
  const run = async (rows: readonly ReadRow[]): Promise<void> => {
    for (const part of partsOf(rows)) {
      if (isStopped.current) return;
      const said = await send(part, register);
      if (typeof said === 'string') {
        setFailure(t('tab.import.broken-off'));
        return;
      }
      setOutcomes((before) => new Map([...before, ...part.map((row, at) => [row.line, said[at] ?? { kept: true as const }] as const)]));
    }
  };
  const start: Import['start'] = (rows) => {
    isStopped.current = false;
    setFailure(undefined);
    setRunning(true);
    run(rows)
      .catch((error: unknown) => {
        onError(error instanceof Error ? error : new Error(String(error)));
        setFailure(t('tab.import.broken-off'));
      })
      .finally(() => setRunning(false));
  };
  const stop = (): void => {
    isStopped.current = true;
  };
  React.useEffect(() => stop, []);
  return { outcomes, isRunning, failure, start, stop };
}

type Sent = readonly (ImportedRow | { readonly kept: true })[] | 'no-answer';

/** New rows go together; one that is in the register already is changed by itself. */
function useSending(): (part: readonly ReadRow[], register: readonly Asset[]) => Promise<Sent> {
  const { desk, keys } = useEnvironment();
  const give = async <N extends CommandName>(name: N, input: Commands[N]['input']): Promise<CommandAnswer<N>> => {
    const said = JSON.parse(JSON.stringify(input)) as Json;
    const answer = await desk.send(name, keys.keyFor(name, said), input);
    if (answer.ok || !unanswered.includes(answer.reason)) keys.settle(name, said);
    return answer;
  };
  return async (part, register) => {
    const [first] = part;
    const asset = first?.standing && register.find(({ reference }) => reference === first.standing?.reference);
    if (first !== undefined && asset !== undefined) {
      const answer = await give('change-asset', { reference: asset.reference, asset: merged(asset, first.content) });
      if (answer.ok) return ['kept' in answer ? { kept: true } : { reference: asset.reference }];
      return unanswered.includes(answer.reason)
        ? 'no-answer'
        : [{ reason: answer.reason, ...(answer.named !== undefined && { named: answer.named }) }];
    }
    const answer = await give('import-assets', { rows: part.map(({ content }) => content) });
    if (!answer.ok) return unanswered.includes(answer.reason) ? 'no-answer' : part.map(() => ({ reason: answer.reason }));
    return 'kept' in answer ? part.map(() => ({ kept: true as const })) : answer.value.rows;
  };
}

const unanswered: readonly string[] = ['unreachable', 'unexpected', 'signed-out', 'too-many'];

/** What the row says, and otherwise what the asset says already. */
function merged(asset: Asset, content: AssetContent): AssetContent {
  const said = Object.entries(content).filter(([, value]) => value !== undefined && value !== '');
  return { ...contentOf(draftOf(asset)), ...(Object.fromEntries(said) as Partial<AssetContent>) };
}

/** Rows that go together: no more than one command and one body hold. */
function partsOf(rows: readonly ReadRow[]): readonly (readonly ReadRow[])[] {
  const parts: ReadRow[][] = [];
  let room = 0;
  for (const row of rows) {
    const size = new TextEncoder().encode(JSON.stringify(row.content)).length;
    const last = parts.at(-1);
    const fits = last !== undefined && last.length < mostImportedRows && size <= room && last[0]?.standing === undefined;
    if (row.standing === undefined && fits) last.push(row);
    else parts.push([row]);
    room = (parts.at(-1)?.length === 1 ? longestBody : room) - size;
  }
  return parts;
}
