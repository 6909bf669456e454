// The heading of a screen; it takes the focus when somebody has moved there, so that a screen reader says where they are.
import * as React from 'react';
import { themed } from '../themed';
import { useLocation } from '../use-address';

const useStyles = themed(({ fonts }) => ({ heading: { ...fonts.xLarge, margin: 0, outline: 'none', overflowWrap: 'anywhere' } }));

export function ScreenHeading({ children }: { readonly children: React.ReactNode }): React.ReactElement {
  const { moves } = useLocation();
  const styles = useStyles();
  const heading = React.useRef<HTMLHeadingElement>(null);
  React.useEffect(() => {
    if (moves > 0) heading.current?.focus();
  }, [moves]);
  return (
    <h1 ref={heading} tabIndex={-1} className={styles.heading}>
      {children}
    </h1>
  );
}
