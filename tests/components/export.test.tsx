/** @jest-environment jsdom */
// "Exportera till Excel": each table of the register as a file of what it shows.
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { answerInventory } from '../../src/workflows/answer-inventory';
import { openInventory } from '../../src/workflows/open-inventory';
import { readExcel } from '../documents/office-file';
import { actor } from '../workflows/memory-context';
import { decided, draftAsset, sensitiveAnswers, submittedAsset, submittedClassification } from './example';
import { municipality, type Municipality } from './municipality';
import { savedFile } from './saved-files';
import { errors, showTab, type Showing } from './screens';
import { given } from './track-example';

beforeEach(() => {
  window.localStorage.clear();
  errors.length = 0;
});

async function exported(showing: Showing, button = 'Exportera till Excel') {
  showTab(showing);
  await userEvent.click(await screen.findByRole('button', { name: button }));
  expect(await screen.findByText('Filen är skapad. Den finns bland dina hämtade filer.')).toBeTruthy();
  const { name, content } = await savedFile();
  return { name, sheets: await readExcel(content) };
}

/** One asset with a decided class, one that waits for a decision, and a draft. */
async function register(): Promise<Municipality> {
  const place = municipality();
  await decided(place, await submittedClassification(place, await submittedAsset(place), { answers: sensitiveAnswers }));
  await submittedClassification(place, await submittedAsset(place, 'Nyckelpärm'));
  await draftAsset(place, 'Elevakter');
  return place;
}

test('what is shown of the register is taken out, and nothing else', async () => {
  const { name, sheets } = await exported({ in: await register(), at: 'assets?vacant=yes' });
  expect(name).toMatch(/^tillgangar-\d{4}-\d{2}-\d{2}\.xlsx$/);
  expect(sheets[0]?.slice(1).map((cells) => cells[1])).toEqual(['Elevakter']);
  expect(sheets[1]?.[1]).toEqual(['Urval', 'Ansvarig saknas']);
});

test('a search that finds nothing has nothing to take out', async () => {
  showTab({ in: await register(), at: 'assets?sought=finns-inte' });
  await screen.findByText(/stämmer med ”finns-inte”|finns-inte/);
  expect(screen.queryByRole('button', { name: 'Exportera till Excel' })).toBeNull();
});

test('the decisions that wait are taken out', async () => {
  const { name, sheets } = await exported({ in: await register(), at: 'decisions' });
  expect(name).toMatch(/^beslut-/);
  expect(sheets[0]?.slice(1).map((cells) => cells[1])).toEqual(['Nyckelpärm']);
});

test('requirements without answers are taken out for those who are shown them', async () => {
  const { name, sheets } = await exported({ in: await register(), at: 'requirements', as: 'it' });
  expect(name).toMatch(/^krav-utan-svar-/);
  expect(sheets[0]?.slice(1).map((cells) => [cells[1], cells[7]])).toEqual([['Hemtjänstens planering', 'IT-enheten']]);
});

test('what is required of one asset is taken out on its page', async () => {
  const { name, sheets } = await exported(
    { in: await register(), at: 'assets/T-2026-0001', as: 'custodian' },
    'Exportera krav och åtgärder till Excel'
  );
  expect(name).toMatch(/^T-2026-0001-krav-/);
  expect(sheets[0]?.[0]?.slice(0, 2)).toEqual(['Krav', 'Aspekt']);
  expect(sheets[0]?.length).toBeGreaterThan(20);
});

test('the overview is taken out with what its tables say', async () => {
  const { name, sheets } = await exported({ in: await register(), at: 'overview' });
  expect(name).toMatch(/^oversikt-/);
  expect(sheets[0]?.at(-1)).toEqual(['Hela kommunen', '3', '1', '2']);
});

test('the inventory is taken out with how complete each part is, and what each unit answered', async () => {
  const place = municipality();
  const day = { lastDay: '2027-01-10' };
  await openInventory(place.context, { command: 'open', actor: actor('securityOfficer'), input: day });
  const input = { state: 'missing', reference: 'E-2026-0001', text: 'Nyckelskåpet', names: ['Nyckelpärmen'] } as const;
  await answerInventory(place.context, { command: 'answer', actor: actor('manager'), input });
  const { name, sheets } = await exported({ in: place, at: 'inventory', as: 'securityOfficer' });
  expect(name).toMatch(/^N-2026-0001-inventering-/);
  expect(sheets[0]?.at(-1)).toEqual(['Hela kommunen', '0', '1', '3', '4', '0']);
  const homeCare = sheets[1]?.find(([unit]) => unit === 'Hemtjänsten');
  expect(homeCare?.slice(1, 4)).toEqual(['Något saknas', '2026-11-23', 'Mats Lindbäck']);
  expect(homeCare?.slice(5)).toEqual(['Nyckelskåpet', 'Nyckelpärmen']);
});

test('the årshjul is taken out with what is done, what is late and the classes that are due', async () => {
  const place = municipality();
  await decided(place, await submittedClassification(place, await submittedAsset(place)));
  await given(place, 'it', 'mark-yearly-task', { done: true, year: 2027, month: 3, task: 'internal-control', note: 'KS § 21' });
  const { name, sheets } = await exported({ in: place, at: 'yearly/2027', as: 'securityOfficer' });
  expect(name).toMatch(/^arshjul-2027-/);
  const marked = sheets[0]?.filter((cells) => cells[5] === 'Klar');
  expect(marked).toEqual([
    [
      'mars 2027',
      'Intern kontroll av IT-miljön',
      'IT',
      expect.any(String),
      '2027-03-31',
      'Klar',
      expect.any(String),
      expect.any(String),
      'KS § 21'
    ]
  ]);
  expect(sheets[1]?.find(([month]) => month === 'november 2027')).toEqual(['november 2027', '1']);
});

test('the wishes for change are taken out with their answers, also one that was given just now', async () => {
  const place = municipality();
  await given(place, 'manager', 'propose-change', { subject: 'model', what: 'Fler nivåer', why: 'Papper' });
  showTab({ in: place, at: 'proposals', as: 'securityOfficer' });
  await userEvent.click(await screen.findByText('Svara på F-2026-0001'));
  await userEvent.click(screen.getByRole('radio', { name: 'Avböjt' }));
  await userEvent.type(screen.getByRole('textbox', { name: 'Skäl' }), 'Fyra räcker');
  await userEvent.click(screen.getByRole('button', { name: 'Skicka svaret' }));
  expect(await screen.findByText(/Fyra räcker/)).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Exportera till Excel' }));
  expect(await screen.findByText('Filen är skapad. Den finns bland dina hämtade filer.')).toBeTruthy();
  const sheets = await readExcel((await savedFile()).content);
  expect(sheets[0]?.[1]?.slice(0, 6)).toEqual(['F-2026-0001', 'Klassningsmodellen', expect.any(String), '', 'Fler nivåer', 'Papper']);
  expect(sheets[0]?.[1]?.[8]).toBe('Avböjt');
  expect(sheets[0]?.[1]?.at(-1)).toBe('Fyra räcker');
});
