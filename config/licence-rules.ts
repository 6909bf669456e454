// Which licences the packages we depend on may have, and which packages are let in by name, with the reason.

/** One installed package. `licence` is an SPDX expression where its makers wrote one; `tool`: needed to build and test, not shipped or served. */
export interface Package {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  readonly tool: boolean;
}

/** They ask for no more than that their text comes along. */
const permissive = [
  'MIT',
  'MIT-0',
  'ISC',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  '0BSD',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'Unlicense',
  'Python-2.0',
  'Zlib'
];

/** What asks for something of changed copies, or for being named: for tools alone, since we neither change nor pass them on. */
const forTools = [...permissive, 'MPL-2.0', 'CC-BY-4.0'];

interface Exception {
  readonly licence: string;
  readonly packages: readonly string[];
  readonly reason: string;
}

const exceptions: readonly Exception[] = [
  {
    licence: 'https://aka.ms/spfx/license',
    packages: [
      'sp-application-base',
      'sp-component-base',
      'sp-core-library',
      'sp-css-loader',
      'sp-diagnostics',
      'sp-dialog',
      'sp-dynamic-data',
      'sp-extension-base',
      'sp-http',
      'sp-http-base',
      'sp-http-msgraph',
      'sp-image-helper',
      'sp-listview-extensibility',
      'sp-loader',
      'sp-lodash-subset',
      'sp-module-interfaces',
      'sp-odata-types',
      'sp-page-context',
      'sp-property-pane',
      'sp-search-extensibility',
      'sp-top-actions',
      'sp-webpart-base',
      'spfx-heft-plugins',
      'spfx-web-build-rig'
    ].map((name) => `@microsoft/${name}`),
    reason:
      "SharePoint Framework: Microsoft's terms for solutions that run in SharePoint. Types and loader; SharePoint has the code itself."
  },
  {
    licence: 'SEE LICENSE IN LICENSE',
    packages: ['@microsoft/m365agentsplayground'],
    reason: "The chat client of `npm start`: Microsoft's terms for pre-release software, for trying out on one's own machine. Not shipped."
  },
  {
    licence: 'none given',
    packages: ['@microsoft/microsoft-graph-clientv1'],
    reason: 'MIT by its LICENSE file; package.json says nothing. Comes with @microsoft/sp-http-msgraph.'
  },
  {
    licence: 'http://geraintluff.github.io/tv4/LICENSE.txt',
    packages: ['uri-templates'],
    reason: 'Public domain, by its README and the text the address leads to. Comes with Azurite, the Azure Storage of the tests.'
  },
  { licence: 'MIT/X11', packages: ['buffer-builder'], reason: 'MIT, written in an older way. Comes with the Sass compiler of the build.' }
];

/** Packages that may not be here, and exceptions that no package needs any more: both in words. Empty when all is well. */
export function faultsOf(packages: readonly Package[]): readonly string[] {
  const refused = packages.filter((one) => !isAllowed(one) && exceptionFor(one) === undefined);
  const needed = new Set(packages.map(exceptionFor));
  const present = new Set(packages.map(({ name }) => name));
  const named = exceptions.flatMap((exception) => exception.packages.map((name) => ({ name, exception })));
  const stale = named.filter(({ name, exception }) => !present.has(name) || !needed.has(exception));
  return [
    ...refused.map(
      ({ name, version, licence }) =>
        `${name}@${version} has the licence "${licence}", which is not on the list in config/licence-rules.ts.`
    ),
    ...stale.map(({ name }) => `${name} is let in by name in config/licence-rules.ts, but is not installed or needs no exception.`)
  ];
}

function isAllowed({ licence, tool }: Package): boolean {
  const list = tool ? forTools : permissive;
  // Choices within demands are rare enough to be looked at by a person, and named.
  if (licence.includes(' AND ') && licence.includes(' OR ')) return false;
  const choices = licence.replace(/[()]/g, '').split(' OR ');
  return choices.some((choice) => choice.split(' AND ').every((part) => list.includes(part)));
}

function exceptionFor({ name, licence }: Package): Exception | undefined {
  return exceptions.find((exception) => exception.licence === licence && exception.packages.includes(name));
}
