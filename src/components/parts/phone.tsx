// A telephone number to tap, or the words for that none is set.
import { Link } from '@fluentui/react';
import * as React from 'react';
import { useText } from '../environment';
import { themed } from '../themed';

/** A number broken in two is hard to read, and to ring from paper. */
const useStyles = themed(() => ({ number: { whiteSpace: 'nowrap' } }));

export function Phone({ number }: { readonly number: string | undefined }): React.ReactElement {
  const t = useText();
  const styles = useStyles();
  if (number === undefined || number === '') return <span>{t('tab.phone.unset')}</span>;
  return (
    <Link underline href={`tel:${number.replaceAll(/[^+\d]/g, '')}`} className={styles.number}>
      {number}
    </Link>
  );
}
