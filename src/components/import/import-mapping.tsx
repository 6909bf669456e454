// What each column of the file says: guessed from its heading, changed by whoever imports, and remembered for files with the same headings.
import { Dropdown, PrimaryButton } from '@fluentui/react';
import * as React from 'react';
import { z } from 'zod';
import { textHash } from '../../domain/hash';
import type { Person } from '../../domain/person';
import { importFields, importHeadings, type ImportField } from '../../reference/import-headings';
import { classScales, type ClassScale } from '../../workflows/import-cells';
import { namedPeople, type Lacking } from '../../workflows/import-rows';
import { guessedMapping, type ImportTable, type Mapping } from '../../workflows/import-table';
import { useEnvironment, useText } from '../environment';
import { dropdownStyles, useLayout } from '../parts/layout';
import { Section } from '../parts/section';
import type { ImportFileProps } from './import-file';
import { ImportPreview } from './import-preview';
import { LackingFields } from './lacking-fields';

export interface ImportMappingProps extends ImportFileProps {
  readonly name: string;
  readonly table: ImportTable;
  readonly proposal?: Proposal | undefined;
}

/** What is proposed of rows whose source is known. */
export interface Proposal {
  readonly mapping: Mapping;
  readonly lacking: Lacking;
  /** Rows stay out until somebody takes them. */
  readonly leavesOut: boolean;
}

type People = ReadonlyMap<string, readonly Pick<Person, 'name' | 'upn'>[]>;

const Remembered = z.array(z.enum(importFields).nullable());
const aspects: readonly ImportField[] = ['confidentiality', 'integrity', 'availability', 'traceability'];

export function ImportMapping({ name, table, units, register, proposal }: ImportMappingProps): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  const { mapping, change } = useMapping(table, proposal?.mapping);
  const [scale, setScale] = React.useState<ClassScale>();
  const [lacking, setLacking] = React.useState<Lacking>(proposal?.lacking ?? {});
  const people = usePeople(table, mapping);
  const hasClasses = mapping.some((field) => field !== undefined && aspects.includes(field));
  const unmapped = table.headings.filter((_, at) => mapping[at] === undefined);
  return (
    <>
      <Section title={t('tab.import.columns')}>
        {table.headings.map((heading, at) => (
          <ColumnField key={heading} heading={heading} field={mapping[at]} onChange={(field) => change(at, field)} />
        ))}
        {unmapped.length > 0 && <p>{t('tab.import.unmapped', { columns: unmapped.join(', ') })}</p>}
        <LackingFields {...{ table, mapping, units, lacking }} onChange={setLacking} />
        {hasClasses && (
          <Dropdown
            label={t('tab.import.scale')}
            placeholder={t('tab.asset.none-chosen')}
            styles={dropdownStyles}
            options={classScales.map((code) => ({ key: code, text: t(`tab.import.scale.${code}`) }))}
            selectedKey={scale ?? null}
            onChange={(_, option) => setScale(classScales.find((code) => code === option?.key))}
          />
        )}
        <div className={layout.actions}>
          <PrimaryButton text={t('tab.import.look')} disabled={people.isAsking} allowDisabledFocus onClick={people.ask} />
        </div>
        {people.failed && <p role="alert">{t('refusal.could-not-read', { what: t('tab.what.people') })}</p>}
      </Section>
      {people.found !== undefined && (
        <ImportPreview {...{ name, table, units, register, proposal, mapping, scale, lacking }} people={people.found} />
      )}
    </>
  );
}

interface ColumnFieldProps {
  readonly heading: string;
  readonly field: ImportField | undefined;
  readonly onChange: (field: ImportField | undefined) => void;
}

function ColumnField({ heading, field, onChange }: ColumnFieldProps): React.ReactElement {
  const t = useText();
  const options = importFields.map((code) => ({ key: code, text: t(`tab.import.field.${code}`) }));
  return (
    <Dropdown
      label={heading}
      styles={dropdownStyles}
      options={[{ key: '', text: t('tab.import.field.none') }, ...options]}
      selectedKey={field ?? ''}
      onChange={(_, option) => onChange(importFields.find((code) => code === option?.key))}
    />
  );
}

/** A field is said by one column: to choose it for another takes it from the first. */
function useMapping(
  { headings }: ImportTable,
  proposed: Mapping | undefined
): {
  readonly mapping: Mapping;
  readonly change: (at: number, field: ImportField | undefined) => void;
} {
  const { drafts } = useEnvironment();
  const kept = `import:${textHash(headings.join('\n')).slice(0, 16)}`;
  const [mapping, setMapping] = React.useState<Mapping>(() => {
    const remembered = drafts.read(kept, Remembered);
    return remembered?.map((field) => field ?? undefined) ?? proposed ?? guessedMapping(headings, importHeadings);
  });
  const change = (at: number, field: ImportField | undefined): void => {
    const changed = headings.map((_, column) => {
      if (column === at) return field;
      return mapping[column] === field ? undefined : mapping[column];
    });
    setMapping(changed);
    drafts.write(
      kept,
      changed.map((each) => each ?? null)
    );
  };
  return { mapping, change };
}

interface AskedPeople {
  readonly found: People | undefined;
  readonly isAsking: boolean;
  readonly failed: boolean;
  readonly ask: () => void;
}

/** As many as go in one request to SharePoint with room to spare. */
const askedAtOnce = 50;

/** Each text that stands in an owner's column is asked for once, many at a time; what was found stands until the columns are changed. */
function usePeople(table: ImportTable, mapping: Mapping): AskedPeople {
  const { source, onError } = useEnvironment();
  const [state, setState] = React.useState<{ readonly mapping: Mapping; readonly found?: People; readonly failed?: true }>();
  const now = state?.mapping === mapping ? state : undefined;
  const isAsking = now !== undefined && now.found === undefined && now.failed !== true;
  const ask = (): void => {
    if (isAsking) return;
    setState({ mapping });
    const search = async (): Promise<People> => {
      const named = namedPeople(table, mapping);
      const found: (readonly [string, readonly Pick<Person, 'name' | 'upn'>[]])[] = [];
      for (let from = 0; from < named.length; from += askedAtOnce) {
        const together = named.slice(from, from + askedAtOnce);
        found.push(...(await Promise.all(together.map(async (text) => [text, await source.findPeople(text)] as const))));
      }
      return new Map(found);
    };
    search().then(
      (found) => setState({ mapping, found }),
      (error: unknown) => {
        onError(error instanceof Error ? error : new Error(String(error)));
        setState({ mapping, failed: true });
      }
    );
  };
  return { found: now?.found, isAsking, failed: now?.failed === true, ask };
}
