// Access tokens for the signed-in person from the local Entra: the code flow with PKCE in a hidden frame, as SharePoint's own provider does it.
'use strict';
define([], () => {
  const answerWithin = 10_000;
  /** Seconds before its end at which a token is no longer used. */
  const margin = 60;

  /** An SPFx token provider: `getToken(resource)` gives a token for the resource, the same one until shortly before it ends. */
  function createTokenProvider({ authority, clientId, redirectUri }) {
    const tokens = new Map();
    return {
      getToken: async (resource, options) => {
        const kept = tokens.get(resource);
        if (kept !== undefined && keepsCache(options) && (await kept).endsAt > Date.now()) return (await kept).token;
        const asked = newToken({ authority, clientId, redirectUri, resource });
        tokens.set(resource, asked);
        asked.catch(() => tokens.delete(resource));
        return (await asked).token;
      }
    };
  }

  /** SPFx asks with `useCachedToken`, as a boolean or in an object. */
  function keepsCache(options) {
    return (typeof options === 'object' ? options?.useCachedToken : options) !== false;
  }

  async function newToken({ authority, clientId, redirectUri, resource }) {
    const verifier = randomText();
    const code = await silentCode({ authority, clientId, redirectUri, resource, challenge: await challengeOf(verifier) });
    const response = await fetch(`${authority}/oauth2/v2.0/token`, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'authorization_code',
        client_id: clientId,
        redirect_uri: redirectUri,
        code,
        code_verifier: verifier
      })
    });
    const answer = await response.json();
    if (!response.ok) throw new Error(answer.error_description ?? `Entra svarade ${response.status}.`);
    return { token: answer.access_token, endsAt: Date.now() + (answer.expires_in - margin) * 1000 };
  }

  function silentCode({ authority, clientId, redirectUri, resource, challenge }) {
    const state = randomText();
    const question = new URLSearchParams({
      client_id: clientId,
      response_type: 'code',
      response_mode: 'fragment',
      redirect_uri: redirectUri,
      scope: `${resource.replace(/\/$/, '')}/.default openid profile`,
      code_challenge: challenge,
      code_challenge_method: 'S256',
      prompt: 'none',
      state
    });
    return answerInFrame(`${authority}/oauth2/v2.0/authorize?${question}`, state);
  }

  function answerInFrame(address, state) {
    const frame = document.createElement('iframe');
    frame.hidden = true;
    frame.title = 'Inloggning';
    return new Promise((resolve, reject) => {
      const timer = window.setTimeout(() => finish(() => reject(new Error('Entra svarade inte på den tysta inloggningen.'))), answerWithin);
      window.addEventListener('message', receive);
      frame.src = address;
      document.body.append(frame);

      function receive({ origin, source, data }) {
        if (origin !== location.origin || source !== frame.contentWindow || data?.state !== state) return;
        finish(() => (data.code ? resolve(data.code) : reject(new Error(data.error_description ?? data.error))));
      }

      function finish(settle) {
        window.clearTimeout(timer);
        window.removeEventListener('message', receive);
        frame.remove();
        settle();
      }
    });
  }

  function randomText() {
    return base64url(crypto.getRandomValues(new Uint8Array(32)));
  }

  async function challengeOf(verifier) {
    return base64url(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier))));
  }

  function base64url(bytes) {
    return btoa(String.fromCharCode(...bytes))
      .replace(/\+/g, '-')
      .replace(/\//g, '_')
      .replace(/=+$/, '');
  }

  return { createTokenProvider };
});
