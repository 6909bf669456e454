// A button that makes a file and gives it to the browser, and says how that went.
import { DefaultButton } from '@fluentui/react';
import * as React from 'react';
import type { Outcome } from '../../domain/outcome';
import { useEnvironment, useText } from '../environment';
import { useLayout } from '../parts/layout';
import { download, type MadeFile } from './download';

export interface MakeButtonProps {
  readonly words: string;
  readonly make: () => Promise<Outcome<MadeFile, 'no-right'>>;
}

export function MakeButton({ words, make }: MakeButtonProps): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  const { standing, press } = useMaking(make);
  return (
    <div className={layout.actions}>
      <DefaultButton text={words} disabled={standing === 'making'} allowDisabledFocus onClick={press} />
      <span role="status" className={standing === 'failed' || standing === 'no-right' ? layout.fault : layout.quiet}>
        {standing !== undefined && t(`tab.document.${standing}`)}
      </span>
    </div>
  );
}

type Standing = 'making' | 'made' | 'failed' | 'no-right';

function useMaking(make: MakeButtonProps['make']): { readonly standing: Standing | undefined; readonly press: () => void } {
  const { onError } = useEnvironment();
  const [standing, setStanding] = React.useState<Standing>();
  const press = (): void => {
    if (standing === 'making') return;
    setStanding('making');
    make().then(
      (outcome) => {
        if (outcome.ok) download(outcome.value);
        setStanding(outcome.ok ? 'made' : outcome.reason);
      },
      (error: unknown) => {
        onError(error instanceof Error ? error : new Error(String(error)));
        setStanding('failed');
      }
    );
  };
  return { standing, press };
}
