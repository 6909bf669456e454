// Holds the record against its log: broken chains, entries taken away, and items that say something else than their log (H13, design 2 and 4).
import type { SPFI } from '@pnp/sp';
import { anchorAggregate, anchorDay, type Head } from '../domain/anchor';
import { anchorDeviations } from '../domain/anchor-check';
import { chainCheck, type Chain, type LogRow } from '../domain/chain';
import { entryKey } from '../domain/log';
import type { Deviation } from '../domain/log-check';
import { assetRegister } from '../lists/assets';
import { classificationRegister } from '../lists/classifications';
import { delegationRegister } from '../lists/delegations';
import { ruleRegister } from '../lists/rule-changes';
import { yearlyRegister } from '../lists/yearly-marks';
import { changeProposalRegister } from '../lists/change-proposals';
import { trackRegister } from '../lists/tracks';
import { measureRegister } from '../lists/measures';
import { inventoryRegister } from '../lists/inventories';
import { requirementAnswersRegister } from '../lists/requirement-answers';
import { unitAnswerRegister } from '../lists/unit-answers';
import { incidentRegister } from '../lists/incidents';
import { logPages } from '../lists/log-as-it-stands';
import { readKnownUsers, type KnownUsers } from '../lists/standing-items';
import { entryHashInNode } from './entry-hash';
import { readItems, type Restore } from './item-verification';

/** What was found in one place. `restore` brings it back from the log; what must not be brought back, or cannot, has none. */
export interface Finding extends Deviation {
  readonly restore?: Restore;
}

export interface Verification {
  readonly entries: number;
  readonly findings: readonly Finding[];
  /** The latest entry of the anchors; `undefined` when the log has none. */
  readonly anchor: Head | undefined;
}

export interface VerifyOptions {
  readonly now: () => Date;
  /** Entries of the anchors that earlier checks have seen. */
  readonly witnessed: readonly Head[];
}

/** Reads the whole log and every item. Throws when something could not be read: then nothing is said about the record. */
export async function verifyLog(sp: SPFI, options: VerifyOptions): Promise<Verification> {
  const first = await look(sp, options);
  if (first.findings.length === 0) return first;
  // Somebody may have written between the reading of an item and of its log: what is amiss is amiss when looked at again.
  const seen = new Set(first.findings.map(placeOf));
  const second = await look(sp, options);
  return { ...second, findings: second.findings.filter((finding) => seen.has(placeOf(finding))) };
}

function placeOf({ aggregate, sequence, at, fault }: Deviation): string {
  return `${aggregate}:${sequence} ${at} ${fault}`;
}

/** The items first: read in this order, none is ahead of the log because somebody wrote in between. */
async function look(sp: SPFI, { now, witnessed }: VerifyOptions): Promise<Verification> {
  const users = await readKnownUsers(sp);
  const items = await Promise.all([
    readItems('T', assetRegister(sp), users),
    readItems('K', classificationRegister(sp), users),
    readItems('I', incidentRegister(sp), users),
    readItems('D', delegationRegister(sp), users),
    readItems('R', trackRegister(sp), users),
    readItems('M', measureRegister(sp), users),
    readItems('Q', requirementAnswersRegister(sp), users),
    readItems('N', inventoryRegister(sp), users),
    readItems('E', unitAnswerRegister(sp), users),
    readItems('L', ruleRegister(sp), users),
    readItems('Y', yearlyRegister(sp), users),
    readItems('F', changeProposalRegister(sp), users)
  ]);
  const hashOf = entryHashInNode();
  const check = chainCheck(hashOf);
  const rows: LogRow[] = [];
  for await (const page of logPages(sp)) {
    check.add(page);
    rows.push(...page);
  }
  const { byAggregate, deviations } = check.outcome();
  const anchored = anchorDeviations({ rows, chains: byAggregate, hashOf, today: anchorDay(now().toISOString()), witnessed });
  const byHand = writtenByHand(rows, users).filter((finding) => !deviations.some((told) => entryKey(told) === entryKey(finding)));
  const inLog = [...deviations, ...byHand, ...anchored];
  const chains = withoutBroken(byAggregate, inLog);
  const inLists = await Promise.all(items.map((findings) => findings(chains)));
  return {
    entries: rows.length,
    findings: [...inLog, ...inLists.flat().filter((finding) => !isTold(finding, anchored))],
    anchor: byAggregate.get(anchorAggregate)?.last
  };
}

/** How an entry is sealed is no secret, so a site owner can seal one of their own; but SharePoint says who made its row. */
function writtenByHand(rows: readonly LogRow[], { isPerson }: KnownUsers): readonly Deviation[] {
  const written = rows.filter(({ author }) => author !== undefined && isPerson(author));
  return written.map(({ aggregate, sequence, at }) => ({ aggregate, sequence, at, fault: 'by-hand' }));
}

/** A chain that is not what was anchored, or that somebody has added to, holds by itself, and is not built upon all the same. */
function withoutBroken(chains: ReadonlyMap<string, Chain>, inLog: readonly Deviation[]): ReadonlyMap<string, Chain> {
  const all = new Map(chains);
  for (const { aggregate } of inLog) {
    const chain = all.get(aggregate);
    if (chain !== undefined) all.set(aggregate, { ...chain, holds: false });
  }
  return all;
}

/** An end that is gone is told once, where its time is known. */
function isTold({ aggregate, fault }: Finding, anchored: readonly Deviation[]): boolean {
  return fault === 'tail-missing' && anchored.some((told) => told.aggregate === aggregate && told.fault === fault);
}
