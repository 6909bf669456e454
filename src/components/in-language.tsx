// Shows what is inside once the texts in the language of whoever looks are there. What cannot be loaded is thrown, for the net around to catch.
import * as React from 'react';
import type { Language } from '../domain/language';
import { loadLanguage } from '../i18n/load-language';
import { isKnown } from '../i18n/text';

export interface InLanguageProps {
  readonly language: Language;
  readonly children: React.ReactNode;
}

export function InLanguage({ language, children }: InLanguageProps): React.ReactElement | null {
  const [failure, setFailure] = React.useState<Error>();
  const [, setLoaded] = React.useState<Language>();
  React.useEffect(() => {
    if (isKnown(language)) return undefined;
    let current = true;
    loadLanguage(language).then(
      () => current && setLoaded(language),
      (error: unknown) => current && setFailure(error instanceof Error ? error : new Error(String(error)))
    );
    return () => {
      current = false;
    };
  }, [language]);
  if (failure !== undefined) throw failure;
  return isKnown(language) ? <>{children}</> : null;
}
