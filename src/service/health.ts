// GET /health: whether the service can do its work, for those who watch over it. No numbers, names or addresses.
import type { Logger } from 'pino';
import { faultOf } from './log';
import type { ServiceState } from './state/service-state';
import { withinTime } from './time-limit';

export interface Health {
  readonly status: 'ok' | 'degraded';
  /** The service's own state on disk. */
  readonly store: 'ok' | 'failed';
  readonly sharePoint: 'ok' | 'unreachable';
  /** Whether anything that people have done waits to be brought into the record. */
  readonly delivery: 'nothing-waits' | 'waiting' | 'unknown';
}

export interface HealthOptions {
  readonly state: Pick<ServiceState, 'inbox'>;
  /** Throws when SharePoint does not answer. */
  readonly reachSharePoint: () => Promise<unknown>;
  readonly now: () => Date;
  readonly log: Logger;
}

/** Anybody may ask, so SharePoint is asked at most this often. */
const freshMilliseconds = 30_000;

/** Whoever watches does not wait longer; a SharePoint that has not answered by then is out of reach. */
const longestMilliseconds = 2_000;

export function healthReport({ state, reachSharePoint, now, log }: HealthOptions): () => Promise<Health> {
  let asked: { readonly at: number; readonly answer: Promise<unknown> } | undefined;

  function failed(error: unknown): 'failed' {
    log.warn({ fault: faultOf(error) }, 'health');
    return 'failed';
  }

  return async () => {
    const at = now().getTime();
    if (asked === undefined || at - asked.at >= freshMilliseconds)
      asked = { at, answer: withinTime(reachSharePoint(), longestMilliseconds).catch(failed) };
    const waiting = await deliveryState(state).catch((error: unknown) => failed(error));
    const reached = await asked.answer;
    const isReached = reached !== 'failed' && reached !== 'too-late';
    return {
      status: waiting !== 'failed' && isReached ? 'ok' : 'degraded',
      store: waiting === 'failed' ? 'failed' : 'ok',
      sharePoint: isReached ? 'ok' : 'unreachable',
      delivery: waiting === 'failed' ? 'unknown' : waiting
    };
  };
}

async function deliveryState({ inbox }: HealthOptions['state']): Promise<'waiting' | 'nothing-waits'> {
  return (await inbox.nextDue()) === undefined ? 'nothing-waits' : 'waiting';
}
