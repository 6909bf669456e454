/** @jest-environment jsdom */
// Rapportera incident in the tab: the cards of the chat, answered with mouse and keyboard, over the real workflow.
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Asset } from '../../src/domain/asset';
import { Incident } from '../../src/domain/incident';
import { done, refused } from '../../src/domain/outcome';
import { text } from '../../src/i18n/text';
import { people } from '../workflows/memory-context';
import { prepareRenderer } from '../cards/renderer';
import { setWidth } from './jsdom-parts';
import { municipality, row, type Municipality } from './municipality';
import { showTab } from './screens';

prepareRenderer();

// The screen comes in a chunk of its own, which takes its time the first time.
beforeAll(async () => {
  await import('../../src/components/report/report-screen');
});

let place: Municipality;
beforeEach(() => {
  window.localStorage.clear();
  setWidth(1200);
  place = municipality();
});

test('something sent wrong is reported here as in the chat, without typing, and the receipt says who is told', async () => {
  showTab({ in: place, as: 'employee', at: 'report' });
  await toLastStep();
  await press('Skicka rapporten');
  const receipt = await screen.findByRole('group', { name: 'Tack! Rapporten är inskickad' });
  expect(receipt.textContent).toContain('I-2026-0001');
  expect(receipt.textContent).toContain(people.manager.name);
  expect(document.activeElement).toBe(receipt);
  expect(reported().report).toMatchObject({ kind: 'sent-wrong', carrier: 'message', where: 'Mejl eller meddelande', personalData: 'yes' });
  expect(keptInBrowser()).toBe('');
});

test('a picture is added right after the report, and after a stop there is nowhere to add one', async () => {
  const { unmount } = showTab({ in: place, as: 'employee', at: 'report' });
  await toLastStep();
  await press('Skicka rapporten');
  const picture = new File([Uint8Array.of(0xff, 0xd8, 0xff, 0xe0)], 'Kuvertet.jpg');
  await userEvent.upload(await screen.findByLabelText('Lägg till bild eller mejl'), picture);
  expect(await screen.findByText('Filen är tillagd.')).toBeTruthy();
  expect(place.context.entries.map(({ event }) => event)).toEqual(['incident-reported', 'attachment-added']);
  unmount();
  showTab({ in: place, as: 'employee', at: 'report' });
  await toLastStep();
  await press('Tillbaka');
  await press('Stopp: kan röra Sveriges säkerhet');
  await screen.findByRole('group', { name: 'Stanna här och skriv inget mer' });
  expect(screen.queryByLabelText('Lägg till bild eller mejl')).toBeNull();
});

test('what was answered survives that the page is left, and is gone on with', async () => {
  const { unmount } = showTab({ in: place, as: 'employee', at: 'report' });
  await toLastStep();
  unmount();
  showTab({ in: place, as: 'employee', at: 'report' });
  expect((await form()).textContent).toContain('Steg 4 av 4');
});

test('the choices of a question are a group that bears its words, and each choice bears its own alone', async () => {
  showTab({ in: place, as: 'employee', at: 'report' });
  await press('Jag har skickat något fel');
  const when = within(await form()).getByRole('radiogroup', { name: 'När hände det?' });
  const choices = within(when).getAllByRole('radio');
  expect(choices.map((choice) => (choice as HTMLInputElement).labels?.[0]?.textContent)).toContain('Nyss');
  expect(within(when).getByRole('radio', { name: 'Nyss' })).toBe(choices[0]);
});

test('an open question holds the step back and says so', async () => {
  showTab({ in: place, as: 'employee', at: 'report' });
  await press('Jag har skickat något fel');
  await press('Nästa');
  expect((await form()).textContent).toContain('Välj ett alternativ.');
});

test('the säkerhetsskydd stop from the last step keeps nothing, neither in the record nor in the browser', async () => {
  showTab({ in: place, as: 'employee', at: 'report' });
  await toLastStep();
  await userEvent.type(within(await form()).getByRole('textbox'), 'radiolänken i Björnskogen');
  await press('Tillbaka');
  expect(keptInBrowser()).toContain('Björnskogen');
  await press('Stopp: kan röra Sveriges säkerhet');
  const stopped = await screen.findByRole('group', { name: 'Stanna här och skriv inget mer' });
  expect(stopped.textContent).toContain('070-174\u00a006\u00a032');
  expect(keptInBrowser()).toBe('');
  expect(JSON.stringify(place.context.entries)).not.toContain('Björnskogen');
  expect(place.context.entries).toMatchObject([{ event: 'report-stopped', actorId: 'none' }]);
});

test('a withdrawn report is gone, and another can be begun', async () => {
  showTab({ in: place, as: 'employee', at: 'report' });
  await toLastStep();
  await press('Avbryt rapporten');
  await screen.findByRole('group', { name: 'Rapporten är borttagen' });
  expect(keptInBrowser()).toBe('');
  await press('Rapportera incident');
  expect((await form()).textContent).toContain('Steg 1 av 4');
  expect(place.context.entries).toEqual([]);
});

test('a report that could not be sent stands there still, and sent again it is the same', async () => {
  const commands: string[] = [];
  const desk = place.desk('employee');
  let isAway = true;
  showTab({
    in: place,
    as: 'employee',
    at: 'report',
    desk: {
      send: (name, command, input) => {
        commands.push(command);
        return isAway ? Promise.resolve(refused('unreachable')) : desk.send(name, command, input);
      }
    }
  });
  await toLastStep();
  await press('Skicka rapporten');
  const problem = text('sv', 'refusal.unreachable');
  await waitFor(async () => expect((await form()).textContent).toContain(problem));
  isAway = false;
  await press('Skicka rapporten');
  await screen.findByRole('group', { name: 'Tack! Rapporten är inskickad' });
  expect(new Set(commands).size).toBe(1);
});

test('an asset is looked for in what the person may read of the register', async () => {
  const asset = Asset.parse({ ...activeAsset, reference: 'T-2026-0007', name: 'Nattpatrullens turer' });
  showTab({ in: place, as: 'employee', at: 'report', source: { assets: () => Promise.resolve(done([row(asset)])) } });
  await toLastStep();
  await press('Berätta mer eller byt mottagare');
  await userEvent.type(screen.getByRole('textbox', { name: /^Vilken informationstillgång/ }), 'turer');
  await press('Klar');
  await press('Välj T-2026-0007');
  await press('Skicka rapporten');
  await screen.findByRole('group', { name: 'Tack! Rapporten är inskickad' });
  expect(reported().report).toMatchObject({ asset: 'T-2026-0007' });
});

test('a telephone number that cannot be read does not stand in the way', async () => {
  showTab({ in: place, as: 'employee', at: 'report', source: { settings: () => Promise.reject(new Error('503')) } });
  expect((await form()).textContent).toContain('Brådskande? Ring IT.');
});

async function toLastStep(): Promise<void> {
  await press('Jag har skickat något fel');
  await choose('Nyss', 'Nej');
  await press('Nästa');
  await choose('Mejl eller meddelande', 'Ja');
  await press('Nästa');
}

const activeAsset = {
  description: '',
  carriers: ['paper'],
  unit: 'SOC-HEM',
  unitName: 'Hemtjänsten',
  state: 'active'
};

function form(): Promise<HTMLElement> {
  return screen.findByRole('group', { name: 'Rapportera incident' });
}

/** Drawing the first card takes its time on a busy machine. */
const patiently = { timeout: 20_000 };

async function press(button: string): Promise<void> {
  await userEvent.click(await screen.findByRole('button', { name: button }, patiently));
}

/** The renderer reads the question aloud with its first answer. */
async function choose(...answers: readonly string[]): Promise<void> {
  for (const answer of answers) {
    const name = (said: string): boolean => said === answer || said.endsWith(` ${answer}`);
    await userEvent.click(await screen.findByRole('radio', { name }));
  }
}

function reported(): Incident {
  return Incident.parse(place.context.entries.at(-1)?.state);
}

/** Everything the browser keeps of drafts. */
function keptInBrowser(): string {
  const names = Array.from({ length: window.localStorage.length }, (_, index) => window.localStorage.key(index) ?? '');
  return names.map((name) => `${name} ${window.localStorage.getItem(name) ?? ''}`).join('\n');
}
