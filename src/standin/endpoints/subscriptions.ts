// `subscriptions` of a list: webhooks that are added, read, renewed and removed.
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Answer, Entity, Later } from '../http/answer';
import { SharePointError, unknownEntity } from '../http/errors';
import type { Segment } from '../odata/resource-path';
import { demand, listMask } from '../permissions/rights';
import type { List } from '../store/lists';
import { listByGuid } from '../store/lists';
import type { Subscription } from '../store/subscriptions';
import { deleteSubscription, insertSubscription, subscriptionsOf, updateSubscription } from '../store/subscriptions';
import { parseBody } from './body';
import type { Ask, Resource } from './resource';
import { collectionAnswer, createdAnswer, entityAnswer, propertyOf, textArgument } from './resource';
import type { Visit } from './visit';

const metadata = 'SP.ApiData.Subscriptions';
const type = 'Microsoft.SharePoint.Webhooks.Subscription';

/** Everything here takes Manage Lists. SharePoint also keeps one application's subscriptions from another's. */
export function subscriptionsResource(segment: Segment, list: List, visit: Visit): Resource {
  demand(listMask(visit, list), 'manageLists');
  if (segment.positional !== undefined) return subscriptionResource(textArgument(segment, 'id'), list, visit);
  return {
    get: (ask) =>
      collectionAnswer(
        subscriptionsOf(visit.database, list.guid, visit.now).map((subscription) => subscriptionEntity(subscription)),
        metadata,
        ask
      ),
    post: (ask) => addSubscription(ask, list, visit),
    step: (next) => (next.name === 'getbyid' ? subscriptionResource(textArgument(next, 'id'), list, visit) : undefined)
  };
}

function subscriptionResource(guid: string, list: List, visit: Visit): Resource {
  const found = subscriptionsOf(visit.database, list.guid, visit.now).find((candidate) => candidate.guid === guid.toLowerCase());
  // Status, code and text are a guess.
  if (found === undefined) throw unknownEntity('The specified webhook subscription does not exist.');
  return {
    get: (ask) => entityAnswer(subscriptionEntity(found, list), metadata, ask),
    merge: (ask) => changeSubscription(ask, found, visit),
    remove: () => {
      deleteSubscription(visit.database, found.guid);
      return { kind: 'merged' };
    },
    step: (segment) => propertyOf(subscriptionEntity(found, list), segment)
  };
}

const address = z.url({ protocol: /^https?$/ });

const changeBody = z.strictObject({
  notificationUrl: address.optional(),
  expirationDateTime: z.iso.datetime({ offset: true, local: true }).optional(),
  clientState: z.string().nullish(),
  resource: z.string().optional(),
  resourceData: z.string().nullish()
});
const newBody = changeBody.extend({ notificationUrl: address, resource: z.string().min(1) });

/** Added once the address has shown that it wants notices. */
function addSubscription({ body }: Ask, list: List, visit: Visit): Later {
  const given = parseBody(newBody, body(), type);
  const subscription: Subscription = {
    guid: randomUUID(),
    listGuid: list.guid,
    clientState: given.clientState ?? null,
    notificationUrl: given.notificationUrl,
    expires: expiryOf(given.expirationDateTime, visit)
  };
  return afterValidation(subscription, visit, () => {
    if (listByGuid(visit.database, visit.site.id, list.guid) === undefined) throw unknownEntity('The list has been deleted.');
    insertSubscription(visit.database, subscription);
    return createdAnswer(subscriptionEntity(subscription, list), metadata);
  });
}

/** That a new address is asked first is a guess. */
function changeSubscription({ body }: Ask, found: Subscription, visit: Visit): Answer | Later {
  const given = parseBody(changeBody, body(), type);
  const next: Subscription = {
    ...found,
    clientState: given.clientState === undefined ? found.clientState : given.clientState,
    notificationUrl: given.notificationUrl ?? found.notificationUrl,
    expires: given.expirationDateTime === undefined ? found.expires : expiryOf(given.expirationDateTime, visit)
  };
  const finish = (): Answer => {
    updateSubscription(visit.database, next);
    return { kind: 'merged' };
  };
  return next.notificationUrl === found.notificationUrl ? finish() : afterValidation(next, visit, finish);
}

function afterValidation({ notificationUrl }: Subscription, { validatesWebhook }: Visit, finish: () => Answer): Later {
  return {
    kind: 'later',
    check: async () => {
      if (!(await validatesWebhook(notificationUrl))) throw notValidated(notificationUrl);
    },
    finish
  };
}

const longestDays = 180;

/** ISO 8601, UTC. A time without offset is taken as UTC (a guess); none is the longest. */
function expiryOf(text: string | undefined, { now }: Visit): string {
  const longest = Date.parse(now) + longestDays * 24 * 60 * 60 * 1000;
  const wanted = text === undefined ? longest : Date.parse(/(?:Z|[+-]\d\d:?\d\d)$/.test(text) ? text : `${text}Z`);
  if (wanted <= Date.parse(now) || wanted > longest + 1000) throw invalidExpiry();
  return `${new Date(wanted).toISOString().slice(0, 19)}Z`;
}

/** Code and text recorded in public repositories, the status a guess. */
function notValidated(url: string): SharePointError {
  return new SharePointError({
    status: 400,
    code: '-1, System.InvalidOperationException',
    message: `Failed to validate the notification URL '${url}'.`
  });
}

/** The text is SharePoint's (pnp/powershell#1004), status and code are a guess. */
function invalidExpiry(): SharePointError {
  return new SharePointError({
    status: 400,
    code: '-2147024809, System.ArgumentException',
    message: 'The specified expiration date is invalid. Should be greater than today and within 6 months'
  });
}

/** In a collection the address is the type's with a guid, by itself it is the one asked (Microsoft's "Get subscriptions"). */
function subscriptionEntity({ guid, clientState, expires, notificationUrl, listGuid }: Subscription, list?: List): Entity {
  return {
    type,
    path: list === undefined ? `${type}${guid}` : `web/lists('${list.guid}')/subscriptions('${guid}')`,
    properties: {
      clientState,
      expirationDateTime: expires,
      id: guid,
      notificationUrl,
      resource: listGuid,
      resourceData: null
    }
  };
}
