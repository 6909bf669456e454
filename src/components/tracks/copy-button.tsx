// Copies a text, and says so, or says that it could not: Teams and browsers may keep the clipboard to themselves.
import { DefaultButton } from '@fluentui/react';
import * as React from 'react';
import { useText } from '../environment';
import { useLayout } from '../parts/layout';

export interface CopyButtonProps {
  readonly text: string;
  readonly words: string;
  /** What it is called to whoever hears it, when the words alone do not say which. */
  readonly name?: string;
}

export function CopyButton({ text, words, name }: CopyButtonProps): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  const [came, setCame] = React.useState<'copied' | 'not-copied'>();
  const copy = (): void => {
    setCame(undefined);
    void copied(text).then((isCopied) => setCame(isCopied ? 'copied' : 'not-copied'));
  };
  return (
    <div className={layout.actions}>
      <DefaultButton text={words} {...(name !== undefined && { ariaLabel: name })} onClick={copy} />
      <span role="status" aria-live="polite" className={came === 'not-copied' ? layout.fault : layout.quiet}>
        {came === undefined ? '' : t(`tab.track.sheet.${came}`)}
      </span>
    </div>
  );
}

/** A page that was not delivered securely has no clipboard at all. */
async function copied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
