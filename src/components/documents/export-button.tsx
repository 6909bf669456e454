// "Exportera till Excel": what a table shows, as a file, by a library that is fetched when somebody asks for it.
import * as React from 'react';
import type { TakenWithNumbers } from '../../documents/sheet';
import { done } from '../../domain/outcome';
import { useEnvironment, useText } from '../environment';
import { useLevelNumbers } from '../level-numbers';
import type { MadeFile } from './download';
import { MakeButton } from './making';

type SheetMakers = typeof import('./make-sheet');

export interface ExportButtonProps {
  /** Instead of "Exportera till Excel". */
  readonly words?: string;
  readonly file: (makers: SheetMakers, taken: TakenWithNumbers) => Promise<MadeFile>;
}

export function ExportButton({ words, file }: ExportButtonProps): React.ReactElement {
  const t = useText();
  const { me } = useEnvironment();
  const levelNumbers = useLevelNumbers();
  const make = async () => done(await file(await import('./make-sheet'), { by: me, at: new Date().toISOString(), levelNumbers }));
  return <MakeButton words={words ?? t('tab.document.export')} make={make} />;
}
