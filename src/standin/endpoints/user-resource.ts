// `titleResource` and its kin: what a site, list, column, content type or custom action is called in a language.
import { z } from 'zod';
import type { Entity } from '../http/answer';
import { badArgument } from '../http/errors';
import type { Segment } from '../odata/resource-path';
import { parseBody } from './body';
import type { Resource } from './resource';

const properties: Readonly<Record<string, string>> = { titleresource: 'Title', nameresource: 'Name', descriptionresource: 'Description' };

/** The text itself in every language, since a site has one here. Undefined for other names. */
export function userResource({ properties: values }: Entity, segment: Segment): Resource | undefined {
  const property = properties[segment.name];
  const text = property === undefined ? undefined : values[property];
  if (text === undefined) return undefined;
  return { step: (next) => (next.name === 'getvalueforuiculture' ? valueForCulture(text) : undefined) };
}

const cultureBody = z.strictObject({ cultureName: z.string() });

function valueForCulture(value: Entity['properties'][string]): Resource {
  return {
    post: ({ body }) => {
      const { cultureName } = parseBody(cultureBody, body(), 'SP.UserResource');
      if (!/^[a-z]{2,3}(-[a-z\d]+)*$/i.test(cultureName)) throw badArgument(`Culture '${cultureName}' is not supported.`);
      return { kind: 'property', name: 'GetValueForUICulture', value };
    }
  };
}
