// Texts and JSON that mean harm, or that somebody's keyboard, clipboard or program gives by accident.
import fc from 'fast-check';

/** Pieces that some reader of a text gives a meaning: a screen, a terminal, a query, a Markdown or a spreadsheet program. */
const fragments = [
  '\u0000',
  '\u0007',
  '\u001b[31m',
  '\u001b]0;x\u0007',
  '\r\n',
  '\r',
  '\u0085',
  '\u2028',
  '\u00a0',
  '\u00ad',
  '\u200b',
  '\u200d',
  '\u200f',
  '\u202e',
  '\u2066',
  '\u2060',
  '\ufeff',
  '\ufffe',
  '\uffff',
  '\ud800',
  '\udc00',
  '\u{10ffff}',
  'a\u030a\u0323',
  '👩‍👩‍👧‍👦',
  '🏴󠁧󠁢󠁥󠁮󠁧󠁿',
  '漢',
  "'",
  '"',
  '\\',
  "' or 1 eq 1 or 'a' eq '",
  '%00',
  '%2e%2e/',
  '../',
  '$',
  '&nbsp;',
  '&lt;script&gt;',
  '<script>alert(1)</script>',
  '<at>Värna</at>',
  '<img src=x onerror=alert(1)>',
  '[klicka](https://ond.example)',
  '![](https://ond.example/x.png)',
  '**fet**',
  '# rubrik',
  '{{DATE(2026-11-23T14:40:00Z, LONG)}}',
  '${value}',
  '{0}',
  '=HYPERLINK("https://ond.example","x")',
  '@SUM(1+1)*cmd|',
  'rapportera incident ',
  'hjälp',
  '!',
  ' ',
  'x'
] as const;

const fragment = fc.constantFrom(...fragments);
const codeUnits = fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 40 }).map((units) => String.fromCharCode(...units));
const flood = fc.tuple(fragment, fc.integer({ min: 2, max: 6_000 })).map(([piece, times]) => piece.repeat(times).slice(0, 45_000));

export const oddText: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: fc.array(fragment, { maxLength: 12 }).map((pieces) => pieces.join('')) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 200 }) },
  { weight: 2, arbitrary: codeUnits },
  { weight: 1, arbitrary: flood },
  { weight: 1, arbitrary: fc.tuple(flood, fragment, flood).map((parts) => parts.join('')) }
);

/** Names that an object has without being given them, and such as code likes to trust. */
export const oddName = fc.constantFrom(
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  'then',
  'toJSON',
  'length',
  'actor',
  'actorId',
  'roles',
  'state',
  ''
);

const oddNumber = fc.oneof(
  fc.constantFrom(0, -0, -1, 1e21, 1e308, Number.MAX_SAFE_INTEGER + 2, 2 ** 31, 2 ** 63, 5e-324),
  fc.double({ noNaN: true })
);
const numberLike = fc.constantFrom('NaN', 'Infinity', '-0', '1e999', '0x10', '١٢', 'null', 'undefined', 'true', '[object Object]');
const moment = fc.constantFrom(
  '0000-01-01T00:00:00Z',
  '0001-01-01T00:00:00Z',
  '1899-12-31T23:59:59Z',
  '1969-12-31T23:59:59Z',
  '2026-02-30T00:00:00Z',
  '2026-11-23T24:00:00Z',
  '2026-11-23T14:40:60Z',
  '9999-12-31T23:59:59Z',
  '+275760-09-13T00:00:01Z',
  '2026-11-23'
);

/** Objects that pose as texts, lists or promises. */
const poser = fc.constantFrom<unknown>(
  { length: { toString: null } },
  { length: 3 },
  { then: 'x', valueOf: null },
  { toJSON: {} },
  { size: [] }
);

const oddLeaf = fc.oneof(oddText, oddNumber, numberLike, moment, fc.boolean(), fc.constant(null), fc.constant(''), {
  weight: 3,
  arbitrary: poser
});

/** Anything JSON can say, prototype names among its own. */
export const oddJson: fc.Arbitrary<unknown> = fc.letrec<{ json: unknown }>((tie) => ({
  json: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    { weight: 4, arbitrary: oddLeaf },
    { weight: 1, arbitrary: fc.array(tie('json'), { maxLength: 6 }) },
    {
      weight: 2,
      arbitrary: fc
        .array(fc.tuple(fc.oneof(oddName, fc.string({ maxLength: 12 })), tie('json')), { maxLength: 6 })
        .map((members) => Object.fromEntries(members) as unknown)
    }
  )
})).json;

/** JSON text nested further than a stack is deep. */
export const deepJson: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom<[string, string, string]>(['[', '', ']'], ['{"a":', '1', '}'], ['[{"__proto__":', '[]', '}]']),
    fc.integer({ min: 500, max: 30_000 })
  )
  .map(([[open, inner, close], depth]) => open.repeat(depth) + inner + close.repeat(depth));
