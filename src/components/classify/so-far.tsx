// The side panel: the four aspects as they settle, each with its reason in words.
import * as React from 'react';
import { aspects, type Aspect } from '../../domain/classification';
import { useText } from '../environment';
import { LevelTag } from '../parts/level-tag';
import { useLayout } from '../parts/layout';
import { Section } from '../parts/section';
import { themed } from '../themed';
import { Reasons } from './reasons';
import type { KeptClassification } from './use-classify-draft';

export interface SoFarProps {
  readonly draft: KeptClassification;
}

const useStyles = themed(({ semanticColors, fonts }) => ({
  panel: { padding: 16, borderRadius: 8, border: `1px solid ${semanticColors.bodyDivider}` },
  name: { ...fonts.mediumPlus, margin: '0 0 4px' },
  reasons: { ...fonts.small, selectors: { p: { margin: '4px 0 0' } } }
}));

export function SoFar({ draft }: SoFarProps): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  const styles = useStyles();
  return (
    <aside className={styles.panel} aria-label={t('tab.classify.so-far')}>
      <Section title={t('tab.classify.so-far')}>
        <ul className={layout.list}>
          {aspects.map((aspect) => (
            <li key={aspect}>
              <h3 className={styles.name}>{t(`aspect.${aspect}`)}</h3>
              <AspectSoFar aspect={aspect} draft={draft} />
            </li>
          ))}
        </ul>
      </Section>
    </aside>
  );
}

function AspectSoFar({ aspect, draft }: SoFarProps & { readonly aspect: Aspect }): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  const styles = useStyles();
  const { assessment, steps, answersAt } = draft;
  const result = assessment.aspects[aspect];
  const about = steps.filter(({ question }) => question.part === aspect);
  const isBegun = result.floor !== undefined || about.some((step) => answersAt(step)[step.question.id] !== undefined);
  if (!isBegun) return <p className={layout.quiet}>{t('tab.classify.not-yet')}</p>;
  const isSettled = about.every(
    ({ question, set }) => !assessment.open.some((open) => open.question === question.id && open.set === set?.id)
  );
  return (
    <div className={styles.reasons}>
      <LevelTag aspect={aspect} level={result.level} /> {isSettled ? t('tab.classify.settled') : t('tab.classify.at-least')}
      <Reasons aspect={aspect} result={result} />
    </div>
  );
}
