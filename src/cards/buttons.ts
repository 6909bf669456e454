// The buttons of our cards: Action.Execute with a verb and its data, and links that open the tab.
import type { IExecuteAction, IOpenUrlAction } from '@microsoft/teams.cards';
import type { z } from 'zod';
import type { pressData, Verb } from './card-data';

export interface Button<V extends Verb> {
  readonly title: string;
  readonly verb: V;
  readonly data: z.infer<(typeof pressData)[V]>;
  readonly primary?: true;
  /** The press neither sends nor checks the inputs of the card. */
  readonly withoutInputs?: boolean;
}

/** A button that the bot answers with the next card. */
export function button<V extends Verb>({ title, verb, data, primary, withoutInputs }: Button<V>): IExecuteAction {
  return {
    type: 'Action.Execute',
    title,
    verb,
    data: { ...data },
    associatedInputs: withoutInputs === true ? 'none' : 'auto',
    ...(primary === true && { style: 'positive' as const })
  };
}

export function link(title: string, url: string): IOpenUrlAction {
  return { type: 'Action.OpenUrl', title, url };
}
