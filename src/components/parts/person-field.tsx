// Choosing people by searching, with label and help; the names stay as chosen.
import { Label, NormalPeoplePicker, useTheme, type IPersonaProps } from '@fluentui/react';
import * as React from 'react';
import { useEnvironment, useText } from '../environment';
import type { FoundPerson } from '../source';
import { useLayout } from './layout';

interface Field {
  readonly id: string;
  readonly label: string;
  readonly help: string;
}

export interface PersonFieldProps extends Field {
  readonly person: FoundPerson | undefined;
  readonly onChange: (person: FoundPerson | undefined) => void;
}

export interface PeopleFieldProps extends Field {
  readonly people: readonly FoundPerson[];
  /** As many as can be chosen. */
  readonly most: number;
  readonly onChange: (people: FoundPerson[]) => void;
}

type Persona = IPersonaProps & { readonly person?: FoundPerson };

export function PersonField({ person, onChange, ...field }: PersonFieldProps): React.ReactElement {
  return <PeopleField {...field} people={person === undefined ? [] : [person]} most={1} onChange={([chosen]) => onChange(chosen)} />;
}

export function PeopleField({ id, label, help, people, most, onChange }: PeopleFieldProps): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  const personaOf = usePersonaOf();
  const { suggest, failed } = useSuggestions();
  return (
    <div>
      <Label htmlFor={id}>{label}</Label>
      <NormalPeoplePicker
        selectedItems={people.map(personaOf)}
        onResolveSuggestions={suggest}
        onChange={(items: Persona[] = []) => onChange(items.flatMap(({ person }) => person ?? []))}
        itemLimit={most}
        styles={{ text: { minHeight: 44, alignItems: 'center' } }}
        inputProps={{ id, 'aria-label': label, 'aria-describedby': `${id}-help` }}
        removeButtonAriaLabel={t('tab.person.remove')}
        pickerSuggestionsProps={{
          suggestionsHeaderText: t('tab.person.suggestions'),
          noResultsFoundText: t('tab.person.none'),
          loadingText: t('tab.person.searching')
        }}
        resolveDelay={200}
      />
      <p id={`${id}-help`} className={layout.quiet}>
        {help}
      </p>
      {failed && <p role="alert">{t('refusal.could-not-read', { what: t('tab.what.people') })}</p>}
    </div>
  );
}

interface Suggestions {
  readonly suggest: (typed: string) => Promise<Persona[]>;
  readonly failed: boolean;
}

/** A search that failed is said so; an empty list would look like "nobody by that name". */
function useSuggestions(): Suggestions {
  const { source, onError } = useEnvironment();
  const personaOf = usePersonaOf();
  const [failed, setFailed] = React.useState(false);
  const suggest = async (typed: string): Promise<Persona[]> => {
    try {
      const found = await source.findPeople(typed);
      setFailed(false);
      return found.map(personaOf);
    } catch (error) {
      onError(error instanceof Error ? error : new Error(String(error)));
      setFailed(true);
      return [];
    }
  };
  return { suggest, failed };
}

/** In the theme's own colour, since Fluent's colours for names cannot be read where the theme is dark. */
function usePersonaOf(): (person: FoundPerson) => Persona {
  const { palette } = useTheme();
  return (person) => ({ key: person.upn, text: person.name, secondaryText: person.upn, initialsColor: palette.themePrimary, person });
}
