// What every screen is given: the language, where to read, where to ask for things, who is looking.
import * as React from 'react';
import type { Language } from '../domain/language';
import type { Person } from '../domain/person';
import { text, type TextKey, type Values } from '../i18n/text';
import { commandKeys, type CommandKeys } from './commands/command-keys';
import type { Desk } from './commands/desk';
import { personalDrafts, type Drafts, type DraftStorage } from './drafts';
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

export interface EnvironmentProps extends Omit<Environment, 'keys' | 'drafts'> {
  /** Where drafts and command keys are kept; the browser's localStorage. */
  readonly storage: DraftStorage;
}

export function EnvironmentOf({ storage, children, ...given }: React.PropsWithChildren<EnvironmentProps>): React.ReactElement {
  const { language, source, desk, me, onError } = given;
  const environment = React.useMemo(() => {
    const keys = commandKeys(storage, () => crypto.randomUUID());
    return { language, source, desk, me, onError, keys, drafts: personalDrafts(storage, me.id) };
  }, [language, source, desk, me, onError, storage]);
  return <EnvironmentContext.Provider value={environment}>{children}</EnvironmentContext.Provider>;
}

export function useEnvironment(): Environment {
  const environment = React.useContext(EnvironmentContext);
  if (environment === undefined) throw new Error('A screen was rendered outside EnvironmentProvider.');
  return environment;
}

/** Texts in the person's language. */
export function useText(): (key: TextKey, values?: Values) => string {
  const { language } = useEnvironment();
  return React.useCallback((key, values) => text(language, key, values), [language]);
}
