// `getavailablewebtemplates`: the templates sub-sites can be made from here.
import type { Entity } from '../http/answer';
import type { Segment } from '../odata/resource-path';
import type { Resource } from './resource';
import { collectionAnswer, numberArgument } from './resource';

/** Names and texts as SharePoint Online lists them (second-hand); it has many more. */
const templates = [
  ['STS#3', 'Team site (no Microsoft 365 group)', 'A site with no connection to a Microsoft 365 Group.'],
  ['STS#0', 'Team site (classic experience)', 'A place to work together with a group of people.']
] as const;

export function webTemplatesResource(segment: Segment): Resource {
  const lcid = numberArgument(segment, 'lcid');
  return {
    get: (ask) =>
      collectionAnswer(
        templates.map((template) => templateEntity(template, lcid)),
        'SP.ApiData.WebTemplates',
        ask
      )
  };
}

function templateEntity([name, title, description]: (typeof templates)[number], lcid: number): Entity {
  return {
    type: 'SP.WebTemplate',
    path: `Web/GetAvailableWebTemplates(lcid=${lcid})/GetByName('${name}')`,
    properties: {
      Description: description,
      DisplayCategory: 'Collaboration',
      Id: 1,
      ImageUrl: '/_layouts/15/images/stts.png',
      IsHidden: false,
      IsRootWebOnly: false,
      IsSubWebOnly: false,
      Lcid: lcid,
      Name: name,
      Title: title
    }
  };
}
