// The state's own scheduled work: what was settled long ago is forgotten, every night.
import { later } from './pace';
import { daily, type Job } from './schedule';
import type { Inbox } from './state/service-state';

/** How long it is remembered that a command was settled, or a notice sent, so that a repeat is known as one. */
const rememberedMilliseconds = 90 * 24 * 3_600_000;

export function forgetting(inbox: Inbox, now: () => Date): Job {
  return { name: 'forget', due: daily('03:15'), run: () => inbox.forget(later(now(), -rememberedMilliseconds)) };
}
