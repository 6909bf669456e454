// A level as letter, number and word together, "K2 Betydande": never colour alone, one hue that grows with the level.
import { mergeStyles } from '@fluentui/react';
import * as React from 'react';
import { aspects, type Aspect, type Level, type Profile } from '../../domain/classification';
import { useText } from '../environment';
import { themed } from '../themed';
import { useLevelInWords } from './use-level-in-words';

const useStyles = themed(({ palette, fonts }) => ({
  tag: {
    ...fonts.small,
    display: 'inline-block',
    padding: '1px 8px',
    borderRadius: 4,
    border: `1px solid ${palette.neutralSecondary}`,
    whiteSpace: 'nowrap'
  },
  tags: { display: 'flex', flexWrap: 'wrap', gap: 4, margin: 0, padding: 0, listStyle: 'none' }
}));

/** One hue that grows with the level, each with a text that can be read on it. */
export const useLevelColours = themed(({ palette, semanticColors }) => ({
  negligible: { background: semanticColors.bodyBackground, color: semanticColors.bodyText },
  moderate: { background: palette.themeLighter, color: semanticColors.bodyText },
  significant: { background: palette.themePrimary, color: palette.white },
  serious: { background: palette.themeDarker, color: palette.white }
}));

export function LevelTag({ aspect, level }: { readonly aspect: Aspect; readonly level: Level }): React.ReactElement {
  const t = useText();
  const inWords = useLevelInWords();
  const styles = useStyles();
  const colours = useLevelColours();
  return (
    <span className={mergeStyles(styles.tag, colours[level])} title={`${t(`aspect.${aspect}`)}: ${t(`level.${level}`)}`}>
      {inWords(aspect, level)}
    </span>
  );
}

/** The four levels of a class, or the word for none. */
export function ClassTags({ profile }: { readonly profile: Profile | undefined }): React.ReactElement {
  const t = useText();
  const styles = useStyles();
  if (profile === undefined) return <span>{t('asset.unclassified')}</span>;
  return (
    <ul className={styles.tags} aria-label={t('tab.class')}>
      {aspects.map((aspect) => (
        <li key={aspect}>
          <LevelTag aspect={aspect} level={profile[aspect]} />
        </li>
      ))}
    </ul>
  );
}
