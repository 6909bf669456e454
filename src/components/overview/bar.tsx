// A bar beside a number in a table of figures. The number says it; the bar is for the eye alone.
import * as React from 'react';
import { themed } from '../themed';

/** The longest bar; on a telephone the number beside it needs its room. */
const longest = 'min(200px, 40vw)';

const useStyles = themed(({ palette }) => ({
  bar: {
    display: 'inline-block',
    height: 14,
    minWidth: 2,
    verticalAlign: 'middle',
    background: palette.themePrimary,
    forcedColorAdjust: 'none'
  },
  cell: { minWidth: 'min(240px, 50vw)' }
}));

export interface Bars {
  /** For the cell that the bar stands in. */
  readonly cell: string;
  /** None at all of nothing. */
  readonly of: (count: number, most: number) => React.ReactNode;
}

export function useBar(): Bars {
  const { bar, cell } = useStyles();
  return {
    cell,
    of: (count, most) =>
      count > 0 && <span aria-hidden className={bar} style={{ width: `calc(${longest} * ${count / Math.max(1, most)})` }} />
  };
}
