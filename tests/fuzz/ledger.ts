// What was accepted, held against what stands in the record: an entry for each accepted command, none for any other, and every item as its log says.
import type { SPFI } from '@pnp/sp';
import { anchorAggregate } from '../../src/domain/anchor';
import { readLog } from '../../src/lists/log';
import { verifyLog } from '../../src/service/log-verification';
import type { Inbox, WaitingCommand } from '../../src/service/state/service-state';
import { eventually } from '../service/running-service';

/** `accepted`: an entry must stand. `agreed`: one may, as when what was asked for was so already. `kept`: it will be told later, and either may come of it. */
export type Told = 'accepted' | 'agreed' | 'kept' | 'refused';

export interface Ledger {
  readonly note: (command: string, told: Told) => void;
  /** What is wrong that was not wrong the last time, in words. */
  readonly faults: () => Promise<readonly string[]>;
  readonly figures: () => { readonly accepted: number; readonly entries: number };
}

export function openLedger(sp: SPFI, inbox: Inbox): Ledger {
  const accepted = new Set<string>();
  const allowed = new Set<string>();
  const known = new Set<string>();
  let entries = 0;

  async function found(): Promise<readonly string[]> {
    const waiting = await unsettled(inbox);
    const { findings } = await verifyLog(sp, { now: () => new Date(), witnessed: [] });
    const rows = await readLog(sp);
    entries = rows.length;
    // What follows from a command is written under its key and a word of its own; the day's anchor follows from none.
    const commands = new Set(
      rows.flatMap((row) => (row.broken || row.state.aggregate === anchorAggregate ? [] : [row.state.command.split('/')[0] ?? '']))
    );
    return [
      ...waiting,
      ...findings.map(({ aggregate, sequence, fault }) => `${aggregate}:${sequence} ${fault}`),
      ...[...commands].filter((id) => !allowed.has(id)).map((id) => `${id} was not accepted and stands in the log`),
      ...[...accepted].filter((id) => !commands.has(id)).map((id) => `${id} was accepted and does not stand in the log`)
    ];
  }

  return {
    note: (command, told) => {
      if (told === 'accepted') accepted.add(command);
      if (told !== 'refused') allowed.add(command);
    },
    faults: async () => {
      const fresh = (await found()).filter((fault) => !known.has(fault));
      for (const fault of fresh) known.add(fault);
      return fresh;
    },
    figures: () => ({ accepted: accepted.size, entries })
  };
}

/** Commands that are not settled however long one waits. They are put aside, so that each is told once. */
async function unsettled(inbox: Inbox): Promise<readonly string[]> {
  try {
    await eventually(async () => {
      if ((await inbox.nextDue()) !== undefined) throw new Error('Commands wait.');
    });
    return [];
  } catch {
    const waiting: WaitingCommand[] = [];
    const forGood = { now: '9999-12-30T00:00:00Z', until: '9999-12-31T00:00:00Z' };
    for (let held = await inbox.take(forGood); held !== undefined; held = await inbox.take(forGood)) {
      waiting.push(held);
      await inbox.settle({ command: held.command, outcome: 'refused', at: '2026-11-23T14:40:00Z', notices: [], forgetActor: false });
    }
    return waiting.map(({ name, input }) => `${name} is never settled: ${JSON.stringify(input).slice(0, 300)}`);
  }
}
