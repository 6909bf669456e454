// Whether a task of the årshjul is done, by whom and when; whose it is marks it, or takes the mark back.
import { DefaultButton } from '@fluentui/react';
import * as React from 'react';
import { refusalTo } from '../../domain/permissions';
import type { Role } from '../../domain/person';
import { facingYearlyTask, yearlyNoteLimit, type YearlyMark, type YearlyMarks, type YearlyTask } from '../../domain/yearly-tasks';
import { formatMoment } from '../../i18n/moment';
import { useCommand } from '../commands/use-command';
import { useEnvironment, useText } from '../environment';
import { CommandForm } from '../parts/command-form';
import { CommandResult } from '../parts/command-result';
import { Folded } from '../parts/folded';
import { useLayout } from '../parts/layout';
import { WrittenField } from '../tracks/fields';

export interface TaskMarkProps {
  readonly task: YearlyTask;
  /** `2026-11` */
  readonly month: string;
  readonly mark: YearlyMark | undefined;
  readonly roles: readonly Role[];
  readonly onChanged: (marks: YearlyMarks) => void;
}

export function TaskMark({ mark, ...props }: TaskMarkProps): React.ReactElement | null {
  const mayMark = refusalTo('mark-yearly-task', facingYearlyTask(props, props.task)) === undefined;
  if (mark !== undefined) return <Marked {...props} mark={mark} mayMark={mayMark} />;
  return mayMark ? <MarkForm {...props} /> : null;
}

/** Of which task and month a command is. */
function which({ task, month }: Pick<TaskMarkProps, 'task' | 'month'>) {
  return { task: task.code, year: Number(month.slice(0, 4)), month: Number(month.slice(5)) };
}

interface MarkedProps extends TaskMarkProps {
  readonly mark: YearlyMark;
  readonly mayMark: boolean;
}

function Marked({ mark: { by, at, note }, mayMark, onChanged, ...place }: MarkedProps): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  const { language } = useEnvironment();
  const { sending, answer, send } = useCommand('mark-yearly-task');
  const takeBack = (): void =>
    send({ done: false, ...which(place) }, (given) => {
      if (given.ok && 'value' in given) onChanged(given.value);
    });
  return (
    <div className={layout.stack}>
      <span className={layout.written}>
        {t('tab.yearly.done', { name: by.name, at: formatMoment(language, at) })}
        {note !== '' && (
          <>
            <br />
            {note}
          </>
        )}
      </span>
      {mayMark && (
        <div className={layout.actions}>
          <DefaultButton
            text={t('tab.yearly.take-back')}
            ariaLabel={t('tab.yearly.take-back.what', { task: place.task.words[language] })}
            disabled={sending}
            onClick={takeBack}
          />
        </div>
      )}
      <CommandResult answer={answer} what={t('tab.what.yearly')} />
    </div>
  );
}

function MarkForm({ onChanged, ...place }: Omit<TaskMarkProps, 'mark'>): React.ReactElement {
  const t = useText();
  const { language } = useEnvironment();
  const [note, setNote] = React.useState('');
  return (
    <Folded title={t('tab.yearly.mark', { task: place.task.words[language] })}>
      <CommandForm
        command="mark-yearly-task"
        what="tab.what.yearly"
        save="tab.yearly.mark.save"
        input={{ done: true, ...which(place), note: note.trim() }}
        onDone={onChanged}
      >
        <WrittenField label="tab.yearly.note" help="tab.yearly.note.help" text={note} onChange={setNote} most={yearlyNoteLimit} />
      </CommandForm>
    </Folded>
  );
}
