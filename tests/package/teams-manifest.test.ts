// The Teams app: its manifest against Microsoft's schema, and what it names against what is there.
import Ajv from 'ajv-draft-04';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { readPhrase } from '../../src/bot/phrases';

const folder = path.resolve(__dirname, '../../teams-manifest');
const schemas = path.resolve(__dirname, '../../node_modules/@microsoft/app-manifest/build/json-schemas/teams');

const manifestSchema = z.looseObject({
  manifestVersion: z.string(),
  name: z.looseObject({}),
  description: z.looseObject({}),
  icons: z.object({ color: z.string(), outline: z.string() }),
  bots: z.array(z.looseObject({ botId: z.string() })),
  composeExtensions: z.array(z.looseObject({ botId: z.string() })),
  staticTabs: z.array(z.looseObject({ contentUrl: z.string().optional() })),
  localizationInfo: z.object({
    defaultLanguageTag: z.string(),
    defaultLanguageFile: z.string(),
    additionalLanguages: z.array(z.object({ languageTag: z.string(), file: z.string() }))
  })
});
const wordsSchema = z.record(z.string(), z.string());

async function json(file: string): Promise<unknown> {
  return JSON.parse(await readFile(file, 'utf8'));
}

async function manifest(): Promise<z.infer<typeof manifestSchema>> {
  return manifestSchema.parse(await json(path.join(folder, 'manifest.json')));
}

async function wordsIn(file: string): Promise<Record<string, string>> {
  return wordsSchema.parse(await json(path.join(folder, file)));
}

/** What Microsoft's schema of the manifest's own version says against the document; none when it is valid. */
async function complaintsOf(document: unknown, schemaName: string): Promise<string[]> {
  const { manifestVersion } = await manifest();
  const schema = z.looseObject({}).parse(await json(path.join(schemas, `v${manifestVersion}`, schemaName)));
  const ajv = new Ajv({ unicodeRegExp: false, strict: false, validateFormats: false, allErrors: true });
  return ajv.validate(schema, document) ? [] : (ajv.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ''}`);
}

/** Width and height stand at bytes 16 and 20 of a PNG (RFC 2083 4.1.1). */
async function sizeOfPng(file: string): Promise<readonly [number, number]> {
  const bytes = await readFile(path.join(folder, file));
  expect(bytes.subarray(1, 4).toString('latin1')).toBe('PNG');
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
}

/** `bots[0].commandLists[0]…` read in the manifest. */
function valueAt(document: unknown, key: string): unknown {
  const steps = key.replace(/\[(\d+)\]/g, '.$1').split('.');
  return steps.reduce<unknown>(
    (value, step) => (value !== null && typeof value === 'object' ? Reflect.get(value, step) : undefined),
    document
  );
}

test('the manifest holds what its version of the schema asks for', async () => {
  expect(await complaintsOf(await manifest(), 'MicrosoftTeams.schema.json')).toEqual([]);
});

test('Swedish comes first, and English and Finnish are there', async () => {
  const { localizationInfo } = await manifest();
  expect(localizationInfo.defaultLanguageTag).toBe('sv');
  expect(localizationInfo.additionalLanguages.map(({ languageTag }) => languageTag)).toEqual(['en', 'fi']);
});

test.each(['sv.json', 'en.json', 'fi.json'])('%s holds what the schema of language files asks for', async (file) => {
  expect(await complaintsOf(await wordsIn(file), 'MicrosoftTeams.Localization.schema.json')).toEqual([]);
});

test('every language says the same things', async () => {
  const { localizationInfo } = await manifest();
  const keys = Object.keys(await wordsIn(localizationInfo.defaultLanguageFile));
  for (const { file } of localizationInfo.additionalLanguages) expect(Object.keys(await wordsIn(file))).toEqual(keys);
});

test('the manifest itself speaks the words of the Swedish file', async () => {
  const { $schema: ignored, ...words } = await wordsIn('sv.json');
  expect(ignored).toContain('Localization');
  const document = await manifest();
  expect(Object.fromEntries(Object.keys(words).map((key) => [key, valueAt(document, key)]))).toEqual(words);
});

test('the icons have the sizes Teams asks for', async () => {
  const { icons } = await manifest();
  expect(await sizeOfPng(icons.color)).toEqual([192, 192]);
  expect(await sizeOfPng(icons.outline)).toEqual([32, 32]);
});

test('the tab shows the web part that the solution holds', async () => {
  const webPart = z
    .object({ id: z.guid() })
    .parse(await json(path.resolve(__dirname, '../../src/webparts/varna/VarnaWebPart.manifest.json')));
  const { staticTabs } = await manifest();
  const addresses = staticTabs.flatMap(({ contentUrl }) =>
    contentUrl === undefined ? [] : [new URL(contentUrl.replace('{teamSiteDomain}', 'x.example'))]
  );
  const components = addresses.map((address) => new URL(address.searchParams.get('dest') ?? '', address).searchParams.get('componentId'));
  expect(components).toEqual([webPart.id]);
});

test('the message action speaks to the same bot as the chat', async () => {
  const { bots, composeExtensions } = await manifest();
  expect(composeExtensions.map(({ botId }) => botId)).toEqual(bots.map(({ botId }) => botId));
});

test('every command it suggests, in every language, is one the bot understands', async () => {
  const { bots } = z
    .looseObject({
      bots: z.array(z.looseObject({ commandLists: z.array(z.looseObject({ commands: z.array(z.looseObject({ title: z.string() })) })) }))
    })
    .parse(await json(path.join(folder, 'manifest.json')));
  const swedish = bots.flatMap(({ commandLists }) => commandLists.flatMap(({ commands }) => commands.map(({ title }) => title)));
  const others = await Promise.all(['en.json', 'fi.json'].map(wordsIn));
  const translated = others.flatMap((words) =>
    Object.entries(words).flatMap(([key, title]) => (/^bots.*commands\[\d\]\.title$/.test(key) ? [title] : []))
  );
  expect(translated).toHaveLength(2 * swedish.length);
  expect([...swedish, ...translated].filter((title) => readPhrase(title).asks === 'unknown')).toEqual([]);
});
