// Something that can be done, folded under its name.
import * as React from 'react';
import { useLayout } from './layout';

/** What is folded is made when it is first opened, and kept from then on: a page with several legal tracks has hundreds of fields. */
export function Folded({ title, children }: { readonly title: string; readonly children: React.ReactNode }): React.ReactElement {
  const layout = useLayout();
  const [isMade, setMade] = React.useState(false);
  const make = (): void => setMade(true);
  return (
    <details className={layout.folded} onToggle={make}>
      <summary onClick={make}>{title}</summary>
      {isMade && children}
    </details>
  );
}
