/** @jest-environment jsdom */
// Klassning: one question a screen, reasons in words, the draft, the stop, and submitting.
import { cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { classificationModel } from '../../src/reference/classification-model';
import type { Asset } from '../../src/domain/asset';
import { municipality, type Municipality } from './municipality';
import { registerAsset } from '../../src/workflows/register-asset';
import { submitAsset } from '../../src/workflows/submit-asset';
import { actor, people } from '../workflows/memory-context';
import { draftAsset, submittedAsset } from './example';
import { showTab } from './screens';

beforeEach(() => window.localStorage.clear());

async function begin(place: Municipality = municipality()): Promise<Asset> {
  const asset = await submittedAsset(place);
  showTab({ in: place, at: `assets/${asset.reference}/classify`, as: 'manager' });
  await screen.findByRole('heading', { level: 2, name: 'Kan uppgifterna ha betydelse för Sveriges säkerhet?' });
  return asset;
}

/** Gives the question on screen its first answer. */
async function answerMildly(): Promise<void> {
  const [first] = within(screen.getByRole('group', { name: /./ })).queryAllByRole('button');
  if (first !== undefined) return userEvent.click(first);
  const [box] = within(screen.getByRole('group', { name: /./ })).getAllByRole('checkbox');
  if (box !== undefined) await userEvent.click(box);
  await userEvent.click(screen.getByRole('button', { name: 'Nästa' }));
}

async function afterTheThird(step: () => Promise<void>): Promise<void> {
  for (let left = classificationModel.questions.length - 3; left > 0; left -= 1) await step();
}

test('one press answers and goes on, the progress is honest, and back shows the answer given', async () => {
  await begin();
  expect(screen.getByText(`Fråga 1 av ${classificationModel.questions.length}`)).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Nej' }));
  const title = screen.getByRole('heading', { level: 2, name: 'Vilka personuppgifter finns här?' });
  expect(document.activeElement).toBe(title);
  expect(screen.getByText(`Fråga 2 av ${classificationModel.questions.length}`)).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Tillbaka' }));
  expect(screen.getByRole('button', { name: 'Nej' }).getAttribute('aria-pressed')).toBe('true');
  expect(document.activeElement).toBe(screen.getByRole('heading', { level: 2, name: classificationModel.questions[0]?.title.sv ?? '' }));
});

test('the side panel says which legal floor lifted an aspect, and its source', async () => {
  await begin();
  await userEvent.click(screen.getByRole('button', { name: 'Nej' }));
  await userEvent.click(screen.getByRole('checkbox', { name: /^Känsliga/ }));
  await userEvent.click(screen.getByRole('button', { name: 'Nästa' }));
  const panel = screen.getByRole('complementary', { name: 'Hittills' });
  expect(within(panel).getByText('K2 Betydande')).toBeTruthy();
  expect(within(panel).getAllByText(/^Lagen ger lägst Betydande: .* Källa: Dataskyddsförordningen/)).toHaveLength(3);
  expect(within(panel).getByText('Inte bedömd än')).toBeTruthy();
});

test('"inga" and "vet inte" take the other choices away', async () => {
  await begin();
  await userEvent.click(screen.getByRole('button', { name: 'Nej' }));
  await userEvent.click(screen.getByRole('checkbox', { name: /^Känsliga/ }));
  await userEvent.click(screen.getByRole('checkbox', { name: 'Inga personuppgifter' }));
  expect(screen.getByRole<HTMLInputElement>('checkbox', { name: /^Känsliga/ }).checked).toBe(false);
  await userEvent.click(screen.getByRole('checkbox', { name: 'Vet inte' }));
  expect(screen.getByRole<HTMLInputElement>('checkbox', { name: 'Inga personuppgifter' }).checked).toBe(false);
});

test.each(['Ja', 'Osäker'])('the answer %s on säkerhetsskydd keeps nothing and tells whom to ring', async (answer) => {
  const place = municipality();
  await begin(place);
  await userEvent.click(screen.getByRole('button', { name: 'Nej' }));
  expect(window.localStorage.length).toBe(1);
  await userEvent.click(screen.getByRole('button', { name: 'Tillbaka' }));
  await userEvent.click(screen.getByRole('button', { name: answer }));
  expect((await screen.findByRole('alert')).textContent).toContain('Stopp. Skriv ingenting mer här.');
  expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Ring säkerhetsskyddschefen' }));
  expect(await screen.findByRole('link', { name: '070-174 06 32' })).toBeTruthy();
  expect(await screen.findByText(/^Säkerhetsskyddschefen har fått veta/)).toBeTruthy();
  expect(window.localStorage.length).toBe(0);
  expect(place.context.entries.at(-1)).toMatchObject({ event: 'report-stopped', actorId: 'none', state: { during: 'classification' } });
});

test('a stop that could not be told keeps nothing all the same and can be told again', async () => {
  const place = municipality();
  const send = jest.fn(place.desk('manager').send).mockResolvedValueOnce({ ok: false, reason: 'unreachable' });
  const { reference } = await submittedAsset(place);
  showTab({ in: place, at: `assets/${reference}/classify`, as: 'manager', desk: { send: send as never } });
  await userEvent.click(await screen.findByRole('button', { name: 'Osäker' }));
  expect(await screen.findByText(/^Värnas tjänst svarar inte/)).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Försök igen' }));
  expect(await screen.findByText(/^Säkerhetsskyddschefen har fått veta/)).toBeTruthy();
  expect(send.mock.calls[1]?.[1]).toBe(send.mock.calls[0]?.[1]);
});

test('answers survive a reload, and home leads back to the question', async () => {
  const place = municipality();
  const { reference } = await begin(place);
  await userEvent.click(screen.getByRole('button', { name: 'Nej' }));
  cleanup();
  showTab({ in: place, as: 'manager' });
  expect(await screen.findByText(`Din påbörjade klassning av ${reference}`)).toBeTruthy();
  await userEvent.click(screen.getByRole('link', { name: 'Fortsätt klassningen' }));
  expect(await screen.findByRole('heading', { level: 2, name: 'Vilka personuppgifter finns här?' })).toBeTruthy();
});

test('answers to another version of the model are gone through again', async () => {
  const place = municipality();
  const { reference } = await begin(place);
  await userEvent.click(screen.getByRole('button', { name: 'Nej' }));
  cleanup();
  const [name = ''] = Object.keys(window.localStorage);
  window.localStorage.setItem(name, (window.localStorage.getItem(name) ?? '').replace(classificationModel.version, 'Haparanda 0.9'));
  showTab({ in: place, at: `assets/${reference}/classify`, as: 'manager' });
  expect(await screen.findByText(/^Klassningsmodellen har ändrats medan du svarade/)).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Nej' }).getAttribute('aria-pressed')).toBe('true');
});

test('"vet inte" keeps it a draft; answered, it is submitted and the decider is named', async () => {
  const place = municipality();
  await begin(place);
  await answerMildly();
  await answerMildly();
  await userEvent.click(screen.getByRole('button', { name: 'Vet inte' }));
  await afterTheThird(answerMildly);
  expect(screen.getByRole('heading', { name: 'En fråga är öppen' })).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Lämna in för beslut' })).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: 'Ungefär hur många personer handlar det om?' }));
  await answerMildly();
  await afterTheThird(() => userEvent.click(screen.getByRole('button', { name: 'Nästa' })));
  expect(screen.getByText('Uppgiften kan publiceras efter vanlig publiceringsrutin.')).toBeTruthy();
  expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Så blev klassen' }));
  await userEvent.click(screen.getByRole('button', { name: 'Lämna in för beslut' }));
  expect(await screen.findByText(/^K-2026-0001 väntar på beslut av Karin Vaara/)).toBeTruthy();
  expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Klassningen är inlämnad' }));
  expect(window.localStorage.length).toBe(0);
});

test('a draft asset cannot be classified, and the screen says why', async () => {
  const place = municipality();
  const { reference } = await draftAsset(place);
  showTab({ in: place, at: `assets/${reference}/classify`, as: 'manager' });
  expect(await screen.findByText(/^Tillgången är ett utkast\./)).toBeTruthy();
});

test('IT may not classify, and the screen says who may', async () => {
  const place = municipality();
  const { reference } = await submittedAsset(place);
  showTab({ in: place, at: `assets/${reference}/classify`, as: 'it' });
  expect(await screen.findByText(/^Du har inte rätt att göra det här\./)).toBeTruthy();
});

test('each informationsmängd is gone through by its name, the next may be answered like it, and the worst decides', async () => {
  const place = municipality();
  const reference = await assetWithSets(place);
  showTab({ in: place, at: `assets/${reference}/classify`, as: 'manager' });
  const questions = classificationModel.questions.filter(({ part }) => part !== 'whole').length;
  expect(await screen.findByText('Informationsmängd: Turlistor')).toBeTruthy();
  expect(screen.getByText(`Fråga 1 av ${2 * questions + 1}`)).toBeTruthy();
  for (let left = questions; left > 0; left -= 1) await answerMildly();
  expect(screen.getByText('Informationsmängd: Journaler')).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Svara som för Turlistor' }));
  await userEvent.click(screen.getByRole('checkbox', { name: /^Ja, mängden/ }));
  await userEvent.click(screen.getByRole('button', { name: 'Nästa' }));
  expect(screen.getByText(/^Ett steg högre för allt tillsammans: Ja, mängden/)).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Lämna in för beslut' }));
  expect(await screen.findByText(/^K-2026-0001 väntar på beslut av Karin Vaara/)).toBeTruthy();
  expect(place.context.entries.at(-1)?.state).toMatchObject({
    sets: [
      { set: 'm1', name: 'Turlistor' },
      { set: 'm2', name: 'Journaler' }
    ],
    answers: { together: ['amount'] },
    profile: { confidentiality: 'moderate' }
  });
});

test('what nobody knows is asked of those who do: they find it on Hem, answer, and it goes on to the objektägare', async () => {
  const place = municipality();
  await begin(place);
  await answerMildly();
  await answerMildly();
  await userEvent.click(screen.getByRole('button', { name: 'Vet inte' }));
  await afterTheThird(answerMildly);
  expect(screen.getByText(/^En fråga svarade du vet inte på\./)).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Lämna in och fråga' }));
  expect(await screen.findByText('Klassningen väntar på svar')).toBeTruthy();
  cleanup();
  showTab({ in: place, as: 'privacyOfficer' });
  expect(await screen.findByText('Svara på frågor om klassningen av Hemtjänstens planering')).toBeTruthy();
  await userEvent.click(screen.getByRole('link', { name: 'Se K-2026-0001' }));
  await userEvent.click(await screen.findByRole('radio', { name: '500 eller fler' }));
  await userEvent.click(screen.getByRole('button', { name: 'Svara' }));
  expect(await screen.findByText(/^Besvarad av Disa Opartisk/)).toBeTruthy();
  expect(place.context.entries.at(-1)).toMatchObject({
    event: 'classification-inquiry-answered',
    to: 'submitted',
    state: { profile: { confidentiality: 'significant' }, decider: { id: people.objectOwner.id } }
  });
});

test('a lowered level needs a motivation, and the informationssäkerhetsansvarig comments before it is decided', async () => {
  const place = municipality();
  const asset = await begin(place);
  await answerMildly();
  await answerMildly();
  await answerMildly();
  for (let left = classificationModel.questions.length - 4; left > 0; left -= 1) await answerMildly();
  await userEvent.click(screen.getByRole('checkbox', { name: /^Ja, mängden/ }));
  await userEvent.click(screen.getByRole('button', { name: 'Nästa' }));
  await userEvent.click(screen.getByRole('button', { name: 'Annan nivå: Sekretess (konfidentialitet)' }));
  await userEvent.click(screen.getByRole('combobox', { name: /^Nivå för Sekretess/ }));
  await userEvent.click(screen.getByRole('option', { name: 'Försumbar' }));
  expect(screen.getByText(/^Lägre än svaren ger\./)).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Lämna in för beslut' })).toBeNull();
  await userEvent.type(screen.getByRole('textbox', { name: /^Varför passar/ }), 'Allt är publicerat');
  await userEvent.click(screen.getByRole('button', { name: 'Lämna in för beslut' }));
  expect(await screen.findByText('Klassningen väntar på svar')).toBeTruthy();
  cleanup();
  showTab({ in: place, at: 'decisions/K-2026-0001', as: 'securityOfficer' });
  await userEvent.type(await screen.findByRole('textbox', { name: /^Vad anser du/ }), 'Rimligt');
  await userEvent.click(screen.getByRole('button', { name: 'Spara kommentaren' }));
  expect(await screen.findByText(/^Siv Modig \(informationssäkerhet\)/)).toBeTruthy();
  expect(place.context.entries.at(-1)).toMatchObject({
    event: 'classification-commented',
    to: 'submitted',
    state: { asset: asset.reference }
  });
});

async function assetWithSets(place: Municipality): Promise<string> {
  const owners = { informationOwner: people.manager.upn, objectOwner: people.objectOwner.upn, custodian: people.custodian.upn };
  const sets = [
    { name: 'Turlistor', types: [] },
    { name: 'Journaler', types: [] }
  ];
  const asset = { name: 'Planering', description: '', carriers: ['system' as const], unit: 'SOC-HEM', sets, ...owners };
  const registered = await registerAsset(place.context, { command: 'sets 1', actor: actor('manager'), input: { asset } });
  if (!registered.ok) throw new Error(registered.reason);
  const { reference } = registered.value;
  await submitAsset(place.context, { command: 'sets 2', actor: actor('manager'), input: { reference } });
  return reference;
}
