// One lint for the whole repository: type-checked, no warnings tolerated.
import eslint from '@eslint/js';
import hooks from 'eslint-plugin-react-hooks';
import { defineConfig } from 'eslint/config';
import path from 'node:path';
import tseslint from 'typescript-eslint';

const root = path.resolve(import.meta.dirname, '..');
const generated = [
  'lib',
  'lib-commonjs',
  'lib-dts',
  'lib-esm',
  'dist',
  'out',
  'release',
  'temp',
  'coverage',
  'jest-output',
  '.local',
  'sharepoint/solution'
];
const browserNames = ['window', 'document', 'navigator', 'localStorage', 'sessionStorage', 'fetch', 'location'];
const nodeNames = ['process', 'Buffer', '__dirname', 'require', 'setImmediate'];

export default defineConfig(
  { ignores: [...generated.map((folder) => `${folder}/**`), 'src/**/loc/*.js'] },
  eslint.configs.recommended,
  {
    files: ['**/*.{js,cjs,mjs}'],
    languageOptions: {
      globals: {
        require: 'readonly',
        module: 'writable',
        process: 'readonly',
        __dirname: 'readonly',
        console: 'readonly',
        window: 'readonly',
        document: 'readonly',
        location: 'readonly',
        fetch: 'readonly',
        URL: 'readonly',
        URLSearchParams: 'readonly',
        setTimeout: 'readonly',
        crypto: 'readonly',
        define: 'readonly',
        TextEncoder: 'readonly',
        CustomEvent: 'readonly',
        Event: 'readonly',
        btoa: 'readonly'
      }
    }
  },
  { files: ['**/*.{js,cjs}'], languageOptions: { sourceType: 'commonjs' } },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: root } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }]
    }
  },
  { files: ['src/{components,webparts,extensions}/**/*.tsx'], plugins: { 'react-hooks': hooks }, rules: hooks.configs.recommended.rules },
  {
    files: ['src/{domain,reference,workflows,i18n,schema,cards}/**'],
    rules: { 'no-restricted-globals': ['error', ...browserNames, ...nodeNames, 'Date'] }
  },
  { files: ['src/{lists,components}/**'], rules: { 'no-restricted-globals': ['error', ...nodeNames] } }
);
