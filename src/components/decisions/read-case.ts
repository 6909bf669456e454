// All that a decider needs to see of one classification, read together.
import type { Asset } from '../../domain/asset';
import type { Classification } from '../../domain/classification';
import type { Delegation } from '../../domain/delegation';
import { done } from '../../domain/outcome';
import type { Role } from '../../domain/person';
import { statesOf, type Read, type Row, type Source } from '../source';

/**
 * `previous` is the last decided classification of the same asset before this one; `roles` those of the person who looks, `by` the delegation
 * by which they may decide in the objektägare's place.
 */
export interface Case {
  readonly classification: Classification;
  readonly asset: Asset;
  readonly previous: Classification | undefined;
  readonly roles: readonly Role[];
  readonly by: Delegation | undefined;
}

/** Undefined when the classification or its asset is not to be found; broken when one of them cannot be understood. */
export async function readCase(source: Source, reference: string): Promise<Read<Row<Case> | undefined>> {
  const [found, roles, deputising] = await Promise.all([source.classification(reference), source.roles(), source.deputising()]);
  if (!found.ok) return found;
  if (found.value === undefined || found.value.broken) return done(found.value);
  const { id, state: classification } = found.value;
  const [asset, all] = await Promise.all([source.asset(classification.asset), source.classificationsOf(classification.asset)]);
  if (!asset.ok) return asset;
  if (!all.ok) return all;
  if (asset.value === undefined || asset.value.broken) return done(asset.value);
  const delegations = deputising.ok ? statesOf(deputising.value) : [];
  const by = delegations.find((delegation) => delegation.by.id === classification.decider.id);
  const previous = decidedBefore(classification, statesOf(all.value));
  return done({ broken: false, id, state: { classification, asset: asset.value.state, previous, roles, by } });
}

/** Several, each as it is; one that is not to be found is left out as broken ones are, by its number. */
export async function readCases(source: Source, references: readonly string[]): Promise<Read<Cases>> {
  const all = await Promise.all(references.map(async (reference) => ({ reference, read: await readCase(source, reference) })));
  const refusal = all.find(({ read }) => !read.ok);
  if (refusal?.read.ok === false) return refusal.read;
  const found = all.map(({ reference, read }) => ({ reference, row: read.ok ? read.value : undefined }));
  return done({
    cases: found.flatMap(({ row }) => (row === undefined || row.broken ? [] : [row.state])),
    unread: found.filter(({ row }) => row === undefined || row.broken).map(({ reference }) => reference)
  });
}

export interface Cases {
  readonly cases: readonly Case[];
  /** The numbers of those that are not to be found, or cannot be understood. */
  readonly unread: readonly string[];
}

function decidedBefore(classification: Classification, all: readonly Classification[]): Classification | undefined {
  const until = classification.decidedAt;
  return all
    .filter(
      ({ reference, decidedAt }) =>
        reference !== classification.reference && decidedAt !== undefined && (until === undefined || decidedAt < until)
    )
    .sort((a, b) => (a.decidedAt ?? '').localeCompare(b.decidedAt ?? ''))
    .at(-1);
}
