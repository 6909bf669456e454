// A record that answers at once and forgets: what is left to measure is the bot and what it keeps on disk, not SharePoint.
import { Incident } from '../../../src/domain/incident';
import type { Context } from '../../../src/workflows/context';

export function recordAtOnce(): Pick<Context, 'log' | 'incidents'> {
  let reports = 0;
  return {
    log: {
      latest: () => Promise.resolve(undefined),
      entry: () => Promise.resolve(undefined),
      byCommand: () => Promise.resolve(undefined),
      highestAppended: () => undefined,
      latestNumber: (prefix) => Promise.resolve(`${prefix}${String(reports++).padStart(4, '0')}`),
      append: () => Promise.resolve('appended')
    },
    incidents: {
      shows: () => Promise.resolve(undefined),
      prepare: () => Promise.resolve(),
      write: () => Promise.resolve(),
      parse: (state) => Incident.parse(state)
    }
  };
}
