// Naming a deputy: who, from which day, to which day.
import { PrimaryButton, TextField } from '@fluentui/react';
import * as React from 'react';
import type { Delegation } from '../../domain/delegation';
import type { TextKey } from '../../i18n/text';
import { useCommand } from '../commands/use-command';
import { useText } from '../environment';
import { CommandResult } from '../parts/command-result';
import { ErrorSummary } from '../parts/error-summary';
import { fieldStyles, useLayout } from '../parts/layout';
import { PersonField } from '../parts/person-field';
import type { FoundPerson } from '../source';

interface Draft {
  readonly deputy: FoundPerson | undefined;
  /** Days as the browser's date field gives them, `YYYY-MM-DD`; empty before one is chosen. */
  readonly from: string;
  readonly to: string;
}

const untouched: Draft = { deputy: undefined, from: '', to: '' };

type Problems = readonly { readonly field: keyof Draft; readonly words: TextKey }[];

export function DeputyForm({ onMade }: { readonly onMade: (delegation: Delegation) => void }): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  const [draft, setDraft] = React.useState(untouched);
  const [attempt, setAttempt] = React.useState(0);
  const { sending, answer, send } = useCommand('delegate-decisions');
  const problems = attempt > 0 ? problemsOf(draft) : [];
  const submit = (event: React.FormEvent): void => {
    event.preventDefault();
    setAttempt(attempt + 1);
    if (draft.deputy === undefined || problemsOf(draft).length > 0) return;
    send({ deputy: draft.deputy.upn, from: draft.from, to: draft.to }, (given) => {
      if (!given.ok) return;
      setDraft(untouched);
      setAttempt(0);
      if ('value' in given) onMade(given.value);
    });
  };
  const done = answer?.ok === true && 'value' in answer ? answer.value : undefined;
  return (
    <form onSubmit={submit} noValidate className={layout.form}>
      <ErrorSummary problems={problems.map(({ field, words }) => ({ field: fieldId(field), message: t(words) }))} attempt={attempt} />
      <PersonField
        id={fieldId('deputy')}
        label={t('tab.deputies.who')}
        help={t('tab.deputies.who.help')}
        person={draft.deputy}
        onChange={(deputy) => setDraft({ ...draft, deputy })}
      />
      <DayField name="from" draft={draft} problems={problems} onChange={(from) => setDraft({ ...draft, from })} />
      <DayField name="to" draft={draft} problems={problems} onChange={(to) => setDraft({ ...draft, to })} />
      <CommandResult
        answer={answer}
        what={t('tab.what.delegation')}
        {...(done && { done: t('tab.deputies.saved', { name: done.deputy.name, reference: done.reference }) })}
      />
      <div className={layout.actions}>
        <PrimaryButton type="submit" text={t('tab.deputies.save')} disabled={sending} />
      </div>
    </form>
  );
}

interface DayFieldProps {
  readonly name: 'from' | 'to';
  readonly draft: Draft;
  readonly problems: Problems;
  readonly onChange: (day: string) => void;
}

function DayField({ name, draft, problems, onChange }: DayFieldProps): React.ReactElement {
  const t = useText();
  const problem = problems.find(({ field }) => field === name);
  return (
    <TextField
      id={fieldId(name)}
      type="date"
      label={t(`tab.deputies.${name}`)}
      required
      styles={fieldStyles}
      value={draft[name]}
      onChange={(_, day) => onChange(day ?? '')}
      errorMessage={problem === undefined ? '' : t(problem.words)}
    />
  );
}

/** What the service would refuse, said at the field. Days of this form compare as texts. */
function problemsOf({ deputy, from, to }: Draft): Problems {
  const problems: (Problems[number] | false)[] = [
    deputy === undefined && { field: 'deputy', words: 'tab.deputies.who.missing' },
    from === '' && { field: 'from', words: 'tab.deputies.from.missing' },
    to === '' && { field: 'to', words: 'tab.deputies.to.missing' },
    from !== '' && to !== '' && to < from && { field: 'to', words: 'tab.deputies.order' }
  ];
  return problems.filter((problem) => problem !== false);
}

function fieldId(field: keyof Draft): string {
  return `varna-deputy-${field}`;
}
