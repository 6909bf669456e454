// What every screen is given: the language, where to read, where to ask for things, who is looking.
import * as React from 'react';
import type { Language } from '../domain/language';
import type { Person } from '../domain/person';
import { text, type TextKey, type Values } from '../i18n/text';
import type { CommandKeys } from './commands/command-keys';
import type { Desk } from './commands/desk';
import type { Drafts } from './drafts';
import { useLanguage } from './in-language';
import { LevelNumbersOf } from './level-numbers';
import type { Source } from './source';

export interface Environment {
  readonly language: Language;
  readonly source: Source;
  readonly desk: Desk;
  readonly keys: CommandKeys;
  readonly drafts: Drafts;
  readonly me: Person;
  /** Told of each surprise, for the host's log. */
  readonly onError: (error: Error) => void;
}

const EnvironmentContext = React.createContext<Environment | undefined>(undefined);

export interface InEnvironmentProps {
  readonly value: Environment;
  readonly children: React.ReactNode;
}

export function InEnvironment({ value, children }: InEnvironmentProps): React.ReactElement {
  return (
    <EnvironmentContext.Provider value={value}>
      <LevelNumbersOf source={value.source} onError={value.onError}>
        {children}
      </LevelNumbersOf>
    </EnvironmentContext.Provider>
  );
}

export function useEnvironment(): Environment {
  const environment = React.useContext(EnvironmentContext);
  if (environment === undefined) throw new Error('A screen was rendered outside InEnvironment.');
  return environment;
}

/** Texts in the person's language. */
export function useText(): (key: TextKey, values?: Values) => string {
  const language = useLanguage();
  return React.useCallback((key, values) => text(language, key, values), [language]);
}
