/** @jest-environment jsdom */
// Tillgångar: finding, adding, submitting and changing an asset.
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { done, refused } from '../../src/domain/outcome';
import { brokenRow, municipality, row } from './municipality';
import { decided, detailedAsset, draftAsset, submittedAsset, submittedClassification } from './example';
import { people } from '../workflows/memory-context';
import { errors, pick, showTab } from './screens';

beforeEach(() => {
  window.localStorage.clear();
  errors.length = 0;
});

test('an asset is found by words of its name, unit and owner, and its class is letter, number and word', async () => {
  const place = municipality();
  const asset = await submittedAsset(place);
  await decided(place, await submittedClassification(place, asset));
  await submittedAsset(place, 'Elevakter');
  showTab({ in: place, at: 'assets' });
  await userEvent.type(await screen.findByRole('searchbox', { name: /^Sök på namn/ }), 'planering mats');
  expect(await screen.findByText('1 tillgång')).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Hemtjänstens planering' })).toBeTruthy();
  expect(screen.queryByRole('link', { name: 'Elevakter' })).toBeNull();
  expect(within(screen.getByRole('list', { name: 'Klass' })).getByText('K0 Försumbar')).toBeTruthy();
});

test('a search without a match does not look like an empty register', async () => {
  const place = municipality();
  await draftAsset(place);
  showTab({ in: place, at: 'assets' });
  await userEvent.type(await screen.findByRole('searchbox'), 'finns inte');
  expect(screen.getByText('Ingen tillgång stämmer med ”finns inte”.')).toBeTruthy();
  expect(screen.queryByText('Registret är tomt än så länge.')).toBeNull();
});

test('the register is narrowed by unit, class and what is missing, and is found so by whoever comes back', async () => {
  const place = municipality();
  const asset = await submittedAsset(place);
  await decided(place, await submittedClassification(place, asset));
  await draftAsset(place, 'Elevakter');
  showTab({ in: place, at: 'assets' });
  await userEvent.click(await screen.findByRole('checkbox', { name: 'Ansvarig saknas' }));
  expect(screen.queryByRole('link', { name: 'Hemtjänstens planering' })).toBeNull();
  await userEvent.click(screen.getByRole('combobox', { name: /^Klass/ }));
  await pick('K0 Försumbar');
  expect(screen.getByText('Ingen tillgång stämmer med det du har valt.')).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Visa alla' }));
  await userEvent.click(screen.getByRole('combobox', { name: /^Enhet/ }));
  await pick(/Socialförvaltningen/);
  await userEvent.click(screen.getByRole('combobox', { name: /^Klass/ }));
  await pick('Oklassad');
  await waitFor(() => expect(window.location.hash).toBe('#assets?unit=SOC&class=none'));
  await userEvent.click(screen.getByRole('link', { name: 'Elevakter' }));
  await screen.findByRole('heading', { name: /Elevakter/ });
  window.history.back();
  await waitFor(() => expect(screen.getByRole('combobox', { name: /^Klass/ }).textContent).toContain('Oklassad'));
  expect(screen.queryByRole('link', { name: 'Hemtjänstens planering' })).toBeNull();
});

test('a link leads to the rows of a filter, and a filter that is not understood narrows nothing', async () => {
  const place = municipality();
  await submittedAsset(place);
  await draftAsset(place, 'Elevakter');
  const { unmount } = showTab({ in: place, at: 'assets?state=draft&class=none' });
  await screen.findByRole('link', { name: 'Elevakter' });
  expect(screen.queryByRole('link', { name: 'Hemtjänstens planering' })).toBeNull();
  unmount();
  showTab({ in: place, at: 'assets?state=drft&colour=red' });
  await screen.findByRole('link', { name: 'Elevakter' });
  await screen.findByRole('link', { name: 'Hemtjänstens planering' });
});

test('an empty register says what to begin with', async () => {
  showTab({ at: 'assets' });
  expect(await screen.findByText('Registret är tomt än så länge.')).toBeTruthy();
});

test('a register that could not be read says so and can be read again', async () => {
  const place = municipality();
  await draftAsset(place);
  const assets = jest.fn(place.source('manager').assets).mockRejectedValueOnce(new Error('503'));
  showTab({ in: place, at: 'assets', source: { assets } });
  expect((await screen.findByRole('alert')).textContent).toContain('Kunde inte läsa tillgångarna från SharePoint.');
  expect(errors.map(({ message }) => message)).toEqual(['503']);
  await userEvent.click(screen.getByRole('button', { name: 'Försök igen' }));
  expect(await screen.findByRole('link', { name: 'Hemtjänstens planering' })).toBeTruthy();
});

test('the first assets are shown while the rest is read, and what is sought is looked for in all of them', async () => {
  const place = municipality();
  const first = await draftAsset(place);
  await submittedAsset(place, 'Elevakter');
  let comes = (): void => undefined;
  const whole = new Promise<void>((resolve) => (comes = resolve));
  showTab({
    in: place,
    at: 'assets',
    source: {
      firstAssets: () => Promise.resolve(done([row(first)])),
      assets: () => whole.then(() => place.source('objectOwner').assets())
    }
  });
  expect(await screen.findByRole('link', { name: 'Hemtjänstens planering' })).toBeTruthy();
  expect(screen.getByText('Hela registret läses in …')).toBeTruthy();
  await userEvent.type(screen.getByRole('searchbox'), 'elev');
  expect(screen.queryByRole('link', { name: 'Hemtjänstens planering' })).toBeNull();
  expect(screen.queryByText(/^Ingen tillgång stämmer/)).toBeNull();
  comes();
  expect(await screen.findByRole('link', { name: 'Elevakter' })).toBeTruthy();
  expect(await screen.findByText('1 tillgång')).toBeTruthy();
});

test('first assets that cannot be read take nothing from the register', async () => {
  const place = municipality();
  await draftAsset(place);
  showTab({ in: place, at: 'assets', source: { firstAssets: () => Promise.reject(new Error('503')) } });
  expect(await screen.findByRole('link', { name: 'Hemtjänstens planering' })).toBeTruthy();
  expect(errors).toEqual([]);
});

test('who may not see the register is told who can give the right', async () => {
  showTab({ at: 'assets', as: 'stranger', source: { assets: () => Promise.resolve(refused('no-right')) } });
  expect(await screen.findByText(/^Du har inte rätt att se tillgångarna\./)).toBeTruthy();
});

test('a row that cannot be understood is named by its number', async () => {
  const place = municipality();
  const asset = await draftAsset(place);
  showTab({ at: 'assets', source: { assets: () => Promise.resolve({ ok: true, value: [row(asset), brokenRow(17)] }) } });
  expect(await screen.findByText(/^1 rad i listan går inte att förstå .* rad 17\./)).toBeTruthy();
});

test('who has left and is still named is said in the register and on the page of the asset', async () => {
  const place = municipality();
  const asset = await submittedAsset(place);
  await submittedAsset(place, 'Elevakter');
  const { id, name } = people.manager;
  const vacancy = {
    role: 'informationOwner',
    holder: { id, name },
    fault: 'gone',
    since: '2026-11-23T05:30:00Z',
    state: 'standing'
  } as const;
  const vacancies = () => Promise.resolve(done([row({ ...vacancy, asset: asset.reference })]));
  showTab({ in: place, at: 'assets?vacant=yes', source: { vacancies } });
  expect(await screen.findByText('Vakant: Informationsägare, kontot är borttaget')).toBeTruthy();
  expect(screen.queryByRole('link', { name: 'Elevakter' })).toBeNull();
  await userEvent.click(screen.getByRole('link', { name: 'Hemtjänstens planering' }));
  expect(await screen.findByText(`Vakant: Informationsägare. ${name} står kvar, men kontot är borttaget. Utse någon annan.`)).toBeTruthy();
});

test('an asset changed after its decision says so', async () => {
  const place = municipality();
  const asset = await submittedAsset(place);
  await decided(place, await submittedClassification(place, asset));
  showTab({ in: place, at: `assets/${asset.reference}/edit`, as: 'manager' });
  const name = await screen.findByRole('textbox', { name: 'Namn' });
  await userEvent.clear(name);
  await userEvent.type(name, 'Hemtjänstens schema');
  await userEvent.click(screen.getByRole('button', { name: 'Spara ändringen' }));
  expect(await screen.findByText('Ändrad efter beslut')).toBeTruthy();
});

describe('the form', () => {
  /** The question that comes before everything else. */
  async function clear(): Promise<void> {
    await userEvent.click(await screen.findByRole('button', { name: 'Nej' }));
  }

  async function fillIn(): Promise<void> {
    await clear();
    await userEvent.type(await screen.findByRole('textbox', { name: 'Namn' }), 'Elevakter');
    await userEvent.click(screen.getByRole('checkbox', { name: 'Papper eller akt' }));
    await userEvent.click(screen.getByRole('combobox', { name: /^Enhet/ }));
    await pick('Hemtjänsten (Enhet)');
  }

  /** Fluent lets nobody point at a list until it has been placed on the page, which takes its time on a busy machine. */
  async function pick(name: string | RegExp): Promise<void> {
    fireEvent.click(await screen.findByRole('option', { name }, { timeout: 10_000 }));
  }

  async function choose(role: string, typed: string, name: RegExp): Promise<void> {
    await userEvent.type(screen.getByRole('combobox', { name: role }), typed);
    await pick(name);
  }

  test('sums up what is missing, takes the focus there and leads to the field', async () => {
    showTab({ at: 'assets/new', as: 'manager' });
    await clear();
    await userEvent.click(await screen.findByRole('button', { name: 'Lägg till' }));
    const summary = screen.getByRole('group', { name: '3 saker behöver rättas' });
    expect(document.activeElement).toBe(summary);
    await userEvent.click(within(summary).getByRole('button', { name: 'Skriv vad tillgången heter.' }));
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Namn' }));
  });

  test('registers an asset with its owners and goes to its page', async () => {
    const place = municipality();
    showTab({ in: place, at: 'assets/new', as: 'manager' });
    await fillIn();
    await choose('Objektägare', 'Karin', /Karin Vaara/);
    await userEvent.click(screen.getByRole('button', { name: 'Lägg till' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'T-2026-0001 Elevakter' })).toBeTruthy();
    expect(place.context.entries.at(-1)?.state).toMatchObject({ name: 'Elevakter', unit: 'SOC-HEM', objectOwner: { name: 'Karin Vaara' } });
    expect(window.localStorage.length).toBe(0);
  });

  test('keeps what was typed over a reload, and home leads back to it', async () => {
    showTab({ at: 'assets/new', as: 'manager' });
    await clear();
    await userEvent.type(await screen.findByRole('textbox', { name: 'Namn' }), 'Elevakter');
    cleanup();
    showTab({ as: 'manager' });
    expect(await screen.findByText('Din påbörjade tillgång ”Elevakter”')).toBeTruthy();
    await userEvent.click(screen.getByRole('link', { name: 'Fortsätt med tillgången' }));
    expect(await screen.findByDisplayValue('Elevakter')).toBeTruthy();
  });

  test('shows nobody the draft of somebody else on the same machine', async () => {
    showTab({ at: 'assets/new', as: 'manager' });
    await clear();
    await userEvent.type(await screen.findByRole('textbox', { name: 'Namn' }), 'Elevakter');
    cleanup();
    showTab({ as: 'custodian' });
    expect(await screen.findByText('Inget väntar på dig. En bra dag.')).toBeTruthy();
  });

  test('sends the same submit again under the same key when the service did not answer', async () => {
    const place = municipality();
    const send = jest.fn(place.desk('manager').send).mockResolvedValueOnce({ ok: false, reason: 'unreachable' });
    showTab({ in: place, at: 'assets/new', as: 'manager', desk: { send: send as never } });
    await fillIn();
    await userEvent.click(screen.getByRole('button', { name: 'Lägg till' }));
    expect((await screen.findByRole('alert')).textContent).toContain('Värnas tjänst svarar inte.');
    await userEvent.click(screen.getByRole('button', { name: 'Lägg till' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'T-2026-0001 Elevakter' })).toBeTruthy();
    const [first, second] = send.mock.calls;
    expect(second?.[1]).toBe(first?.[1]);
  });

  test('says in words when the service has kept it for later', async () => {
    showTab({ at: 'assets/new', as: 'manager', desk: { send: () => Promise.resolve({ ok: true, kept: true }) } });
    await fillIn();
    await userEvent.click(screen.getByRole('button', { name: 'Lägg till' }));
    expect(await screen.findByText(/^SharePoint svarar inte just nu\. Det du gjorde är sparat hos oss/)).toBeTruthy();
  });

  test('says that a search for people failed, which is not the same as nobody', async () => {
    showTab({ at: 'assets/new', as: 'manager', source: { findPeople: () => Promise.reject(new Error('offline')) } });
    await clear();
    await userEvent.type(await screen.findByRole('combobox', { name: 'Objektägare' }), 'Karin');
    expect(await screen.findByText(/^Kunde inte läsa kommunens katalog/)).toBeTruthy();
  });

  test.each(['Ja', 'Osäker'])('stops at %s: nothing is kept, and the säkerhetsskyddschef is told that somebody stopped', async (answer) => {
    const place = municipality();
    showTab({ in: place, at: 'assets/new', as: 'manager' });
    await clear();
    await userEvent.type(screen.getByRole('textbox', { name: 'Namn' }), 'Bergrummet');
    await userEvent.click(screen.getByRole('button', { name: 'Ändra svaret' }));
    await userEvent.click(screen.getByRole('button', { name: answer }));
    expect(await screen.findByText(/^Säkerhetsskyddschefen har fått veta att en registrering stoppades/)).toBeTruthy();
    expect(place.context.entries.at(-1)).toMatchObject({ event: 'report-stopped', actorId: 'none', state: { during: 'registration' } });
    expect(JSON.stringify(place.context.entries)).not.toContain('Bergrummet');
    expect(window.localStorage.length).toBe(0);
  });

  test('takes what stands in the folded parts along', async () => {
    const place = municipality();
    await draftAsset(place, 'Servern');
    showTab({ in: place, at: 'assets/new', as: 'manager' });
    await fillIn();
    await userEvent.click(screen.getByText('Mer om vad det är'));
    await userEvent.click(screen.getByRole('button', { name: 'Lägg till informationsmängd' }));
    await userEvent.type(screen.getByRole('textbox', { name: 'Vad den heter' }), 'Journaler');
    await userEvent.type(screen.getByRole('textbox', { name: 'Informationstyper' }), 'Läkemedelslista{enter}Anteckning');
    await userEvent.type(screen.getByRole('textbox', { name: /^Längsta tolererbara avbrott/ }), '0,5');
    await userEvent.type(screen.getByRole('textbox', { name: 'Var kontinuitetsplanen finns' }), 'Pärmen i skåpet');
    await userEvent.click(screen.getByText('Personuppgifter och sekretess'));
    await userEvent.click(screen.getByRole('checkbox', { name: 'Inga personuppgifter' }));
    await userEvent.click(screen.getByRole('checkbox', { name: 'Känsliga' }));
    await userEvent.click(screen.getByRole('checkbox', { name: 'OSL 26 kap. 1 § (Socialtjänst)' }));
    await userEvent.click(screen.getByText('Leverantör'));
    await userEvent.type(screen.getByRole('textbox', { name: 'Leverantörens namn' }), 'Fjällsyn');
    await userEvent.click(screen.getByText('Beroenden'));
    await choose('Vad tillgången behöver för att fungera', 'serv', /T-2026-0001 Servern/);
    await userEvent.click(screen.getByRole('button', { name: 'Lägg till' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'T-2026-0002 Elevakter' })).toBeTruthy();
    expect(place.context.entries.at(-1)?.state).toMatchObject({
      sets: [{ id: 'm1', name: 'Journaler', types: ['Läkemedelslista', 'Anteckning'] }],
      tolerableOutageHours: 0.5,
      continuityPlan: 'Pärmen i skåpet',
      personalData: ['sensitive'],
      secrecy: ['26 kap. 1 §'],
      supplier: { name: 'Fjällsyn' },
      needs: ['T-2026-0001']
    });
    expect(screen.getByText(/Journaler: Läkemedelslista, Anteckning/)).toBeTruthy();
    expect(await screen.findAllByRole('link', { name: 'T-2026-0001 Servern' })).toHaveLength(2);
  });

  test('unfolds the part where something has to be put right', async () => {
    showTab({ at: 'assets/new', as: 'manager' });
    await fillIn();
    await userEvent.click(screen.getByText('Handling och arkiv'));
    await userEvent.type(screen.getByRole('textbox', { name: 'Process enligt Klassa 2.1' }), 'skola');
    await userEvent.click(screen.getByText('Handling och arkiv'));
    await userEvent.click(screen.getByRole('button', { name: 'Lägg till' }));
    const summary = screen.getByRole('group', { name: 'En sak behöver rättas' });
    await userEvent.click(within(summary).getByRole('button', { name: /^Skriv koden med siffror/ }));
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Process enligt Klassa 2.1' }));
  });

  test('keeps of an asset what it does not show until it is unfolded', async () => {
    const place = municipality();
    const { reference } = await detailedAsset(place);
    showTab({ in: place, at: `assets/${reference}/edit`, as: 'manager' });
    const name = await screen.findByRole('textbox', { name: 'Namn' });
    await userEvent.clear(name);
    await userEvent.type(name, 'Akterna');
    await userEvent.click(screen.getByRole('button', { name: 'Spara ändringen' }));
    expect(await screen.findByRole('heading', { level: 1, name: `${reference} Akterna` })).toBeTruthy();
    const [before, after] = place.context.entries.slice(-2);
    expect(after?.state).toEqual({ ...before?.state, name: 'Akterna' });
  });
});

describe('an asset’s page', () => {
  test('refuses to let a draft go without owners, in words, and lets it go with them', async () => {
    const place = municipality();
    const { reference } = await draftAsset(place);
    showTab({ in: place, at: `assets/${reference}`, as: 'manager' });
    await userEvent.click(await screen.findByRole('button', { name: 'Lämna in' }));
    expect(await screen.findByText(/^Tillgången behöver både informationsägare och objektägare/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Klassa' })).toBeNull();
  });

  test('lets those who answer for it classify and change it', async () => {
    const place = municipality();
    const { reference } = await submittedAsset(place);
    showTab({ in: place, at: `assets/${reference}`, as: 'custodian' });
    expect(await screen.findByRole('button', { name: 'Klassa' })).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Ändra' })).toBeTruthy();
  });

  test('tells the others that they may read', async () => {
    const place = municipality();
    const { reference } = await submittedAsset(place);
    showTab({ in: place, at: `assets/${reference}`, as: 'it' });
    expect(await screen.findByText(/^Du kan läsa om tillgången\./)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Klassa' })).toBeNull();
  });

  test.each([
    [undefined, 'Ingen har sagt var planen finns.', null],
    ['Pärmen i skåpet', 'Pärmen i skåpet', null],
    ['https://haparanda.example/plan', 'https://haparanda.example/plan', 'https://haparanda.example/plan'],
    ['javascript:alert(1)', 'javascript:alert(1)', null]
  ])('says where the continuity plan is, of %s, and lets an address be followed', async (continuityPlan, words, address) => {
    const place = municipality();
    const { reference } = await draftAsset(place, 'Hemtjänstens planering', { continuityPlan });
    showTab({ in: place, at: `assets/${reference}`, as: 'manager' });
    const continuity = within(await screen.findByRole('region', { name: 'Kontinuitet' }));
    expect(continuity.getByText(words).getAttribute('href')).toBe(address);
  });

  test('says what is missing to be komplett', async () => {
    const place = municipality();
    const { reference } = await submittedAsset(place);
    showTab({ in: place, at: `assets/${reference}`, as: 'manager' });
    expect(await screen.findByText(/För att vara komplett saknas: gällande klass, handlingstyp\./)).toBeTruthy();
  });

  test('is phased out with a reason and a statement, and then found only by those who ask for it', async () => {
    const place = municipality();
    const { reference } = await submittedAsset(place);
    showTab({ in: place, at: `assets/${reference}`, as: 'manager' });
    await userEvent.click(await screen.findByText('Börja avveckla tillgången'));
    await userEvent.type(screen.getByRole('textbox', { name: /^Varför avvecklas/ }), 'Ersatt');
    await userEvent.click(screen.getByRole('button', { name: 'Börja avveckla' }));
    await userEvent.click(await screen.findByText('Avsluta avvecklingen av tillgången'));
    await userEvent.type(screen.getByRole('textbox', { name: 'Intyg' }), 'Allt i slutarkivet');
    await userEvent.click(screen.getByRole('button', { name: 'Avsluta avvecklingen' }));
    expect(await screen.findByText(/^Någon kan fortfarande komma åt informationen/)).toBeTruthy();
    await userEvent.click(screen.getByRole('checkbox', { name: /^Alla behörigheter/ }));
    await userEvent.click(screen.getByRole('button', { name: 'Avsluta avvecklingen' }));
    expect(await screen.findByText('Allt i slutarkivet')).toBeTruthy();
    cleanup();
    showTab({ in: place, at: 'assets' });
    fireEvent.click(await screen.findByRole('combobox', { name: 'Status' }));
    expect(screen.queryByRole('link', { name: 'Hemtjänstens planering' })).toBeNull();
    await pick('Avvecklad');
    expect(await screen.findByRole('link', { name: 'Hemtjänstens planering' })).toBeTruthy();
  });

  test('of a number nobody knows says that it was not found', async () => {
    showTab({ at: 'assets/T-2026-0099' });
    await waitFor(() => expect(screen.getByText(/^Vi hittar inte tillgången\./)).toBeTruthy());
  });
});
