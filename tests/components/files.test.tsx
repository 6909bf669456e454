/** @jest-environment jsdom */
// Files of an incident in the tab: added by whoever reported or handles it, also right after the report, and fetched only as they were added.
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { attachmentLimits } from '../../src/domain/attachment';
import { Incident, attachmentsOf } from '../../src/domain/incident';
import { refused } from '../../src/domain/outcome';
import { texts } from '../../src/i18n/every-language';
import { text } from '../../src/i18n/text';
import { passive } from '../domain/example-files';
import { people } from '../workflows/memory-context';
import { reportedIncident } from './example';
import { municipality, type Municipality } from './municipality';
import { showTab } from './screens';

const at = 'incidents/I-2026-0001';

let place: Municipality;
beforeEach(async () => {
  window.localStorage.clear();
  place = municipality();
  await reportedIncident(place);
});

const [, picture] = passive.jpeg;
const file = (name = 'Kuvertet.jpg', bytes: Uint8Array = picture): File => new File([bytes], name);

const section = async () => within(await screen.findByRole('region', { name: 'Filer' }));

/** The browser only says which kinds it shows first; whoever wants to can choose any. */
const anyFile = userEvent.setup({ applyAccept: false });

async function choose(...files: readonly File[]): Promise<void> {
  await anyFile.upload(await screen.findByLabelText('Lägg till bild eller mejl'), [...files]);
}

function recorded(): ReturnType<typeof attachmentsOf> {
  return attachmentsOf(Incident.parse(place.context.entries.at(-1)?.state));
}

test('the reporter adds a picture, sees it in the list and in the timeline', async () => {
  showTab({ in: place, at, as: 'employee' });
  expect((await section()).getByText('Inga filer är tillagda.')).toBeTruthy();
  await choose(file());
  expect(await (await section()).findByText('Filen är tillagd.')).toBeTruthy();
  expect((await section()).getByRole('button', { name: 'Hämta Kuvertet.jpg' })).toBeTruthy();
  expect((await section()).getByText(new RegExp(`^0 kB, ${people.employee.name} `))).toBeTruthy();
  expect(within(screen.getByRole('region', { name: 'Tidslinje' })).getByText('Fil tillagd')).toBeTruthy();
  expect(recorded()).toMatchObject([{ name: 'Kuvertet.jpg', by: people.employee }]);
});

test('several files are sent one after the other, and each is told what came of it', async () => {
  showTab({ in: place, at, as: 'it' });
  await choose(file(), file('faktura.pdf', new TextEncoder().encode('<html>')), file('mejl.eml', passive.mail[1]));
  expect(await (await section()).findByText(text('sv', 'refusal.file-active'))).toBeTruthy();
  await waitFor(() => expect(recorded().map(({ name }) => name)).toEqual(['Kuvertet.jpg', 'mejl.eml']));
  expect((await section()).getByLabelText('Lägg till bild eller mejl')).toHaveProperty('disabled', false);
});

test('a file that is too large is not sent at all', async () => {
  const attach = jest.fn();
  showTab({ in: place, at, as: 'employee', desk: { attach } });
  await choose(file('stor.jpg', new Uint8Array(attachmentLimits.bytes + 1)));
  expect(await (await section()).findByText(text('sv', 'refusal.file-too-large'))).toBeTruthy();
  expect(attach).not.toHaveBeenCalled();
});

test('a file that did not get through is sent again under the same key', async () => {
  const keys: string[] = [];
  const { attach } = place.desk('employee');
  showTab({
    in: place,
    at,
    as: 'employee',
    desk: {
      attach: (sent) => {
        keys.push(sent.command);
        return keys.length === 1 ? Promise.resolve(refused('unreachable')) : attach(sent);
      }
    }
  });
  await choose(file());
  await userEvent.click(await (await section()).findByRole('button', { name: 'Försök igen' }));
  expect(await (await section()).findByText('Filen är tillagd.')).toBeTruthy();
  expect(keys[0]).toBe(keys[1]);
  expect(recorded()).toHaveLength(1);
});

test('the nearest manager reads what is there and can add nothing', async () => {
  showTab({ in: place, at, as: 'manager' });
  expect((await section()).getByText('Inga filer är tillagda.')).toBeTruthy();
  expect(screen.queryByLabelText('Lägg till bild eller mejl')).toBeNull();
});

/** What the browser was asked to save. */
function savings(): { readonly name: string; readonly type: string }[] {
  const saved: { name: string; type: string }[] = [];
  const types = new Map<string, string>();
  URL.createObjectURL = (blob: Blob) => {
    types.set(`blob:${types.size}`, blob.type);
    return `blob:${types.size - 1}`;
  };
  URL.revokeObjectURL = () => undefined;
  jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    saved.push({ name: this.download, type: types.get(this.href) ?? '' });
  });
  return saved;
}

test('a file is saved as a file of bytes; one that was altered or taken away is not, and says so', async () => {
  const saved = savings();
  showTab({ in: place, at, as: 'employee' });
  await choose(file());
  const button = await (await section()).findByRole('button', { name: 'Hämta Kuvertet.jpg' });
  await userEvent.click(button);
  await waitFor(() => expect(saved).toEqual([{ name: 'Kuvertet.jpg', type: 'application/octet-stream' }]));
  const [kept = ''] = place.kept.keys();
  place.kept.set(kept, Uint8Array.of(...picture, 1));
  await userEvent.click(button);
  expect((await (await section()).findByRole('alert')).textContent).toBe(text('sv', 'tab.files.altered'));
  place.kept.delete(kept);
  await userEvent.click(button);
  await waitFor(async () => expect((await section()).getByRole('alert').textContent).toBe(text('sv', 'tab.files.gone')));
  expect(saved).toHaveLength(1);
  jest.restoreAllMocks();
});

test('the words say the limits as they are', () => {
  for (const language of ['sv', 'en', 'fi'] as const) {
    expect(texts[language]['refusal.file-too-large']).toContain(`${attachmentLimits.bytes / 1024 / 1024} M`);
    expect(texts[language]['refusal.files-full']).toContain(String(attachmentLimits.files));
  }
});
