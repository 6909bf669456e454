// What a municipality may write to have its levels shown with numbers of its own.
import fc from 'fast-check';
import { levelNumbersFrom } from '../../src/domain/level-numbers';

test.each([
  ['0,1,2,3', [0, 1, 2, 3]],
  ['1,2,3,4', [1, 2, 3, 4]],
  [' 1, 2 ,3, 4', [1, 2, 3, 4]],
  ['4,3,2,1', [4, 3, 2, 1]],
  ['10,20,30,99', [10, 20, 30, 99]]
])('%s is a number for each level, from the least to the most', (written, [negligible, moderate, significant, serious]) => {
  expect(levelNumbersFrom(written)).toEqual({ ok: true, value: { negligible, moderate, significant, serious } });
});

test.each(['', '1,2,3', '1,2,3,4,5', '1-4', '1;2;3;4', '1,2,3,fyra', '1,2,3,', '-1,0,1,2', '1.5,2,3,4', '0,1,2,100', 'K1,K2,K3,K4'])(
  '"%s" is not one number for each level',
  (written) => {
    expect(levelNumbersFrom(written)).toEqual({ ok: false, reason: 'not-one-each' });
  }
);

test.each(['1,1,2,3', '3,3,3,3', '0,2,1,3', '4,3,1,2'])('%s is not in one order', (written) => {
  expect(levelNumbersFrom(written)).toEqual({ ok: false, reason: 'not-in-order' });
});

test('whatever four numbers are taken tell all levels apart and put them in one order', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 99 }), { minLength: 4, maxLength: 4 }), (numbers) => {
      const sorted = [...new Set(numbers)].sort((a, b) => a - b);
      const isOrdered = sorted.length === 4 && [sorted, [...sorted].reverse()].some((order) => order.join() === numbers.join());
      expect(levelNumbersFrom(numbers.join(',')).ok).toBe(isOrdered);
    })
  );
});
