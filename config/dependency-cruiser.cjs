// The arrows of docs/architecture.md, held by machine: folder -> folders, and who may use which packages.
'use strict';

/** What each folder under src may import from the others (besides itself). A new folder must be named here. */
const arrows = {
  domain: [],
  i18n: ['domain'],
  reference: ['domain'],
  schema: ['domain', 'i18n'],
  workflows: ['domain', 'reference'],
  lists: ['domain', 'schema'],
  cards: ['domain', 'reference', 'i18n'],
  documents: ['domain', 'reference', 'i18n'],
  components: ['domain', 'reference', 'i18n', 'workflows', 'cards', 'documents'],
  webparts: ['components', 'lists', 'i18n', 'domain'],
  extensions: ['components', 'lists', 'i18n', 'domain'],
  bot: ['workflows', 'cards', 'i18n', 'domain'],
  identity: ['domain'],
  service: ['bot', 'workflows', 'lists', 'cards', 'i18n', 'domain', 'reference', 'identity'],
  provision: ['schema', 'reference', 'i18n', 'lists', 'identity'],
  standin: []
};

const sentences = {
  domain: 'The rules are pure: they know no other folder.',
  i18n: 'Texts know the codes of the domain, nothing else.',
  reference: 'Versioned data the rules read, with their words and sources.',
  schema: 'Lists as data; the words shown in them come from the texts (docs/decisions/0004).',
  workflows: 'What a person can do, told only what the rules and the data say.',
  lists: 'SharePoint speech, the same in browser and Node.',
  cards: 'Facts and language in, card out.',
  documents: 'What the record says, as files for people: content as data, then Word or Excel.',
  components: 'Screens know neither SharePoint nor SPFx.',
  webparts: 'A thin shell: context to lists to components.',
  extensions: 'A thin shell: context to lists to components.',
  bot: 'Activity in, workflow, card out; no SharePoint.',
  identity: 'Who we are towards Entra, and what a token must be to be believed (docs/decisions/0005).',
  service: 'The composition root of the Node half.',
  provision: 'Makes a site what the schema says.',
  standin: 'Knows SharePoint, not us.'
};

const folderRules = Object.entries(arrows).map(([folder, allowed]) => ({
  name: `arrows-of-${folder}`,
  comment: sentences[folder],
  severity: 'error',
  from: { path: `^src/${folder}/` },
  to: { path: '^src/', pathNot: `^src/(${[folder, ...allowed].join('|')})/` }
}));

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...folderRules,
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
    { name: 'not-resolvable', severity: 'error', from: {}, to: { couldNotResolve: true, pathNot: ['Strings$'] } },
    {
      name: 'the-core-is-pure',
      comment: 'Rules, data, workflows, texts and cards use small pure packages only.',
      severity: 'error',
      from: { path: '^src/(domain|reference|workflows|i18n|schema|cards)/' },
      to: {
        path: '^node_modules/',
        pathNot:
          '^node_modules/(zod|temporal-polyfill|temporal-utils|intl-messageformat|@formatjs|@noble/hashes|@microsoft/teams\\.cards|adaptivecards|fflate)/'
      }
    },
    {
      name: 'browser-code-is-not-node-code',
      comment: 'What the browser runs may not ask for Node modules.',
      severity: 'error',
      from: { path: '^src/(domain|reference|workflows|i18n|schema|cards|documents|lists|components|webparts|extensions)/' },
      to: { dependencyTypes: ['core'] }
    },
    {
      name: 'the-service-has-no-screens',
      severity: 'error',
      from: { path: '^src/(service|bot|identity|provision|standin)/' },
      to: { path: '^node_modules/(@microsoft/sp-|@fluentui|react)' }
    },
    {
      name: 'nothing-imports-local',
      comment: 'The local municipality composes everything; nothing depends on it.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/local/' },
      to: { path: '^src/local/' }
    },
    { name: 'not-to-tests', severity: 'error', from: { path: '^src/' }, to: { path: '^tests/' } },
    {
      name: 'shipped-code-uses-shipped-packages',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(local|standin)/' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] }
    }
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '\\.(scss|png)$' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    combinedDependencies: false,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types', 'typings']
    }
  }
};
