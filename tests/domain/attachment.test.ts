// Which files are let in, told by what is in them, and the names they get.
import * as fc from 'fast-check';
import { attachmentLimits, fileEndings, fileKinds, keptAs, namedFile } from '../../src/domain/attachment';
import { contentOf } from '../../src/domain/file-kind';
import { active, compound, passive } from './example-files';

test.each(fileKinds)('%s is known by its content', (kind) => {
  const [name, bytes] = passive[kind];
  const content = contentOf(bytes);
  expect(content).toContain(kind);
  expect(namedFile(name, typeof content === 'string' ? [] : content)).toMatchObject({ ok: true, value: { kind } });
});

test.each(active)('%s is active, whatever it is called', (_what, bytes) => {
  expect(contentOf(bytes)).toBe('active');
});

test.each([
  ['nothing we know', Uint8Array.of(1, 2, 3, 0, 4)],
  ['a text in an older encoding', Uint8Array.of(0x66, 0xf6, 0x72)],
  ['a text with control characters', Uint8Array.of(0x61, 0x1b, 0x62)]
])('%s is unknown', (_what, bytes) => {
  expect(contentOf(bytes)).toBe('unknown');
});

test('a mail in an older encoding is a mail', () => {
  const bytes = Uint8Array.from('From: a@b.example\nDate: x\n\nf\xf6r', (character) => character.charCodeAt(0));
  expect(contentOf(bytes)).toEqual(['mail']);
});

test.each([
  ['a table that leads in a circle', 512 + 4, 1],
  ['a table that leads outside', 512 + 4, 4711],
  ['sectors of no size there is', 30, 40]
])('a compound file with %s is not let in', (_what, place, number) => {
  const bytes = compound(['Root Entry', '__properties_version1.0']);
  new DataView(bytes.buffer).setUint32(place, number, true);
  expect(contentOf(bytes)).toBe('active');
});

/** The beginnings of files, followed by anything. */
const beginnings = [...Object.values(passive).map(([, bytes]) => bytes), ...active.map(([, bytes]) => bytes), new Uint8Array()];
const anyBytes = fc
  .tuple(fc.constantFrom(...beginnings), fc.nat(600), fc.uint8Array({ maxLength: 700 }))
  .map(([begin, length, rest]) => Uint8Array.from([...begin.subarray(0, length), ...rest]));

test('whatever the bytes, there is an answer and no page, program or archive among what is let in', () => {
  fc.assert(
    fc.property(anyBytes, (bytes) => {
      const content = contentOf(bytes);
      if (typeof content === 'string') return;
      const start = String.fromCharCode(...bytes.subarray(0, 1024)).replace(/^\xef\xbb\xbf/, '');
      expect(start).not.toMatch(/^\s*<|^#!|^MZ[^]*\0|^\x7fELF|^Rar!|^7z\xbc\xaf/);
      if (start.startsWith('PK')) expect(['word', 'excel', 'powerpoint']).toEqual(expect.arrayContaining([...content]));
    }),
    { numRuns: 300 }
  );
});

test.each([
  ['C:\\Users\\Elsa\\Bilder\\Foto.JPEG', ['jpeg'], 'Foto.jpg'],
  ['foto.jpg', ['png'], 'foto.png'],
  ['image', ['png'], 'image.png'],
  ['Skärmavbild 2026-11-23 kl. 14.40', ['png'], 'Skärmavbild 2026-11-23 kl. 14.40.png'],
  ['mejl.txt', ['mail', 'text'], 'mejl.txt'],
  ['mejl.eml', ['mail', 'text'], 'mejl.eml'],
  ['a\u0308rende "1": <x>?.pdf', ['pdf'], 'ärende _1__ _x__.pdf'],
  ['faktura\u202efdp.pdf', ['pdf'], 'faktura fdp.pdf'],
  ["O'Medarbetare & co #1 100%.pdf", ['pdf'], 'O_Medarbetare _ co _1 100_.pdf'],
  ['con.pdf', ['pdf'], '_con.pdf'],
  ['...', ['pdf'], 'bilaga.pdf'],
  ['../../web.config.pdf', ['pdf'], 'web.config.pdf']
] as const)('%s becomes a name that can be kept', (given, kinds, name) => {
  expect(namedFile(given, kinds)).toMatchObject({ ok: true, value: { name } });
});

test.each([
  ['faktura.exe', ['jpeg']],
  ['faktura.pdf.js', ['text']],
  ['bild.svg', ['png']],
  ['brev.docm', ['word']],
  ['brev.docx', ['excel']],
  ['sida.html', ['text']]
] as const)('%s, when it is something else, is refused', (given, kinds) => {
  expect(namedFile(given, kinds)).toEqual({ ok: false, reason: 'file-mismatch' });
});

test('a name is safe in an address, in a list and on a disk, and is kept under it only once', () => {
  const anyName = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.string({ unit: fc.constantFrom('.', ' ', '/', '\\', "'", '%', '\u202e', 'å', '😀', 'e\u0301', 'x'), maxLength: 200 })
  );
  fc.assert(
    fc.property(anyName, fc.constantFrom(...fileKinds), fc.uuid(), (given, kind, command) => {
      const named = namedFile(given, [kind]);
      if (!named.ok) return;
      const { name } = named.value;
      const file = keptAs(name, command);
      for (const safe of [name, file]) {
        expect(safe).not.toMatch(/["*:<>?/\\|#%&{}~'\p{Cc}\u202a-\u202e\u2066-\u2069]|^[ .]|[ .]\.[a-z]+$|\.\.$/u);
        expect(safe).toBe(safe.normalize('NFC'));
        expect(safe.endsWith(`.${fileEndings[kind][0]}`)).toBe(true);
        expect(Array.from(safe).length).toBeLessThanOrEqual(attachmentLimits.name + 20);
        expect(encodeURIComponent(safe)).not.toBe('');
      }
      expect(namedFile(name, [kind])).toEqual(named);
      expect(file).toContain(command.slice(0, 8));
    }),
    { numRuns: 500 }
  );
});
