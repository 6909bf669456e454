// The highest level of each nämnd and aspect: word, letter and number in a cell whose one hue grows darker with the level, and how many assets are at it.
import { css } from '@fluentui/react';
import * as React from 'react';
import { aspects, highest, type Aspect } from '../../domain/classification';
import { committees, type PartOverview, type Worst } from '../../domain/register-overview';
import { useText } from '../environment';
import { AddressLink } from '../parts/address-link';
import { useLayout } from '../parts/layout';
import { useLevelColours } from '../parts/level-tag';
import { Section } from '../parts/section';
import { useLevelInWords } from '../parts/use-level-in-words';
import { themed } from '../themed';
import type { OfRegisterProps } from './coverage';
import { FigureTable } from './table';

export function HeatMap({ assets, units }: OfRegisterProps): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  const count = assets.filter(({ profile }) => profile !== undefined && highest(profile) === 'serious').length;
  const title = t('tab.overview.classes', { count });
  return (
    <Section title={title}>
      <p className={layout.quiet}>{t('tab.overview.classes.help')}</p>
      <FigureTable label={title} columns={[t('tab.overview.committee'), ...aspects.map((aspect) => t(`aspect.${aspect}`))]}>
        {committees(assets, units).map((part) => (
          <Committee key={part.unit.code} part={part} />
        ))}
      </FigureTable>
    </Section>
  );
}

function Committee({ part: { unit, coverage, worst } }: { readonly part: PartOverview }): React.ReactElement {
  const t = useText();
  return (
    <tr>
      <th scope="row">{unit.name}</th>
      {worst === undefined ? (
        <td colSpan={aspects.length}>{t('tab.overview.classes.none')}</td>
      ) : (
        aspects.map((aspect) => <Cell key={aspect} unit={unit.code} aspect={aspect} worst={worst[aspect]} of={coverage.decided} />)
      )}
    </tr>
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
  level: { display: 'block', whiteSpace: 'nowrap', fontWeight: 600 }
}));

function Cell({ unit, aspect, worst: { level, count }, of }: CellProps): React.ReactElement {
  const t = useText();
  const inWords = useLevelInWords();
  const styles = useStyles();
  const colours = useLevelColours();
  return (
    <td className={css(styles.cell, colours[level])}>
      <span className={styles.level}>{inWords(aspect, level)}</span>
      <AddressLink to={{ screen: 'assets', filter: { unit, class: `${aspect}.${level}` } }}>
        {t('tab.overview.count', { count, all: of })}
      </AddressLink>
    </td>
  );
}
