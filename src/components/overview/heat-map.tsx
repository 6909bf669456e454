// The highest level of each nämnd and aspect: word, letter and number in a cell whose one hue grows darker with the level, and how many assets are at it.
import { mergeStyles } from '@fluentui/react';
import * as React from 'react';
import { aspects, highest, type Aspect } from '../../domain/classification';
import { committees, type PartOverview, type Worst } from '../../domain/register-overview';
import { useText } from '../environment';
import { AddressLink } from '../parts/address-link';
import { FigureTable, type FigureColumn } from '../parts/figure-table';
import { useLayout } from '../parts/layout';
import { useLevelColours } from '../parts/level-tag';
import { Section } from '../parts/section';
import { useLevelInWords } from '../parts/use-level-in-words';
import { themed } from '../themed';
import type { OfRegisterProps } from './coverage';

export function HeatMap({ assets, units }: OfRegisterProps): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  const count = assets.filter(({ profile }) => profile !== undefined && highest(profile) === 'serious').length;
  const title = t('tab.overview.classes', { count });
  return (
    <Section title={title}>
      <p className={layout.quiet}>{t('tab.overview.classes.help')}</p>
      <FigureTable
        label={title}
        rows={committees(assets, units)}
        keyOf={({ unit }) => unit.code}
        heading={{ name: t('tab.overview.committee'), render: (part) => <Committee part={part} /> }}
        columns={useColumns()}
      />
    </Section>
  );
}

function useColumns(): readonly FigureColumn<PartOverview>[] {
  const t = useText();
  const { cell } = useStyles();
  const colours = useLevelColours();
  return aspects.map((aspect) => ({
    key: aspect,
    name: t(`aspect.${aspect}`),
    classOf: ({ worst }) => mergeStyles(cell, worst !== undefined && colours[worst[aspect].level]),
    render: ({ unit, coverage, worst }) => worst && <Cell unit={unit.code} aspect={aspect} worst={worst[aspect]} of={coverage.decided} />
  }));
}

function Committee({ part: { unit, worst } }: { readonly part: PartOverview }): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  const styles = useStyles();
  return (
    <>
      {unit.name}
      {worst === undefined && <div className={mergeStyles(layout.quiet, styles.none)}>{t('tab.overview.classes.none')}</div>}
    </>
  );
}

interface CellProps {
  readonly unit: string;
  readonly aspect: Aspect;
  readonly worst: Worst;
  readonly of: number;
}

const useStyles = themed(() => ({
  cell: { selectors: { 'a, a:hover, a:active, a:visited, a:focus': { color: 'inherit' } } },
  none: { fontWeight: 400 },
  level: { display: 'block', fontWeight: 600 }
}));

function Cell({ unit, aspect, worst: { level, count }, of }: CellProps): React.ReactElement {
  const t = useText();
  const inWords = useLevelInWords();
  const styles = useStyles();
  return (
    <>
      <span className={styles.level}>{inWords(aspect, level)}</span>
      <AddressLink to={{ screen: 'assets', filter: { unit, class: `${aspect}.${level}` } }}>
        {t('tab.overview.count', { count, all: of })}
      </AddressLink>
    </>
  );
}
