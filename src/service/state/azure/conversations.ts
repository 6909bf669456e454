// Where people are reached, the language each has chosen, and the cards kept up to date, in an Azure Storage table.
import type { Conversations } from '../../../bot/desk';
import { ConversationRecord, LanguageRecord, ShownCardRecord } from '../state-record';
import { keys } from './keys';
import type { Rows } from './rows';

export function conversationsIn(rows: Rows): Conversations {
  return {
    remember: async ({ personId, serviceUrl, conversationId, tenantId, botId, locale }) => {
      const value = { kind: 'conversation', personId, serviceUrl, conversationId, tenantId, botId, locale };
      await rows.write([{ kind: 'put', key: keys.conversation(personId), value }]);
    },
    of: async (person) => {
      const row = await rows.get(keys.conversation(person), ConversationRecord);
      if (row === undefined) return undefined;
      const { kind: _kind, ...conversation } = row.value;
      return conversation;
    },
    languageOf: async (person) => (await rows.get(keys.language(person), LanguageRecord))?.value.language,
    setLanguage: async (person, language) => {
      await rows.write([{ kind: 'put', key: keys.language(person), value: { kind: 'language', person, language } }]);
    },
    forget: async (person) => {
      await rows.write([{ kind: 'remove', key: keys.conversation(person) }]);
    },
    shownCard: async (at) => {
      const row = await rows.get(keys.shownCard(at), ShownCardRecord);
      if (row === undefined) return undefined;
      const { kind: _kind, ...card } = row.value;
      return card;
    },
    keepShownCard: async (card) => {
      await rows.write([{ kind: 'put', key: keys.shownCard(card), value: { kind: 'shown-card', ...card } }]);
    }
  };
}
