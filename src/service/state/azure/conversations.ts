// Where people are reached, and the language each has chosen, in an Azure Storage table.
import type { Conversations } from '../service-state';
import { ConversationRecord, LanguageRecord } from '../state-record';
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
    }
  };
}
