// An activity from Teams as the bot reads it: who, where, what; anything else in it is left alone.
import { z } from 'zod';

/** Conversation and activity ids become parts of the connector's addresses, so they may not hold what would change one. */
const addressPart = z
  .string()
  .min(1)
  .max(600)
  .regex(/^(?!\.{1,2}$)[^\s\p{Other}/?#\\%]+$/u);

const account = z.string().min(1).max(600);

const attachment = z.object({
  contentType: z.string().max(200),
  contentUrl: z.string().max(2_000).optional().catch(undefined),
  name: z.string().min(1).max(400).optional().catch(undefined),
  content: z.unknown().optional()
});

export const InboundActivity = z.object({
  type: z.string().min(1).max(60),
  id: z.string().max(600).optional(),
  name: z.string().max(100).optional(),
  replyToId: addressPart.optional(),
  serviceUrl: z.url(),
  locale: z.string().max(35).optional(),
  from: z.object({ id: account, aadObjectId: z.guid().optional().catch(undefined) }),
  recipient: z.object({ id: account }),
  conversation: z.object({ id: addressPart, conversationType: z.string().optional(), tenantId: z.string().optional() }),
  channelData: z.object({ tenant: z.object({ id: z.string() }).optional() }).optional(),
  text: z.string().optional(),
  // What cannot be read as a file is none; the rest of the message is answered.
  attachments: z.array(attachment).max(50).optional().catch(undefined),
  value: z.unknown().optional()
});
export type InboundActivity = Readonly<z.infer<typeof InboundActivity>>;

/** The tenants an activity names; it must name ours and no other (platform.md 2.7). */
export function tenantsOf({ conversation, channelData }: InboundActivity): readonly string[] {
  return [conversation.tenantId, channelData?.tenant?.id].filter((tenant) => tenant !== undefined);
}

/** Whether only the sender and the bot see this conversation. One that does not say so is taken for shared. */
export function isPersonal({ conversation }: InboundActivity): boolean {
  return conversation.conversationType === 'personal';
}
