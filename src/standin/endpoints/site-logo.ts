// `siteiconmanager/setsitelogo`: the picture beside a site's name.
import { z } from 'zod';
import { notImplemented } from '../http/errors';
import { demand, webMask } from '../permissions/rights';
import { updateSite } from '../store/sites';
import { parseBody } from './body';
import type { Ask, Resource } from './resource';
import { actionResource } from './resource';
import type { Visit } from './visit';

export function siteIconResource(visit: Visit): Resource {
  return {
    step: ({ name }) => (name === 'setsitelogo' ? actionResource('SetSiteLogo', (ask) => setLogo(ask, visit)) : undefined)
  };
}

const logoBody = z.strictObject({
  relativeLogoUrl: z.string(),
  /** 0 square, 1 rectangular. */
  aspect: z.int().optional(),
  /** 0 the site's own; others are of hubs and headers. */
  type: z.int().optional(),
  focalx: z.number().optional(),
  focaly: z.number().optional(),
  isFocalPatchUpdate: z.boolean().optional()
});

/** Square or not, the site has one logo here; SharePoint keeps a small square one beside it. */
function setLogo({ body }: Ask, visit: Visit): void {
  demand(webMask(visit), 'manageWeb');
  const { relativeLogoUrl, type = 0 } = parseBody(logoBody, body(), 'SP.SiteIconManager');
  if (type !== 0) throw notImplemented(`setsitelogo of type ${type}`);
  const { id, title, description, settings } = visit.site;
  updateSite(visit.database, { id, title, description, settings: { ...settings, SiteLogoUrl: relativeLogoUrl } });
}
