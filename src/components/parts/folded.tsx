// Something that can be done, folded under its name.
import * as React from 'react';
import { useLayout } from './layout';

export function Folded({ title, children }: { readonly title: string; readonly children: React.ReactNode }): React.ReactElement {
  const layout = useLayout();
  return (
    <details className={layout.folded}>
      <summary>{title}</summary>
      {children}
    </details>
  );
}
