// Adding files to an incident: chosen, sent one at a time, and for each said what came of it.
import { DefaultButton, Label } from '@fluentui/react';
import * as React from 'react';
import { attachmentLimits, fileEndings } from '../../domain/attachment';
import type { Incident } from '../../domain/incident';
import { refused } from '../../domain/outcome';
import type { AttachAnswer } from '../commands/desk';
import { useEnvironment, useText } from '../environment';
import { CommandResult } from '../parts/command-result';
import { useLayout } from '../parts/layout';

interface AddFilesProps {
  readonly reference: string;
  readonly onAdded?: (incident: Incident) => void;
}

/** A file that was chosen. The key makes sending it again the same file. */
interface Chosen {
  readonly key: string;
  readonly file: File;
  readonly answer?: AttachAnswer;
}

const takenEndings = Object.values(fileEndings)
  .flat()
  .map((ending) => `.${ending}`)
  .join(',');

export function AddFiles(props: AddFilesProps): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  const { chosen, isSending, choose, again } = useFiles(props);
  const id = `varna-files-${props.reference}`;
  const limits = { megabytes: attachmentLimits.bytes / 1024 / 1024, files: attachmentLimits.files };
  const onChange = ({ target }: React.ChangeEvent<HTMLInputElement>): void => {
    choose([...(target.files ?? [])]);
    target.value = '';
  };
  return (
    <div className={layout.stack}>
      <div>
        <Label htmlFor={id}>{t('tab.files.add')}</Label>
        <input
          id={id}
          type="file"
          multiple
          accept={takenEndings}
          aria-describedby={`${id}-help`}
          disabled={isSending}
          onChange={onChange}
          className={layout.file}
        />
        <p id={`${id}-help`} className={layout.quiet}>
          {t('tab.files.help', limits)}
        </p>
      </div>
      {chosen.length > 0 && (
        <ul className={layout.list}>
          {chosen.map((one) => (
            <li key={one.key} className={layout.row}>
              <ChosenFile chosen={one} onAgain={() => again(one)} isSending={isSending} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

interface ChosenFileProps {
  readonly chosen: Chosen;
  readonly isSending: boolean;
  readonly onAgain: () => void;
}

function ChosenFile({ chosen: { file, answer }, isSending, onAgain }: ChosenFileProps): React.ReactElement {
  const t = useText();
  return (
    <>
      <span>{answer === undefined ? t('tab.files.sending', { name: file.name }) : file.name}</span>
      <CommandResult answer={answer} what={t('tab.what.incident')} done={t('tab.files.added')} />
      {answer !== undefined && isWorthSendingAgain(answer) && (
        <DefaultButton onClick={onAgain} disabled={isSending} styles={{ root: { minHeight: 44 } }}>
          {t('tab.again')}
        </DefaultButton>
      )}
    </>
  );
}

function isWorthSendingAgain(answer: AttachAnswer): boolean {
  return !answer.ok && ['unreachable', 'unexpected', 'file-not-kept', 'signed-out', 'too-many', 'overtaken'].includes(answer.reason);
}

function useFiles({ reference, onAdded }: AddFilesProps) {
  const { desk } = useEnvironment();
  const [chosen, setChosen] = React.useState<readonly Chosen[]>([]);
  const [isSending, setSending] = React.useState(false);
  const sendOne = async ({ key, file }: Chosen): Promise<void> => {
    const answer =
      file.size > attachmentLimits.bytes
        ? refused('file-too-large' as const)
        : await desk.attach({ reference, command: key, name: file.name, content: file });
    setChosen((all) => all.map((one) => (one.key === key ? { key, file, answer } : one)));
    if (answer.ok && 'value' in answer) onAdded?.(answer.value);
  };
  const send = async (files: readonly Chosen[]): Promise<void> => {
    setSending(true);
    for (const one of files) await sendOne(one);
    setSending(false);
  };
  return {
    chosen,
    isSending,
    choose: (files: readonly File[]): void => {
      const added = files.map((file): Chosen => ({ key: crypto.randomUUID(), file }));
      setChosen((all) => [...all, ...added]);
      void send(added);
    },
    again: ({ key, file }: Chosen): void => {
      setChosen((all) => all.map((one) => (one.key === key ? { key, file } : one)));
      void send([{ key, file }]);
    }
  };
}
