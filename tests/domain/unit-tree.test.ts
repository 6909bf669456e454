// The line organisation as a tree, whatever the list says.
import fc from 'fast-check';
import type { Unit } from '../../src/domain/person';
import { codesBeneath, inTreeOrder } from '../../src/domain/unit-tree';

const units = [unit('SOC', 'SN'), unit('SN'), unit('BUN'), unit('SOC-HEM', 'SOC')];

test('each unit stands below the one it belongs to', () => {
  expect(inTreeOrder(units).map(({ unit: { code }, depth }) => `${depth} ${code}`)).toEqual(['0 SN', '1 SOC', '2 SOC-HEM', '0 BUN']);
});

test('a nämnd has its förvaltning and its enheter beneath it', () => {
  expect([...codesBeneath('SN', units)]).toEqual(['SN', 'SOC', 'SOC-HEM']);
});

test('units that are above one another, or below none that is known, are there once all the same', () => {
  const codes = ['A', 'B', 'C', 'D'];
  const parents = fc.tuple(...codes.map(() => fc.constantFrom(undefined, ...codes, 'X')));
  fc.assert(
    fc.property(parents, (above) => {
      const odd = codes.map((code, index) => unit(code, above[index]));
      expect(
        inTreeOrder(odd)
          .map((placed) => placed.unit.code)
          .sort()
      ).toEqual(codes);
    })
  );
});

function unit(code: string, parent?: string): Unit {
  return { code, name: code, kind: 'unit', parent };
}
