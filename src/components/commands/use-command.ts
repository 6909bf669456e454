// Sending a command from a screen: one at a time, with the same key when the same submit is tried again.
import * as React from 'react';
import type { Json } from '../../domain/hash';
import { refused } from '../../domain/outcome';
import { useEnvironment } from '../environment';
import type { CommandAnswer, CommandName, Commands } from './desk';

export interface Sender<N extends CommandName> {
  readonly sending: boolean;
  readonly answer: CommandAnswer<N> | undefined;
  readonly send: (input: Commands[N]['input'], afterwards?: (answer: CommandAnswer<N>) => void) => void;
}

export function useCommand<N extends CommandName>(name: N): Sender<N> {
  const { desk, keys, onError } = useEnvironment();
  const [sending, setSending] = React.useState(false);
  const [answer, setAnswer] = React.useState<CommandAnswer<N>>();
  const shown = useShown();
  const send: Sender<N>['send'] = (input, afterwards) => {
    if (sending) return;
    setSending(true);
    const said = asJson(input);
    const answered = (given: CommandAnswer<N>): void => {
      if (isSettled(given)) keys.settle(name, said);
      if (!shown.current) return;
      setSending(false);
      setAnswer(given);
      afterwards?.(given);
    };
    desk.send(name, keys.keyFor(name, said), input).then(answered, (error: unknown) => {
      onError(error instanceof Error ? error : new Error(String(error)));
      answered(refused('unexpected'));
    });
  };
  return { sending, answer, send };
}

/** Whether the service has said what came of it; otherwise it may or may not have been carried out. */
export function isSettled(answer: CommandAnswer<CommandName>): boolean {
  return answer.ok || !['unreachable', 'unexpected', 'signed-out', 'too-many'].includes(answer.reason);
}

/** False once the screen is gone, so that a late answer is not shown on another. */
function useShown(): React.MutableRefObject<boolean> {
  const shown = React.useRef(true);
  React.useEffect(() => {
    shown.current = true;
    return () => {
      shown.current = false;
    };
  }, []);
  return shown;
}

export function asJson(input: object): Json {
  return JSON.parse(JSON.stringify(input)) as Json;
}
