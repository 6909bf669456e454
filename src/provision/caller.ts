// Who is provisioning and what they may do: asked before anything else, so that nothing is begun that cannot be finished.
import type { SPFI } from '@pnp/sp';
import '@pnp/sp/security/web';
import '@pnp/sp/site-users/web';
import '@pnp/sp/webs';
import { z } from 'zod';

/** `site-administrator` is asked of people only: a list that the service has closed is invisible to others, and would be taken for missing. */
export type Right = 'manage-lists' | 'manage-permissions' | 'create-groups' | 'manage-web' | 'site-administrator';

export interface Caller {
  readonly id: number;
  readonly loginName: string;
  /** A person signed in; otherwise an application. */
  readonly isPerson: boolean;
  /** What they lack. */
  readonly missing: readonly Right[];
}

/** Bits of SharePoint's permission mask, `SP.PermissionKind` n being bit n - 1 (Microsoft's reference of PermissionKind). */
const bits = {
  'manage-lists': 11n,
  'create-groups': 24n,
  'manage-permissions': 25n,
  'manage-web': 30n
} as const satisfies Partial<Record<Right, bigint>>;

const User = z.object({ Id: z.int(), LoginName: z.string(), IsSiteAdmin: z.boolean() });
const Web = z.object({ EffectiveBasePermissions: z.object({ High: z.coerce.bigint(), Low: z.coerce.bigint() }) });

/** Throws `forbidden` for somebody who may not even open the site. */
export async function readCaller(sp: SPFI): Promise<Caller> {
  const [user, web] = await Promise.all([
    sp.web.currentUser.select('Id', 'LoginName', 'IsSiteAdmin')(),
    sp.web.select('EffectiveBasePermissions')()
  ]);
  const { Id: id, LoginName: loginName, IsSiteAdmin } = User.parse(user);
  const { High, Low } = Web.parse(web).EffectiveBasePermissions;
  const isPerson = loginName.startsWith('i:0#.f|membership|');
  const missing = (Object.keys(bits) as (keyof typeof bits)[]).filter((right) => ((((High << 32n) | Low) >> bits[right]) & 1n) === 0n);
  return { id, loginName, isPerson, missing: [...missing, ...(isPerson && !IsSiteAdmin ? (['site-administrator'] as const) : [])] };
}
