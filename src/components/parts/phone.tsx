// A telephone number to tap, or the words for that none is set.
import { Link } from '@fluentui/react';
import * as React from 'react';
import { useText } from '../environment';

export function Phone({ number }: { readonly number: string | undefined }): React.ReactElement {
  const t = useText();
  if (number === undefined || number === '') return <span>{t('tab.phone.unset')}</span>;
  return (
    <Link underline href={`tel:${number.replaceAll(/[^+\d]/g, '')}`}>
      {number}
    </Link>
  );
}
