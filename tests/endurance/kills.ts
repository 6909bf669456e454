// When the service is killed: after a while, while it starts, before or after SharePoint has done as asked, or when a card has just been taken in.
import { setTimeout as pause } from 'node:timers/promises';
import type { Connector } from '../bot/connector';
import type { Chance } from './chance';
import type { RecordSite } from './record-site';
import type { ServiceProcess } from './service-process';

export const killPoints = [
  'at any time',
  'while starting',
  'before SharePoint acts',
  'after SharePoint has acted',
  'when a card is taken in'
] as const;
export type KillPoint = (typeof killPoints)[number];

export interface Killing {
  readonly service: ServiceProcess;
  readonly site: RecordSite;
  readonly connector: Connector;
  readonly chance: Chance;
}

/**
 * Lets the running service come to a point, kills it there and starts it again. It lives some times as long as it took to start, within reason, so that a
 * busy machine too gives people a service to speak of. Gives the point it was killed at.
 */
export function killer(killing: Killing): () => Promise<KillPoint> {
  const { service, site, chance } = killing;
  let longest = 5_000;
  return async () => {
    const point = chance.pick(killPoints);
    const killedAt = await killedWithin(killing, point, longest);
    site.watch(undefined);
    await service.kill();
    if (point === 'while starting') await killedInStart(killing);
    const begun = performance.now();
    await service.start();
    longest = Math.min(12_000, Math.round(1_500 + 3 * (performance.now() - begun)));
    return killedAt;
  };
}

async function killedInStart({ service, chance }: Killing): Promise<void> {
  const starting = service.start();
  await pause(chance.between(20, 900));
  await service.kill();
  await starting;
}

/** The point it came to, after `longest` milliseconds at most: where it is then. */
async function killedWithin({ service, site, connector, chance }: Killing, point: KillPoint, longest: number): Promise<KillPoint> {
  switch (point) {
    case 'at any time':
    case 'while starting':
      await pause(chance.between(100, longest));
      return point;
    case 'before SharePoint acts':
    case 'after SharePoint has acted': {
      const moment = point === 'before SharePoint acts' ? 'before' : 'after';
      let countdown = chance.between(1, 80);
      return reached(point, longest, (strike) =>
        site.watch((asked) => {
          if (!asked.includes('/_api/')) return undefined;
          countdown -= 1;
          return countdown === 0 ? { moment, struck: () => strike(() => service.kill()) } : undefined;
        })
      );
    }
    case 'when a card is taken in': {
      let countdown = chance.between(1, 12);
      const came = await reached(point, longest, (strike) =>
        connector.judge(async () => {
          countdown -= 1;
          if (countdown !== 0) return undefined;
          await strike(() => service.kill());
          return 'cut';
        })
      );
      connector.judge(() => undefined);
      return came;
    }
  }
}

/** `at any time` when the point did not come. */
function reached(
  point: KillPoint,
  longest: number,
  wait: (strike: (kill: () => Promise<void>) => Promise<void>) => void
): Promise<KillPoint> {
  const came = new Promise<KillPoint>((resolve) => {
    wait(async (kill) => {
      await kill();
      resolve(point);
    });
  });
  return Promise.race([came, pause(longest, 'at any time' as const)]);
}
