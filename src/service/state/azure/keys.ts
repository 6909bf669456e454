// Under which key each thing stands in the table. What stands under `due` and `unsent` only points at the rest, in the order it is to be taken.
import type { ShownAt } from '../../../bot/desk';
import { textHash } from '../../../domain/hash';

export const keys = {
  command: (command: string) => `command:${command}`,
  due: ({ receivedAt, command }: { readonly receivedAt: string; readonly command: string }) => `due:${receivedAt}:${command}`,
  notice: (id: string) => `notice:${id}`,
  unsent: ({ at, order, id }: { readonly at: string; readonly order: number; readonly id: string }) =>
    `unsent:${at}:${String(order).padStart(12, '0')}:${id}`,
  hold: (person: string) => `hold:${person}`,
  conversation: (person: string) => `conversation:${person}`,
  language: (person: string) => `language:${person}`,
  /** Teams' ids hold what a key cannot. */
  shownCard: ({ conversationId, reference }: ShownAt) => `shown:${textHash(conversationId)}:${reference}`,
  job: (job: string) => `job:${job}`
} as const;
