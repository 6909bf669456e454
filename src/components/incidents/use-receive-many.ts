// Receiving many incidents for IT in one go: each is a command of its own, and it is told how many went well.
import * as React from 'react';
import type { Incident } from '../../domain/incident';
import { useEnvironment } from '../environment';

export interface Received {
  readonly done: number;
  readonly failed: number;
}

export interface ReceivingMany {
  readonly receiving: boolean;
  readonly received: Received | undefined;
  /** `onReceived` is told of each that went well. */
  readonly receive: (references: readonly string[], onReceived: (incident: Incident) => void) => Promise<void>;
}

/** One after the other: the service counts commands, and a queue after a weekend is long. What is kept for later counts as done. */
export function useReceiveMany(): ReceivingMany {
  const { desk, keys, onError } = useEnvironment();
  const [receiving, setReceiving] = React.useState(false);
  const [received, setReceived] = React.useState<Received>();
  const receiveOne = async (reference: string, onReceived: (incident: Incident) => void): Promise<boolean> => {
    const input = { reference, receiver: 'it' as const };
    const answer = await desk.send('acknowledge-incident', keys.keyFor('acknowledge-incident', input), input);
    if (answer.ok) keys.settle('acknowledge-incident', input);
    if (answer.ok && 'value' in answer) onReceived(answer.value);
    return answer.ok;
  };
  const receive: ReceivingMany['receive'] = async (references, onReceived) => {
    setReceiving(true);
    let done = 0;
    try {
      for (const reference of references) done += Number(await receiveOne(reference, onReceived));
    } catch (error) {
      onError(error instanceof Error ? error : new Error(String(error)));
    }
    setReceived({ done, failed: references.length - done });
    setReceiving(false);
  };
  return { receiving, received, receive };
}
