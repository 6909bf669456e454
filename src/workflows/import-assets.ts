// Somebody brings in assets from another register, as many as a hundred at a time: each under the same rules as when it is registered alone (H21).
import { z } from 'zod';
import type { Asset } from '../domain/asset';
import { facingNew } from '../domain/capacities';
import { mostImportedRows, type ImportedRow, type ImportedRows } from '../domain/imported-rows';
import { refused, type Done } from '../domain/outcome';
import { refusalTo } from '../domain/permissions';
import { AssetContent, contentFrom, lookedUp, type ContentRefusal, type SaidOfAsset } from './asset-content';
import { likelyNumber } from './commit';
import { commitManyNew, type Making } from './commit-many';
import { told, type Answer, type Context, type Directory, type Request } from './context';

/** Each row is what `register-asset` takes. A row that is not is refused by itself, so it is not looked at here. */
export const ImportAssetsInput = z.strictObject({ rows: z.array(z.unknown()).min(1).max(mostImportedRows) });
export type ImportAssetsInput = Readonly<z.infer<typeof ImportAssetsInput>>;

interface RowRefusal {
  readonly ok: false;
  readonly reason: ContentRefusal | 'invalid';
  readonly named?: string;
}

/** Each row has a command of its own, made from this one: the same again gives the same numbers. */
export async function importAssets(
  context: Context,
  { command, actor, input }: Request<ImportAssetsInput>
): Promise<Answer<ImportedRows, 'not-allowed'>> {
  const refusal = refusalTo('register-asset', facingNew(actor));
  if (refusal !== undefined) return refused(refusal);
  const asking = { ...context, directory: askedOnce(context.directory) };
  const [number, rows] = await Promise.all([likelyNumber(context, 'T'), Promise.all(input.rows.map((row) => checked(asking, row)))]);
  const good = rows.flatMap((row, at) => (row.ok ? [{ at, said: row.value }] : []));
  const makings = good.map(
    ({ at, said }): Making<Asset> =>
      (reference) => ({
        event: 'asset-registered',
        command: `${command}/${at + 1}`,
        actor,
        from: '',
        to: 'draft',
        state: { reference, ...said, state: 'draft' }
      })
  );
  const made = await commitManyNew(context, context.assets, number, makings);
  const numbers = new Map(good.map(({ at }, nth) => [at, made[nth]?.reference]));
  return told({ rows: rows.map((row, at) => resultOf(row, numbers.get(at))) });
}

async function checked(context: Context, row: unknown): Promise<Done<SaidOfAsset> | RowRefusal> {
  const content = AssetContent.safeParse(row);
  if (!content.success) return refused('invalid');
  return contentFrom(context, await lookedUp(context, content.data));
}

function resultOf(row: Done<SaidOfAsset> | RowRefusal, reference: string | undefined): ImportedRow {
  if (row.ok) return { reference: reference ?? '' };
  return { reason: row.reason, ...(row.named !== undefined && { named: row.named }) };
}

/** Hundreds of rows name the same few people and units: each is asked for once. */
function askedOnce(directory: Directory): Directory {
  return {
    ...directory,
    person: once(directory.person),
    unit: once(directory.unit),
    membersOf: once(directory.membersOf)
  };
}

function once<K, V>(ask: (key: K) => Promise<V>): (key: K) => Promise<V> {
  const asked = new Map<K, Promise<V>>();
  return (key) => {
    const answer = asked.get(key) ?? ask(key);
    asked.set(key, answer);
    return answer;
  };
}
