// What the surroundings do to the service: SharePoint, Graph and Entra throttle, dawdle, break off and go away, and so does Teams.
import { setTimeout as pause } from 'node:timers/promises';
import type { Connector } from '../bot/connector';
import type { Chance } from './chance';
import type { RecordSite } from './record-site';

export interface Weather {
  /** Resolves when the sky is clear again and stays so. */
  readonly clear: () => Promise<void>;
  /** How many requests, or parts of batches, each kind of fault has struck. */
  readonly struck: ReadonlyMap<string, number>;
}

/** A rule as the stand-in takes it (docs/standin.md), under a name to count it by. */
type NamedRule = readonly [name: string, rule: object];

export interface WeatherOptions {
  readonly site: RecordSite;
  readonly connector: Connector;
  readonly chance: Chance;
}

/** Changes every few seconds until it is cleared; calm a third of the time. */
export function startWeather({ site, connector, chance }: WeatherOptions): Weather {
  const struck = new Map<string, number>();
  const ending = new AbortController();
  const count = (name: string, times = 1): void => void struck.set(name, (struck.get(name) ?? 0) + times);
  const control = `${site.origin}/_standin/faults`;

  async function underRules(rules: readonly NamedRule[]): Promise<void> {
    await fetch(control, { method: 'POST', body: JSON.stringify(rules.map(([, rule]) => rule)) });
    await untilItChanges();
    const standing = (await (await fetch(control)).json()) as readonly { readonly struck: number }[];
    await fetch(control, { method: 'DELETE' });
    rules.forEach(([name], index) => count(name, standing[index]?.struck ?? 0));
  }

  async function away(how: 'closed' | 'silent'): Promise<void> {
    count(how === 'closed' ? 'SharePoint, Graph and Entra away' : 'SharePoint, Graph and Entra silent');
    await site.goAway(how);
    await untilItChanges();
    await site.comeBack();
  }

  async function roughChat(): Promise<void> {
    connector.judge(() => {
      if (!chance.happens(0.4)) return undefined;
      const fate = chance.pick(['throttled', 'broken', 'cut'] as const);
      count(chatFaults[fate]);
      if (fate === 'cut') return 'cut';
      return fate === 'throttled' ? { status: 429, headers: { 'retry-after': '1' } } : { status: 502 };
    });
    await untilItChanges();
    connector.judge(() => undefined);
  }

  async function untilItChanges(): Promise<void> {
    await pause(chance.between(700, 3_000), undefined, { signal: ending.signal }).catch(() => undefined);
  }

  async function change(): Promise<void> {
    const roughness = chance.between(1, 12);
    if (roughness <= 3) await untilItChanges();
    else if (roughness === 4) await away('closed');
    else if (roughness === 5) await away('silent');
    else if (roughness <= 7) await roughChat();
    else await underRules(chance.pick(storms));
  }

  const going = (async () => {
    while (!ending.signal.aborted) await change();
  })();
  return {
    struck,
    clear: async () => {
      ending.abort();
      await going;
    }
  };
}

/** A card that is taken in although its answer is lost is sent again: Teams offers no key for a send (docs/reliability.md). */
export const cutChat = 'Teams takes a card in and breaks off';
const chatFaults = { throttled: 'Teams 429', broken: 'Teams 502', cut: cutChat } as const;

const api = { path: '/_api/' } as const;
const storms: readonly (readonly NamedRule[])[] = [
  [
    ['429, seconds', { match: { ...api, probability: 0.3 }, throttle: { retryAfter: 1 } }],
    ['429, date', { match: { ...api, probability: 0.2 }, throttle: { retryAfterDate: 2 } }]
  ],
  [
    ['503, seconds', { match: { ...api, probability: 0.3 }, throttle: { status: 503, retryAfter: 1 } }],
    ['503, no header', { match: { ...api, probability: 0.2 }, throttle: { status: 503 } }]
  ],
  [
    ['429 to part of a batch', { match: { part: 'any', probability: 0.15 }, throttle: { retryAfter: 1 } }],
    ['503 to part of a batch', { match: { part: 'any', probability: 0.1 }, throttle: { status: 503, retryAfterDate: 1 } }]
  ],
  [
    ['500 to part of a batch', { match: { part: 'any', method: 'POST', probability: 0.2 }, error: { status: 500, code: '-2147467259' } }],
    [
      '412 to part of a batch',
      { match: { part: 'any', method: 'MERGE', probability: 0.3 }, error: { status: 412, code: '-1, System.Exception' } }
    ]
  ],
  [
    ['delay', { match: { probability: 0.6 }, latency: 400 }],
    ['long delay', { match: { probability: 0.1 }, latency: 3_500 }]
  ],
  [
    ['dropped before', { match: { ...api, probability: 0.2 }, drop: 'before' }],
    ['dropped after', { match: { ...api, probability: 0.3 }, drop: 'after' }]
  ],
  [
    ['Graph 429', { match: { path: '^/v1.0/', probability: 0.7 }, throttle: { retryAfter: 1 } }],
    ['Entra 503', { match: { path: '/oauth2/', probability: 0.7 }, throttle: { status: 503 } }],
    ['dropped after', { match: { ...api, method: 'POST', probability: 0.15 }, drop: 'after' }]
  ]
];
