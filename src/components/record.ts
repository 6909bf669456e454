// What a shell makes of its page: who is signed in, the lists they read, the desk they give commands to. Loaded while what is around the screens shows already.
import { z } from 'zod';
import type { Person } from '../domain/person';
import { commandDesk, type CommandClientOptions } from './commands/command-client';
import { commandKeys } from './commands/command-keys';
import { personalDrafts, type DraftStorage } from './drafts';
import type { Environment } from './environment';
import type { Source } from './source';

export interface RecordOptions extends Pick<CommandClientOptions, 'post' | 'onError'>, Pick<Environment, 'language'> {
  /** SPFx' page context. */
  readonly pageContext: object;
  /** The reads of the person with this Entra id. */
  readonly reads: (personId: string) => Source;
}

/** Throws when the page does not say who is signed in, which SharePoint always does for people of the directory. */
export function openRecord({ pageContext, reads, post, ...given }: RecordOptions): Environment {
  const me = signedInPerson(pageContext);
  const source = reads(me.id);
  const desk = commandDesk({ settings: source.settings, post, onError: given.onError });
  return personalEnvironment({ ...given, me, source, desk, storage: window.localStorage });
}

export interface EnvironmentParts extends Omit<Environment, 'keys' | 'drafts'> {
  /** Where drafts and command keys are kept; the browser's localStorage. */
  readonly storage: DraftStorage;
}

export function personalEnvironment({ storage, ...given }: EnvironmentParts): Environment {
  const keys = commandKeys(storage, () => crypto.randomUUID());
  return { ...given, keys, drafts: personalDrafts(storage, given.me.id) };
}

/** `aadInfo` has no public type; its `userId` is a Guid object whose text is the Entra object id. */
const PageContext = z.object({
  aadInfo: z.object({ userId: z.unknown().transform((guid) => String(guid).toLowerCase()) }),
  user: z.object({ displayName: z.string().min(1), loginName: z.string().min(1).toLowerCase() })
});

function signedInPerson(pageContext: object): Person {
  const { aadInfo, user } = PageContext.parse(pageContext);
  return { id: z.guid().parse(aadInfo.userId), name: user.displayName, upn: user.loginName };
}
