// The repository tests itself: arrows, texts, first lines, scripts, and words that do not belong.
import { IntlMessageFormat } from 'intl-messageformat';
import { execFileSync, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { languages } from '../../src/domain/language';
import { texts } from '../../src/i18n/every-language';

const root = path.resolve(__dirname, '../..');
const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { cwd: root, encoding: 'utf8' })
  .split('\n')
  .filter((file) => file !== '');
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');
const code = files.filter((file) => /^(src|tests|config)\/.*\.(ts|tsx|js|mjs|cjs)$/.test(file) && !file.includes('/loc/'));
const source = new Map(code.filter((file) => file.startsWith('src/')).map((file) => [file, read(file)]));

test('every folder under src is named in the arrows', () => {
  const { forbidden } = jest.requireActual<{ forbidden: { name: string }[] }>('../../config/dependency-cruiser.cjs');
  const named = forbidden.map(({ name }) => name);
  const folders = readdirSync(path.join(root, 'src'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  for (const { name } of folders) expect(named).toContain(name === 'local' ? 'nothing-imports-local' : `arrows-of-${name}`);
});

test('no text becomes markup: no screen sets HTML, and no card but its fixed headings is a TextBlock', () => {
  const screens = [...source].filter(([file]) => /^src\/(components|webparts|extensions)\//.test(file));
  expect(
    screens.filter(([, said]) => /dangerouslySetInnerHTML|(inner|outer)HTML|insertAdjacentHTML/.test(said)).map(([file]) => file)
  ).toEqual([]);
  const cards = [...source].filter(([file]) => /^src\/(cards|bot)\//.test(file));
  expect(cards.filter(([, said]) => /'(TextBlock|FactSet|Fact|Table)'/.test(said)).map(([file]) => file)).toEqual(['src/cards/card.ts']);
});

test('every language has every text, and no text is empty', () => {
  const keys = Object.keys(texts.sv).sort();
  for (const language of languages) {
    expect(Object.keys(texts[language]).sort()).toEqual(keys);
    expect(Object.entries(texts[language]).filter(([, words]) => words.trim() === '')).toEqual([]);
  }
});

test('every language fills in the same values', () => {
  for (const [key, words] of Object.entries(texts.sv)) {
    for (const language of languages)
      expect([key, valuesIn(texts[language][key as keyof typeof texts.sv])]).toEqual([key, valuesIn(words)]);
  }
});

/** The names of the values a text asks for, also inside its plurals. */
function valuesIn(words: string): string[] {
  const format = new IntlMessageFormat(words, 'sv', undefined, { ignoreTag: true });
  return [...new Set(namesIn(format.getAst()))].sort();
}

/** The parser's numbers for words as they are, and for the `#` inside a plural. */
const withoutName: readonly number[] = [0, 7];

function namesIn(elements: ReturnType<IntlMessageFormat['getAst']>): string[] {
  return elements.flatMap((element) => {
    if (withoutName.includes(element.type) || !('value' in element)) return [];
    const choices = 'options' in element ? Object.values(element.options) : [];
    return [element.value, ...choices.flatMap(({ value }) => namesIn(value))];
  });
}

test('every text is used', () => {
  const all = [...source]
    .filter(([file]) => !file.startsWith('src/i18n/'))
    .map(([, words]) => words)
    .join('\n');
  const isUsed = (key: string): boolean =>
    all.includes(`'${key}'`) ||
    all.includes(`="${key}"`) ||
    prefixesOf(key).some((prefix) => all.includes(`\`${prefix}.\${`) || all.includes(`'${prefix}'`));
  expect(Object.keys(texts.sv).filter((key) => !isUsed(key))).toEqual([]);
});

/** `a.b.c` may be made as `a.${x}.c` or `a.b.${x}`: what stands before the computed part. */
function prefixesOf(key: string): string[] {
  const parts = key.split('.');
  return parts.slice(1).map((_, index) => parts.slice(0, index + 1).join('.'));
}

test('every file of code says in its first line what it is for', () => {
  const silent = code.filter((file) => !/^(#!.*\n)?(\/\/ \S|\/\*\* ?@?\S|\/\*\*\n)/.test(read(file)));
  expect(silent).toEqual([]);
});

test('there are no drawers', () => {
  expect(code.filter((file) => /(^|\/)(utils?|helpers?|common|misc|manager)(\/|\.|-)/i.test(file))).toEqual([]);
});

test('the scripts are those of the design, without pre or post hooks', () => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
  expect(Object.keys(scripts).sort()).toEqual(['bench', 'check', 'format', 'package', 'provision', 'start', 'test', 'verify-log']);
});

test('the page on who may do what says what the tables say', () => {
  const { status } = spawnSync(process.execPath, ['--import', 'tsx', 'config/permissions-page.ts', '--check'], { cwd: root });
  expect(status).toBe(0);
});

test('no certificate, key or generated output is kept', () => {
  expect(files.filter((file) => /\.(pem|pfx|cer|key|sppkg|zip)$|^(lib|dist|release|temp|out|node_modules)\//.test(file))).toEqual([]);
});

test('no machine path and no registry address is written down', () => {
  const pattern = new RegExp(['/wo' + 'rk/', '/fa' + 'rm/', 'registry' + '\\.npmjs', '_auth' + 'Token'].join('|'));
  const texty = files.filter((file) => /\.(ts|tsx|js|mjs|cjs|json|md|yml|xml|scss|html)$|^\.ci\/run$/.test(file));
  expect(texty.filter((file) => pattern.test(read(file)))).toEqual([]);
});

test('the code and the tests that docs/security.md calls upon exist', () => {
  const named = [...read('docs/security.md').matchAll(/`((?:src|tests|config)\/[^`]+)`/g)].map(([, file]) => file ?? '');
  expect(named.length).toBeGreaterThan(50);
  expect(named.filter((file) => !files.includes(file))).toEqual([]);
});

test('nothing is skipped, focused or silenced without a reason', () => {
  const pattern = /\b(?:test|it|describe)\.(?:skip|only)\b|@ts-ignore|@ts-nocheck|\bTO{1}DO\b|FIXME|eslint-disable(?!-next-line \S+ -- )/;
  expect(code.filter((file) => file !== 'tests/repository/repository.test.ts' && pattern.test(read(file)))).toEqual([]);
});
