// A class explained: each aspect's level as a tag, and what that level means.
import * as React from 'react';
import { aspects, type Aspect, type Profile } from '../../domain/classification';
import { levelMeanings } from '../../reference/levels-in-words';
import { useEnvironment, useText } from '../environment';
import { themed } from '../themed';
import { LevelTag } from './level-tag';

export interface ClassInWordsProps {
  readonly profile: Profile;
  /** More about one aspect, such as why it came out so. */
  readonly more?: (aspect: Aspect) => React.ReactNode;
}

const useStyles = themed(({ semanticColors }) => ({
  list: { margin: 0, padding: 0, listStyle: 'none', display: 'grid', gap: 12 },
  aspect: {
    display: 'grid',
    gap: 6,
    padding: 12,
    borderRadius: 6,
    border: `1px solid ${semanticColors.bodyDivider}`,
    selectors: { p: { margin: 0 } }
  },
  name: { margin: 0, fontSize: 16, display: 'flex', flexWrap: 'wrap', gap: 8, alignItems: 'center' }
}));

export function ClassInWords({ profile, more }: ClassInWordsProps): React.ReactElement {
  const t = useText();
  const { language } = useEnvironment();
  const styles = useStyles();
  return (
    <ul className={styles.list}>
      {aspects.map((aspect) => (
        <li key={aspect} className={styles.aspect}>
          <h3 className={styles.name}>
            {t(`aspect.${aspect}`)} <LevelTag aspect={aspect} level={profile[aspect]} />
          </h3>
          <p>{levelMeanings[aspect][profile[aspect]][language]}</p>
          {more?.(aspect)}
        </li>
      ))}
    </ul>
  );
}
