// The requirement annex, made and read back: what a supplier shall meet, with room for answers, and nothing of what is missing.
import type { Level, Profile } from '../../src/domain/classification';
import { requirementAnnex, type Procurement } from '../../src/documents/requirement-annex';
import { wordOf } from '../../src/documents/word';
import { requirementCatalogue } from '../../src/reference/requirement-catalogue';
import { asset } from '../lists/examples';
import { people } from '../workflows/memory-context';
import { readWord } from './office-file';

const flat = (level: Level): Profile => ({ confidentiality: level, integrity: level, availability: level, traceability: level });

function procured(profile: Profile): Procurement {
  const about = { ...asset({ name: 'Vård & <omsorg>', description: 'Servern står i källaren', carriers: ['system'] }), profile };
  return { asset: about, catalogue: requirementCatalogue, by: people.custodian, at: '2026-11-26T09:00:00Z' };
}

async function read(profile: Profile): Promise<string> {
  return readWord(await wordOf(requirementAnnex(procured(profile))));
}

test('says what it is about, the class in words, and by which catalogue', async () => {
  const text = await read(flat('significant'));
  expect(text).toContain('Kravbilaga: informationssäkerhet för Vård & <omsorg>');
  expect(text).toContain('Betydande');
  expect(text).toContain('Sekretess kan gälla, eller känsliga personuppgifter, eller många personer.');
  expect(text).toContain('Haparanda 1.0, gäller från 2026-01-15');
  expect(text).toContain('2026-11-26 10:00 svensk tid');
});

test('puts what the class demands of a supplier as SKA-krav, with standard and law', async () => {
  const text = await read(flat('significant'));
  expect(text).toContain('Leverantören ska kräva inloggning med flera faktorer');
  expect(text).toContain('ISO/IEC 27002:2022: 8.5');
  expect(text).toContain('Cybersäkerhetslagen 2 kap. 3 §: 10');
  expect(text).toContain('Leverantörens svar');
  expect(text).not.toContain('Leverantören ska skydda loggarna');
  expect(text).not.toContain('Inloggning kräver flera faktorer.');
});

test('a stronger class puts all of the weaker one and more', () => {
  const codes = (level: Level): string[] =>
    requirementAnnex(procured(flat(level))).blocks.flatMap((block) =>
      block.kind === 'table' && block.columns.includes('Krav') ? block.rows.map(([code = '']) => code) : []
    );
  expect(codes('serious')).toEqual(expect.arrayContaining(codes('significant')));
  expect(codes('serious').length).toBeGreaterThan(codes('significant').length);
});

test('leaves room for each answer, and does not describe the asset', async () => {
  const tables = requirementAnnex(procured(flat('serious'))).blocks.flatMap((block) =>
    block.kind === 'table' && block.columns.includes('Leverantörens svar') ? block.rows : []
  );
  expect(tables.every((cells) => cells[3] === '' && cells[4] === '')).toBe(true);
  expect(await read(flat('serious'))).not.toContain('källaren');
});
