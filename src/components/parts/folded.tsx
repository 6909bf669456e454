// Something that can be done, folded under its name.
import * as React from 'react';
import { useLayout } from './layout';

export interface FoldedProps {
  readonly title: string;
  /** Unfolds it, for what is to be seen in it; whoever reads may fold it again. */
  readonly opened?: boolean;
  readonly children: React.ReactNode;
}

/** What is folded is made when it is first opened, and kept from then on: a page with several legal tracks has hundreds of fields. */
export function Folded({ title, opened = false, children }: FoldedProps): React.ReactElement {
  const layout = useLayout();
  const [isMade, setMade] = React.useState(opened);
  const details = React.useRef<HTMLDetailsElement>(null);
  const make = (): void => setMade(true);
  React.useEffect(() => {
    if (!opened || details.current === null) return;
    details.current.open = true;
    make();
  }, [opened]);
  return (
    <details ref={details} className={layout.folded} onToggle={make}>
      <summary onClick={make}>{title}</summary>
      {isMade && children}
    </details>
  );
}
