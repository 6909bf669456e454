// The särskild rapport made and added to the incident's own files, to be handed over from there: without the legal tracks, which fewer people may read.
import { DefaultButton } from '@fluentui/react';
import * as React from 'react';
import type { Incident } from '../../domain/incident';
import { refused, type Outcome } from '../../domain/outcome';
import type { AttachAnswer } from '../commands/desk';
import { useEnvironment, useText } from '../environment';
import { CommandResult } from '../parts/command-result';
import { useLayout } from '../parts/layout';
import type { MadeFile } from './download';

interface KeepReportProps {
  readonly reference: string;
  readonly make: () => Promise<Outcome<MadeFile, 'no-right'>>;
  readonly onKept: (incident: Incident) => void;
}

export function KeepReport(props: KeepReportProps): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  const { isSending, answer, keep } = useKeeping(props);
  return (
    <>
      <p className={layout.quiet}>{t('tab.special-report.keep.help')}</p>
      <CommandResult answer={answer} what={t('tab.what.incident')} done={t('tab.special-report.kept')} />
      <div className={layout.actions}>
        <DefaultButton text={t('tab.special-report.keep')} disabled={isSending} onClick={keep} />
      </div>
    </>
  );
}

function useKeeping({ reference, make, onKept }: KeepReportProps) {
  const { desk, onError } = useEnvironment();
  const [isSending, setSending] = React.useState(false);
  const [answer, setAnswer] = React.useState<AttachAnswer>();
  const kept = async (): Promise<AttachAnswer> => {
    const made = await make();
    if (!made.ok) return refused('could-not-read');
    const { name, type, content } = made.value;
    return desk.attach({ reference, command: crypto.randomUUID(), name, content: new Blob([content], { type }) });
  };
  const keep = (): void => {
    setSending(true);
    kept()
      .catch((error: unknown): AttachAnswer => {
        onError(error instanceof Error ? error : new Error(String(error)));
        return refused('unexpected');
      })
      .then((given) => {
        setSending(false);
        setAnswer(given);
        if (given.ok && 'value' in given) onKept(given.value);
      }, onError);
  };
  return { isSending, answer, keep };
}
