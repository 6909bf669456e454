// Licences of what we depend on: the list that `npm run check` holds every package against.
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { faultsOf, type Package } from '../../config/licence-rules';

const root = path.resolve(__dirname, '../..');
let installed: readonly Package[];

beforeAll(() => {
  const said = execFileSync(process.execPath, ['--import', 'tsx', 'config/licences.ts', '--list'], { cwd: root, encoding: 'utf8' });
  installed = said.split('\n').flatMap(packageOf);
}, 120_000);

/** A line of the list, such as `production  MIT  jose@6.2.17`. */
function packageOf(line: string): Package[] {
  const [, kind, licence = '', name = '', version = ''] = /^(tool|production) +(\S.*?) {2,}(\S+)@(\S+)$/.exec(line) ?? [];
  return kind === undefined ? [] : [{ name, version, licence, tool: kind === 'tool' }];
}

function withPackage(licence: string, tool = false): readonly string[] {
  return faultsOf([...installed, { name: 'some-package', version: '1.0.0', licence, tool }]);
}

test('every installed package has a licence that is allowed, those of production and tools told apart', () => {
  expect(installed.length).toBeGreaterThan(1000);
  expect(faultsOf(installed)).toEqual([]);
  expect(installed.find(({ name }) => name === 'jose')).toMatchObject({ licence: 'MIT', tool: false });
  expect(installed.find(({ name }) => name === 'eslint')).toMatchObject({ licence: 'MIT', tool: true });
});

test.each(['MIT', 'ISC', 'Apache-2.0 AND MIT', '(MIT OR GPL-3.0-or-later)', 'BlueOak-1.0.0'])('%s is allowed', (licence) => {
  expect(withPackage(licence)).toEqual([]);
});

test.each([
  'GPL-3.0-only',
  'AGPL-3.0',
  'MIT AND GPL-2.0-only',
  'GPL-2.0-only AND (MIT OR ISC)',
  'LGPL-3.0',
  'UNLICENSED',
  'none given',
  'SEE LICENSE IN LICENSE',
  'https://aka.ms/spfx/license',
  ''
])('"%s" is not allowed to a package that is not named', (licence) => {
  expect(withPackage(licence)).toEqual([expect.stringContaining('some-package@1.0.0 has the licence')]);
  expect(withPackage(licence, true)).toHaveLength(1);
});

test('MPL-2.0 is for tools alone', () => {
  expect(withPackage('MPL-2.0', true)).toEqual([]);
  expect(withPackage('MPL-2.0')).toHaveLength(1);
});

test('a named package with another licence than it is named for is not allowed', () => {
  const changed = installed.map((one) => (one.name === '@microsoft/sp-http' ? { ...one, licence: 'Proprietary' } : one));
  expect(faultsOf(changed)).toEqual([expect.stringContaining('@microsoft/sp-http@')]);
});

test('an exception that nothing needs any more is told', () => {
  expect(faultsOf(installed.filter(({ name }) => name !== 'buffer-builder'))).toEqual([
    expect.stringContaining('buffer-builder is let in by name')
  ]);
});
