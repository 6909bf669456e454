// Tokens an application gets for itself from Entra, proved with a certificate: SharePoint takes no others from an application (platform.md 6).
import { createPrivateKey, webcrypto } from 'node:crypto';
import {
  allowInsecureRequests,
  clientCredentialsGrantRequest,
  modifyAssertion,
  PrivateKeyJwt,
  processClientCredentialsResponse,
  type ClientAuth
} from 'oauth4webapi';
import { entraOf, isLocalAuthority } from './entra';
import { keptToken, type Granted } from './kept-token';

export interface AppIdentity {
  /** Entra's root without the tenant and without a trailing slash, e.g. `https://login.microsoftonline.com`. Plain http is taken on this machine only. */
  readonly authority: string;
  readonly tenantId: string;
  readonly clientId: string;
  readonly certificate: {
    /** RSA, PEM. */
    readonly privateKey: string;
    /** Hexadecimal: 40 digits of SHA-1 or 64 of SHA-256. */
    readonly thumbprint: string;
  };
  /** What the token is for, such as `https://haparanda.sharepoint.com/.default`. */
  readonly scope: string;
  readonly now?: () => Date;
}

/** Gives a valid token each time it is called, and asks Entra for one only when the last is about to expire. Throws what Entra refused with. */
export function appToken(identity: AppIdentity): () => Promise<string> {
  const { now = () => new Date() } = identity;
  return keptToken(() => requestToken(identity), { now });
}

async function requestToken(identity: AppIdentity): Promise<Granted> {
  const { authority, tenantId, clientId, scope } = identity;
  const entra = entraOf({ authority, tenantId });
  const client = { client_id: clientId };
  const proof = await certificateProof(identity, entra.token_endpoint);
  const response = await clientCredentialsGrantRequest(
    entra,
    client,
    proof,
    { scope },
    { [allowInsecureRequests]: isLocalAuthority(authority) }
  );
  const { access_token: token, expires_in: lifetimeSeconds = 0 } = await processClientCredentialsResponse(entra, client, response);
  return { token, lifetimeSeconds };
}

/** Entra wants the token endpoint as the one audience of the assertion, and the certificate named by its thumbprint in the header. */
async function certificateProof({ certificate }: AppIdentity, audience: string | undefined): Promise<ClientAuth> {
  const { privateKey, thumbprint } = certificate;
  const der = createPrivateKey(privateKey).export({ type: 'pkcs8', format: 'der' });
  const key = await webcrypto.subtle.importKey('pkcs8', der, { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }, false, ['sign']);
  const digest = Buffer.from(thumbprint.replaceAll(':', ''), 'hex');
  return PrivateKeyJwt(key, {
    [modifyAssertion]: (header, payload) => {
      header[digest.length === 20 ? 'x5t' : 'x5t#S256'] = digest.toString('base64url');
      payload['aud'] = audience;
    }
  });
}
