// Bodies that answer an invoke. An empty one counts as failure in Teams, which then shows an error and tries again (platform.md 2.2).
import type { AdaptiveCardActionResponse, MessagingExtensionActionResponse } from '@microsoft/teams.api';
import type { Card } from '../cards/card';

export interface MessageBody {
  readonly statusCode: 200;
  readonly type: 'application/vnd.microsoft.activity.message';
  readonly value: string;
}

/** The pressed card becomes this card for the person who pressed it. */
export function cardBody(value: Card): AdaptiveCardActionResponse {
  return { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value };
}

/** The pressed card stays, and a message is shown. */
export function messageBody(value: string): MessageBody {
  return { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value };
}

/** A dialog with one sentence. */
export function dialogBody(value: string): MessagingExtensionActionResponse {
  return { task: { type: 'message', value } };
}

/** An answer in the form that the invoke of this name understands. */
export function wordsBody(name: string | undefined, words: string): object {
  if (name?.startsWith('composeExtension/') === true && name !== 'composeExtension/fetchTask') {
    return { composeExtension: { type: 'message', text: words } };
  }
  return name?.startsWith('task/') === true || name === 'composeExtension/fetchTask' ? dialogBody(words) : messageBody(words);
}
