// Making an exit package: how far it has come, a way to stop it, and what came of it.
import * as React from 'react';
import type { ExitPackage } from '../../documents/exit-readme';
import { download } from '../documents/download';
import { useEnvironment } from '../environment';
import type { ExitProgress } from './exit-package';

export type ExitStanding =
  | { readonly status: 'idle' | 'stopped' | 'failed' }
  | { readonly status: 'making'; readonly progress: ExitProgress | undefined }
  | { readonly status: 'made'; readonly made: ExitPackage; readonly isWhole: boolean };

export interface Exit {
  readonly standing: ExitStanding;
  readonly start: () => void;
  readonly stop: () => void;
}

/** Whoever leaves the page stops it. */
export function useExit(): Exit {
  const { source, me, onError } = useEnvironment();
  const [standing, setStanding] = React.useState<ExitStanding>({ status: 'idle' });
  const isStopped = React.useRef(false);
  const make = async (): Promise<ExitStanding> => {
    const [{ exitPackage }, { isExitWhole }] = await Promise.all([import('./exit-package'), import('../../documents/exit-readme')]);
    const onProgress = (progress: ExitProgress): void => setStanding({ status: 'making', progress });
    const options = { source, by: me, at: new Date().toISOString(), isStopped: () => isStopped.current, onProgress, onError };
    const outcome = await exitPackage(options);
    if (outcome === 'stopped') return { status: 'stopped' };
    download(outcome.file);
    return { status: 'made', made: outcome.made, isWhole: isExitWhole(outcome.made) };
  };
  const start = (): void => {
    isStopped.current = false;
    setStanding({ status: 'making', progress: undefined });
    make().then(setStanding, (error: unknown) => {
      onError(error instanceof Error ? error : new Error(String(error)));
      setStanding({ status: 'failed' });
    });
  };
  const stop = (): void => {
    isStopped.current = true;
  };
  React.useEffect(() => stop, []);
  return { standing, start, stop };
}
