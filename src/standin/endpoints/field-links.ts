// `fieldLinks` of a content type: which columns it has, and whether they are required or hidden in it.
import { z } from 'zod';
import type { Answer } from '../http/answer';
import { unknownColumn } from '../http/errors';
import type { Segment } from '../odata/resource-path';
import type { ContentType, FieldLink } from '../store/content-types';
import { putContentType } from '../store/content-types';
import { parseBody } from './body';
import type { TypeHome } from './content-type-entity';
import { columnsOfHome, demandTypeChange, fieldLinkEntity } from './content-type-entity';
import type { Resource } from './resource';
import { collectionAnswer, createdAnswer, entityAnswer, propertyOf, textArgument } from './resource';

const metadata = 'SP.ApiData.FieldLinks';

export function fieldLinksResource(segment: Segment, type: ContentType, home: TypeHome): Resource {
  if (segment.positional !== undefined) return linkResource(textArgument(segment, 'id'), type, home);
  return {
    get: (ask) =>
      collectionAnswer(
        type.links.map((link) => fieldLinkEntity(link, type, home)),
        metadata,
        ask
      ),
    post: ({ body }) => addLink(parseBody(newLinkBody, body(), 'SP.FieldLink'), type, home),
    step: (next) => (next.name === 'getbyid' ? linkResource(textArgument(next, 'id'), type, home) : undefined)
  };
}

const linkBody = z.strictObject({ Required: z.boolean().optional(), Hidden: z.boolean().optional() });
const newLinkBody = linkBody.extend({ FieldInternalName: z.string().optional(), Id: z.string().optional() });

/** By the column's internal name or id; a column it has already stays as it is. */
function addLink(body: z.infer<typeof newLinkBody>, type: ContentType, home: TypeHome): Answer {
  demandTypeChange(home);
  const wanted = body.Id?.replace(/[{}]/g, '').toLowerCase();
  const field = columnsOfHome(home).find(({ name, guid }) => name === body.FieldInternalName || guid === wanted);
  if (field === undefined) throw unknownColumn(body.FieldInternalName ?? body.Id ?? '');
  const present = type.links.find(({ guid }) => guid === field.guid);
  const link = present ?? {
    guid: field.guid,
    name: field.name,
    required: body.Required ?? field.settings.required,
    hidden: body.Hidden ?? false
  };
  if (present === undefined) write([...type.links, link], type, home);
  return createdAnswer(fieldLinkEntity(link, type, home), metadata);
}

/** An unknown id is null, not a 404 [recorded]. */
function linkResource(id: string, type: ContentType, home: TypeHome): Resource {
  const link = type.links.find(({ guid }) => guid === id.replace(/[{}]/g, '').toLowerCase());
  if (link === undefined) return { get: () => ({ kind: 'null', name: 'GetById' }) };
  const entity = fieldLinkEntity(link, type, home);
  return {
    get: (ask) => entityAnswer(entity, metadata, ask),
    merge: ({ body }) => changeLink(link, parseBody(linkBody, body(), 'SP.FieldLink'), type, home),
    remove: () => {
      demandTypeChange(home);
      const others = type.links.filter(({ guid }) => guid !== link.guid);
      write(others, type, home);
      return { kind: 'deleted' };
    },
    step: (segment) => propertyOf(entity, segment)
  };
}

function changeLink(link: FieldLink, body: z.infer<typeof linkBody>, type: ContentType, home: TypeHome): Answer {
  demandTypeChange(home);
  const changed = { ...link, required: body.Required ?? link.required, hidden: body.Hidden ?? link.hidden };
  write(
    type.links.map((one) => (one.guid === link.guid ? changed : one)),
    type,
    home
  );
  return { kind: 'merged' };
}

function write(links: readonly FieldLink[], type: ContentType, { visit, owner }: TypeHome): void {
  putContentType(visit.database, owner, { ...type, links });
}
