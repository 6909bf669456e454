// `web/allproperties`: the property bag of a site, to read. Its writing is not there over REST, in SharePoint neither.
import type { Entity } from '../http/answer';
import type { Resource } from './resource';
import { entityAnswer, propertyOf } from './resource';
import type { Visit } from './visit';

export function allPropertiesResource(visit: Visit): Resource {
  const entity = allPropertiesEntity(visit);
  return {
    get: (ask) => entityAnswer(entity, 'SP.ApiData.PropertyValuess', ask),
    step: (segment) => propertyOf(entity, segment)
  };
}

/** A bag that nobody has written in; names have `_` encoded, as in recorded answers. */
export function allPropertiesEntity({ site }: Visit): Entity {
  return {
    type: 'SP.PropertyValues',
    path: 'Web/AllProperties',
    properties: {
      vti_x005f_defaultlanguage: 'en-us',
      vti_x005f_extenderversion: '16.0.0.0',
      vti_x005f_createdassociategroups: [
        site.settings['AssociatedOwnerGroup'],
        site.settings['AssociatedVisitorGroup'],
        site.settings['AssociatedMemberGroup']
      ]
        .filter((id) => id !== undefined)
        .join(';'),
      vti_x005f_associatevisitorgroup: String(site.settings['AssociatedVisitorGroup'] ?? ''),
      vti_x005f_associatemembergroup: String(site.settings['AssociatedMemberGroup'] ?? ''),
      vti_x005f_associateownergroup: String(site.settings['AssociatedOwnerGroup'] ?? '')
    }
  };
}
