// A level in the reader's language, with the number that the municipality gives it.
import * as React from 'react';
import type { Aspect, Level } from '../../domain/classification';
import { levelInWords } from '../../i18n/level';
import { useEnvironment } from '../environment';
import { useLevelNumbers } from '../level-numbers';

export function useLevelInWords(): (aspect: Aspect, level: Level) => string {
  const { language } = useEnvironment();
  const numbers = useLevelNumbers();
  return React.useCallback((aspect, level) => levelInWords(language, aspect, level, numbers), [language, numbers]);
}
