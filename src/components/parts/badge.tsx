// A short word that stands out, such as "Ändrad efter beslut".
import * as React from 'react';
import { themed } from '../themed';

const useStyles = themed(({ semanticColors, fonts }) => ({
  badge: {
    ...fonts.small,
    display: 'inline-block',
    padding: '1px 8px',
    borderRadius: 10,
    border: `1px solid ${semanticColors.warningIcon}`,
    background: semanticColors.warningBackground,
    color: semanticColors.messageText
  }
}));

export function Badge({ children }: { readonly children: string }): React.ReactElement {
  const styles = useStyles();
  return <span className={styles.badge}>{children}</span>;
}
