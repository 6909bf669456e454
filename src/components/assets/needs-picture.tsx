// The picture of an asset among its neighbours: what it needs on the left, what needs it on the right. Every box is a link.
import * as React from 'react';
import type { Asset } from '../../domain/asset';
import { subpageOf } from '../address';
import { useText } from '../environment';
import { themed } from '../themed';
import { useLocation } from '../use-address';

export type Neighbour = Pick<Asset, 'reference' | 'name'>;

export interface NeedsPictureProps {
  readonly asset: Neighbour;
  readonly needs: readonly Neighbour[];
  readonly users: readonly Neighbour[];
}

/** In units of the picture. */
const box = { width: 220, height: 48, gap: 12 };
const columnsAt = [0, 290, 580] as const;
const width = columnsAt[2] + box.width;
/** More than can be taken in at a glance stands in the lists alone. */
const mostDrawn = 12;

/** Lines and letters take the text colour, so that dark and high contrast need nothing of their own. */
const useStyles = themed(({ semanticColors, palette }) => ({
  picture: { maxWidth: '100%', height: 'auto', color: semanticColors.bodyText, fontSize: 13 },
  box: {
    fill: 'transparent',
    stroke: 'currentColor',
    strokeWidth: 1
  },
  self: { fill: palette.neutralLighter, strokeWidth: 2 },
  line: { fill: 'none', stroke: 'currentColor', strokeWidth: 1 },
  words: { fill: 'currentColor' },
  link: {
    color: semanticColors.link,
    textDecoration: 'underline',
    selectors: { ':focus': { outline: 'none' }, ':focus rect': { strokeWidth: 3 }, '@media (forced-colors: active)': { color: 'LinkText' } }
  }
}));

export function NeedsPicture({ asset, needs, users }: NeedsPictureProps): React.ReactElement {
  const t = useText();
  const styles = useStyles();
  const [left, right] = [needs.slice(0, mostDrawn), users.slice(0, mostDrawn)];
  const rows = Math.max(left.length, right.length, 1);
  const height = rows * (box.height + box.gap) - box.gap + 2;
  const middle = (height - box.height) / 2;
  const topOf = (index: number, count: number): number =>
    1 + index * (box.height + box.gap) + ((rows - count) * (box.height + box.gap)) / 2;
  return (
    <svg
      viewBox={`-2 -2 ${width + 4} ${height + 4}`}
      width={width}
      className={styles.picture}
      role="group"
      aria-label={t('tab.asset.needed.picture')}
    >
      {left.map((neighbour, index) => (
        <React.Fragment key={neighbour.reference}>
          <Line
            from={[columnsAt[0] + box.width, topOf(index, left.length) + box.height / 2]}
            to={[columnsAt[1], middle + box.height / 2]}
          />
          <LinkedBox at={[columnsAt[0], topOf(index, left.length)]} to={neighbour} />
        </React.Fragment>
      ))}
      <Box at={[columnsAt[1], middle]} of={asset} isSelf />
      {right.map((neighbour, index) => (
        <React.Fragment key={neighbour.reference}>
          <Line
            from={[columnsAt[1] + box.width, middle + box.height / 2]}
            to={[columnsAt[2], topOf(index, right.length) + box.height / 2]}
          />
          <LinkedBox at={[columnsAt[2], topOf(index, right.length)]} to={neighbour} />
        </React.Fragment>
      ))}
    </svg>
  );
}

type Point = readonly [x: number, y: number];

function Line({ from: [x1, y1], to: [x2, y2] }: { readonly from: Point; readonly to: Point }): React.ReactElement {
  const styles = useStyles();
  const bend = (x1 + x2) / 2;
  return <path className={styles.line} d={`M${x1} ${y1} C${bend} ${y1} ${bend} ${y2} ${x2} ${y2}`} aria-hidden />;
}

interface LinkedBoxProps {
  readonly at: Point;
  readonly to: Neighbour;
}

/** Called by what stands in it; which way it lies, the lists below say to those who listen. */
function LinkedBox({ at, to }: LinkedBoxProps): React.ReactElement {
  const styles = useStyles();
  const { goTo } = useLocation();
  const address = { screen: 'asset', reference: to.reference } as const;
  const follow = (event: React.MouseEvent): void => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    goTo(address);
  };
  return (
    <a href={`#${subpageOf(address)}`} onClick={follow} className={styles.link}>
      <Box at={at} of={to} />
    </a>
  );
}

interface BoxProps {
  readonly at: Point;
  readonly of: Neighbour;
  readonly isSelf?: true;
}

function Box({ at: [x, y], of: { reference, name }, isSelf }: BoxProps): React.ReactElement {
  const styles = useStyles();
  return (
    <>
      <rect
        x={x}
        y={y}
        width={box.width}
        height={box.height}
        rx={6}
        className={isSelf === true ? `${styles.box} ${styles.self}` : styles.box}
      />
      <text x={x + 12} y={y + 20} className={styles.words}>
        {`${reference} `}
      </text>
      <text x={x + 12} y={y + 38} className={styles.words}>
        {shortened(name)}
      </text>
    </>
  );
}

/** As much of a name as a box holds. */
function shortened(name: string): string {
  return name.length <= 28 ? name : `${name.slice(0, 27)}…`;
}
