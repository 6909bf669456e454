// Where people are reached, the language each has chosen, and the cards kept up to date, in SQLite.
import type Database from 'better-sqlite3';
import { z } from 'zod';
import { languages } from '../../../domain/language';
import type { Conversations } from '../../../bot/desk';
import { asynchronous } from './asynchronous';

const conversationRow = z
  .object({
    person: z.string(),
    service_url: z.string(),
    conversation_id: z.string(),
    tenant_id: z.string(),
    bot_id: z.string(),
    locale: z.string().nullable()
  })
  .transform((row) => ({
    personId: row.person,
    serviceUrl: row.service_url,
    conversationId: row.conversation_id,
    tenantId: row.tenant_id,
    botId: row.bot_id,
    ...(row.locale !== null && { locale: row.locale })
  }));

const languageRow = z.object({ language: z.enum(languages) });

/** What is known already is not written again: a message must not wait for the disk for the sake of who sent it. */
export function conversationsIn(database: Database.Database): Conversations {
  const put = database.prepare(`
    INSERT INTO conversations (person, service_url, conversation_id, tenant_id, bot_id, locale)
    VALUES (:personId, :serviceUrl, :conversationId, :tenantId, :botId, :locale)
    ON CONFLICT (person) DO UPDATE SET
      service_url = :serviceUrl, conversation_id = :conversationId, tenant_id = :tenantId, bot_id = :botId, locale = :locale`);
  const isKnown = database
    .prepare(
      `SELECT 1 FROM conversations WHERE person = :personId
      AND (service_url, conversation_id, tenant_id, bot_id, locale) IS (:serviceUrl, :conversationId, :tenantId, :botId, :locale)`
    )
    .pluck();
  const of = database.prepare('SELECT * FROM conversations WHERE person = ?');
  const forget = database.prepare('DELETE FROM conversations WHERE person = ?');
  const language = database.prepare('SELECT language FROM chosen_languages WHERE person = ?');
  const setLanguage = database.prepare(
    'INSERT INTO chosen_languages (person, language) VALUES (?, ?) ON CONFLICT (person) DO UPDATE SET language = excluded.language'
  );
  return {
    remember: asynchronous((conversation) => {
      const row = { ...conversation, locale: conversation.locale ?? null };
      if (isKnown.get(row) === undefined) put.run(row);
    }),
    of: asynchronous((person) => conversationRow.optional().parse(of.get(person))),
    languageOf: asynchronous((person) => languageRow.optional().parse(language.get(person))?.language),
    setLanguage: asynchronous((person, chosen) => {
      setLanguage.run(person, chosen);
    }),
    forget: asynchronous((person) => {
      forget.run(person);
    }),
    ...shownCardsIn(database)
  };
}

const shownCardRow = z.object({ conversationId: z.string(), reference: z.string(), activityId: z.string(), says: z.string() });

function shownCardsIn(database: Database.Database): Pick<Conversations, 'shownCard' | 'keepShownCard'> {
  const find = database.prepare(`
    SELECT conversation_id AS conversationId, reference, activity_id AS activityId, says FROM shown_cards
    WHERE conversation_id = :conversationId AND reference = :reference`);
  const keep = database.prepare(`
    INSERT INTO shown_cards (conversation_id, reference, activity_id, says) VALUES (:conversationId, :reference, :activityId, :says)
    ON CONFLICT (conversation_id, reference) DO UPDATE SET activity_id = :activityId, says = :says`);
  return {
    shownCard: asynchronous((at) => shownCardRow.optional().parse(find.get(at))),
    keepShownCard: asynchronous((card) => {
      keep.run(card);
    })
  };
}
