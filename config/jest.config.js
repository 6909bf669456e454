// How the tests run: Jest over TypeScript through swc, as CommonJS; never fewer than two files at a time.
'use strict';
const { availableParallelism } = require('node:os');
const path = require('node:path');

/** Packages that ship only ES modules; Jest runs CommonJS, so these are compiled too. */
const esm = ['@pnp', '@formatjs', '@noble', 'intl-messageformat', 'jose', 'oauth4webapi', 'temporal-polyfill', 'temporal-utils'];

const rootDir = path.resolve(__dirname, '..');

/** What every test file is run with. */
const everywhere = {
  rootDir,
  roots: ['<rootDir>/tests'],
  transform: {
    '\\.[jt]sx?$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', tsx: true, decorators: true },
          transform: { react: { runtime: 'classic' } }
        },
        module: { type: 'commonjs' },
        sourceMaps: 'inline'
      }
    ]
  },
  transformIgnorePatterns: [`/node_modules/(?!(${esm.join('|')})/)`],
  moduleNameMapper: {
    '\\.module\\.scss$': '<rootDir>/tests/setup/styles.js',
    '^adaptivecards$': '<rootDir>/node_modules/adaptivecards/dist/adaptivecards.js'
  },
  testEnvironment: 'node',
  setupFiles: ['<rootDir>/tests/setup/languages.ts']
};

/** @type {import('jest').Config} */
module.exports = {
  rootDir,
  testTimeout: 30_000,
  // Jest's own number is one less than the processors, which leaves half of a machine with two of them idle.
  maxWorkers: Math.max(2, availableParallelism() - 1),
  projects: [
    { ...everywhere, displayName: 'code', testPathIgnorePatterns: ['/node_modules/', '<rootDir>/tests/browser/'] },
    // Jest runs a project's global setup only when one of its tests is to be run: nobody waits for a bundle they do not need.
    {
      ...everywhere,
      displayName: 'browser',
      testMatch: ['<rootDir>/tests/browser/**/*.test.ts'],
      globalSetup: '<rootDir>/tests/setup/build.ts'
    }
  ]
};
