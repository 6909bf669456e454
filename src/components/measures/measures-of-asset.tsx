// The measures that an asset's requirements led to, on its page: those still to decide or to do first.
import { Text } from '@fluentui/react';
import * as React from 'react';
import type { Measure } from '../../domain/measure';
import type { Role } from '../../domain/person';
import { useText } from '../environment';
import { useLayout } from '../parts/layout';
import { MeasureCard } from './measure-card';

export interface MeasuresOfAssetProps {
  readonly measures: readonly Measure[];
  readonly roles: readonly Role[];
  readonly onChanged: (measure: Measure) => void;
}

export function MeasuresOfAsset({ measures, roles, onChanged }: MeasuresOfAssetProps): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  const ordered = [...measures].sort((one, other) => Number(isOver(one)) - Number(isOver(other)) || one.due.localeCompare(other.due));
  return (
    <>
      <Text as="h3" variant="mediumPlus">
        {t('tab.measures.of-asset')}
      </Text>
      {measures.length === 0 && <p className={layout.paragraph}>{t('tab.measures.of-asset.none')}</p>}
      <div className={layout.columns}>
        {ordered.map((measure) => (
          <MeasureCard key={measure.reference} measure={measure} incident={undefined} roles={roles} onChanged={onChanged} />
        ))}
      </div>
    </>
  );
}

function isOver({ next }: Measure): boolean {
  return next === undefined;
}
