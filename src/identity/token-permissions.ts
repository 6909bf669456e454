// What an access token lets its holder ask for, to say what is missing: never to trust it.
import { decodeJwt } from 'jose';
import { z } from 'zod';

const Claims = z.object({ roles: z.array(z.string()).default([]), scp: z.string().default('') });

/** Application permissions (`roles`) and delegated ones (`scp`); none for a token that is not one of Entra's. */
export function permissionsInToken(token: string): string[] {
  try {
    const { roles, scp } = Claims.parse(decodeJwt(token));
    return [...roles, ...scp.split(' ').filter((one) => one !== '')];
  } catch {
    return [];
  }
}
