// What people write, as it can be kept: what is left out, what stays, and that nothing is left which a list or a terminal takes for something else.
import fc from 'fast-check';
import { isBlank, keepable, keptText, onOneLine, writtenVisibly } from '../../src/domain/written-text';

test.each([
  ['åäö, 漢字 and emoji with joiners stay', 'Å 漢 👩‍👩‍👧 می‌خواهم', 'Å 漢 👩‍👩‍👧 می‌خواهم'],
  ['line ends become line feeds', 'ett\r\ntvå\rtre\u2028fyra', 'ett\ntvå\ntre\nfyra'],
  ['control characters and halves of characters go', 'a\u0000b\u001b[31mc\ud800d\udc00e\ufffef', 'ab[31mcdef'],
  ['what turns the reading direction goes', 'fak\u202etura\u2066', 'faktura'],
  ['signs of no width go', 'lö\u200bsen\ufeff\u{e0041}', 'lösen'],
  ['tabs and inner spaces stay', ' a\t b ', 'a\t b']
])('%s', (_case, said, kept) => {
  expect(keepable(said)).toBe(kept);
});

const anyText = fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 60 }).map((units) => String.fromCharCode(...units));

test('keeping a text again changes nothing, and XML has a place for all of it', () => {
  fc.assert(
    fc.property(anyText, (said) => {
      const kept = keepable(said);
      expect(keepable(kept)).toBe(kept);
      expect(Buffer.from(kept).toString()).toBe(kept);
      expect(kept).toMatch(/^[\t\n\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u);
    })
  );
});

test('a text is cut after what cannot be kept is gone, and not through a character', () => {
  expect(keptText(`${' '.repeat(4_000)}Viktigt`, 4_000)).toBe('Viktigt');
  expect(keptText('ab😀', 3)).toBe('ab');
});

test.each(['', ' \n', '\u200d', '\u00ad\u034f', '\u3164', '\u0301'])('nothing can be seen of %j', (said) => {
  expect(isBlank(said)).toBe(true);
  expect(writtenVisibly(10).safeParse(said).success).toBe(false);
});

test('the length is that of what can be kept', () => {
  expect(writtenVisibly(3).parse('\u0000\u0000abc')).toBe('abc');
  expect(writtenVisibly(3).safeParse('abcd').success).toBe(false);
  expect(writtenVisibly(3).safeParse('😀😀').success).toBe(false);
});

test('a line in a terminal stays one line', () => {
  expect(onOneLine('T-2026-0001\u001b[2J\n0 avvikelser\u2028')).toBe('T-2026-0001 [2J 0 avvikelser ');
});
