// The Teams SDK's log lines, without what it would log of people: it writes whole activities at its lower levels.
import type { AppOptions, IPlugin } from '@microsoft/teams.apps';
import type { BotLog } from './surroundings';

type SdkLogger = NonNullable<AppOptions<IPlugin>['logger']>;

/** Warnings and errors only, and of those only that they were and the error: the library's own sentences repeat what was sent and answered. */
export function sdkLog(log: BotLog): SdkLogger {
  const quiet = (): void => undefined;
  const logger: SdkLogger = {
    debug: quiet,
    trace: quiet,
    info: quiet,
    log: (level, ...said: unknown[]) => {
      if (level === 'error') logger.error(...said);
      if (level === 'warn') logger.warn(...said);
    },
    warn: (...said: unknown[]) => log.warn(factsOf(said), 'the Teams library warned'),
    error: (...said: unknown[]) => log.error(factsOf(said), 'the Teams library reported an error'),
    child: () => logger
  };
  return logger;
}

function factsOf(said: readonly unknown[]): object {
  const failure = said.find((part) => part instanceof Error);
  return failure === undefined ? {} : { err: failure };
}
