// A web part in a few lines, as SPFx would have built it: shows the language it is told and what an API answers to its token.
import path from 'node:path';

export const probeId = '0b6f5a2c-5f0e-4a4e-9a52-6a4d1c2b3e04';

const script = `
define('${probeId}_1.0.0', ['@microsoft/sp-webpart-base', '@microsoft/sp-http'], (base, http) => {
  class Probe extends base.BaseClientSideWebPart {
    async render() {
      const client = await this.context.aadHttpClientFactory.getClient('api://varna');
      const ask = async () => (await client.get('/api/who', http.AadHttpClient.configurations.v1)).text();
      const line = (label, value) => Object.assign(document.createElement('p'), { textContent: label + ': ' + value });
      this.domElement.append(
        line('language', this.context.pageContext.cultureInfo.currentUICultureName),
        line('person', this.context.pageContext.user.displayName),
        line('site', this.context.pageContext.web.serverRelativeUrl),
        line('audience', [await ask(), await ask()].join(' '))
      );
    }
  }
  return { default: Probe };
});`;

const needed = {
  '@microsoft/sp-webpart-base': { type: 'component', id: '974a7777-0990-4136-8fa6-95d80114c2e0', version: '1.23.2' },
  '@microsoft/sp-http': { type: 'component', id: 'c07208f0-ea3b-4c1a-9965-ac1b825211a6', version: '1.23.2' }
};

const manifest = {
  id: probeId,
  alias: 'Probe',
  version: '1.0.0',
  componentType: 'WebPart',
  manifestVersion: 2,
  supportedHosts: ['SharePointWebPart'],
  preconfiguredEntries: [{ title: { default: 'Probe' }, description: { default: 'Probe' }, properties: {} }],
  loaderConfig: {
    entryModuleId: 'probe',
    internalModuleBaseUrls: [''],
    scriptResources: { probe: { type: 'path', path: 'probe.js' }, ...needed }
  }
};

/** Puts it beside the built bundles in `folder`. */
export async function writeProbe(given: {
  readonly folder: string;
  readonly write: (file: string, text: string) => Promise<void>;
}): Promise<void> {
  const { folder, write } = given;
  await write(path.join(folder, 'assets', 'probe.js'), script);
  await write(path.join(folder, 'manifests', `${probeId}.manifest.json`), JSON.stringify(manifest));
}
