// The bot's own door, inside the endpoint's guard: only activities of our tenant that we can read come in, and every invoke gets a body.
import type { HttpRouteHandler, IHttpServerAdapter } from '@microsoft/teams.apps';
import { text } from '../i18n/text';
import { InboundActivity, tenantsOf } from './activity';
import { wordsBody } from './invoke-body';
import { unchosenLanguage } from './unchosen-language';

/** The given adapter, with the door in front of each route that the SDK registers. */
export function withDoor(adapter: IHttpServerAdapter, tenantId: string): IHttpServerAdapter {
  return { registerRoute: (method, path, handler) => adapter.registerRoute(method, path, guarded(handler, tenantId)) };
}

function guarded(handler: HttpRouteHandler, tenantId: string): HttpRouteHandler {
  return async (request) => {
    const activity = InboundActivity.safeParse(request.body);
    if (!activity.success) return { status: 400, body: { error: 'invalid' } };
    const tenants = tenantsOf(activity.data);
    if (tenants.length === 0 || tenants.some((tenant) => tenant !== tenantId)) return { status: 403, body: { error: 'other-tenant' } };
    const response = await handler(request);
    return activity.data.type === 'invoke' && isEmptyHanded(response) ? apology(activity.data) : response;
  };
}

/** The SDK answers a failed or unknown invoke with an empty body (platform.md 2.2). */
function isEmptyHanded({ status, body }: { readonly status: number; readonly body?: unknown }): boolean {
  return status >= 500 || body === undefined || body === null;
}

function apology({ name, locale }: InboundActivity): { readonly status: 200; readonly body: object } {
  return { status: 200, body: wordsBody(name, text(unchosenLanguage(locale), 'refusal.unexpected')) };
}
