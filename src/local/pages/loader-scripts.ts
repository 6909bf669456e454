// What a page in Microsoft's loader carries: its data for the loader, and the scripts in the order SharePoint's pages run them.
import { applicationId } from './component-manifests';
import { jsonElement } from './html';
import { packageAddress } from './local-files';
import type { LoaderPage } from './local-pages';

/** What the page's application (`browser/application.js`) is to show. */
export type ApplicationTask =
  | { readonly kind: 'web-part'; readonly componentId: string; readonly inTeams: boolean }
  | { readonly kind: 'list'; readonly listUrl: string };

/** The page's data; `browser/start-loader.js` reads it. */
export function loaderData({ context, manifests, entra }: LoaderPage, task: ApplicationTask): string {
  return jsonElement('local-page', { applicationId, context, manifests, entra, task });
}

/** The assembly defines `spModuleLoader`; `start-loader.js` starts it. */
export const loaderScripts: readonly string[] = [
  'before-loader.js',
  packageAddress('@microsoft/sp-application-base/dist/sp-default-assembly_en-us.js'),
  'start-loader.js'
];
