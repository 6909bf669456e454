// The three uses from end to end in a real browser, across chat, tab and SharePoint list, each read back through REST.
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { people, type ExampleName } from '../../src/local/example/people';
import { classificationModel as model } from '../../src/reference/classification-model';
import { isOfHiddenList, openBrowser, type TestBrowser } from './browser';
import { isFaultOfChatClient, openChatPage, pressCard, type ChatPage } from './chat';
import { eventsOf, giveCommand, openExample, readList, statusOfRow, type ExampleMunicipality, type ListRow } from './example-municipality';
import { picture } from './pictures';
import { reportSentWrong } from './report-taps';
import { answerAll, become, choose, choosePerson, openAsset, openPlace, press, tabIn } from './tab';

const chats = ['employee', 'manager', 'it', 'custodian'] as const satisfies readonly ExampleName[];

let browser: TestBrowser;
let municipality: ExampleMunicipality;
let elsa: ChatPage;
let mats: ChatPage;
let ivar: ChatPage;
let fia: ChatPage;

/** A journey of many pages on a busy machine. */
jest.setTimeout(90_000);

beforeAll(async () => {
  [browser, municipality] = await Promise.all([openBrowser(), openExample(chats)]);
  [elsa, mats, ivar, fia] = (await Promise.all(municipality.chats.map((chat) => openChatPage(browser, chat)))) as [
    ChatPage,
    ChatPage,
    ChatPage,
    ChatPage
  ];
}, 120_000);

afterEach(() => {
  expect(complaints()).toEqual([]);
});

afterAll(async () => {
  await browser.close();
  await municipality.stop();
});

const form = 'Rapportera incident';
const described = 'En pärm glömdes på bussen';

describe('reporting an incident', () => {
  test('an employee reports in four steps, both receivers acknowledge, and the list has it once, for those concerned alone', async () => {
    await elsa.write('rapportera incident');
    await elsa.card(form).getByText('Steg 1 av 4').waitFor();
    await picture(elsa.card(form), 'rapportera-steg-1');
    await pressCard(elsa.card(form), 'Jag har skickat något fel');
    await pressCard(elsa.card(form), 'Tillbaka');
    await pressCard(elsa.card(form), 'Något är borta eller stulet');

    await press(elsa.card(form), 'Nästa');
    await elsa.card(form).getByText('Välj ett alternativ.').first().waitFor();
    await choose(elsa.card(form), 'När hände det?', 'Tidigare i dag');
    await choose(elsa.card(form), 'Pågår det fortfarande?', 'Ja');
    await pressCard(elsa.card(form), 'Nästa');

    await elsa.card(form).getByText('Steg 3 av 4').waitFor();
    await choose(elsa.card(form), 'Var hände det?', 'Lokal eller plats');
    await elsa.card(form).getByRole('textbox').fill('Buss 3');
    await choose(elsa.card(form), 'Kan det gälla personuppgifter?', 'Vet inte');
    await pressCard(elsa.card(form), 'Nästa');

    await elsa.card(form).getByText('Stämmer det här?').waitFor();
    await elsa.card(form).getByRole('textbox').fill(described);
    await pressCard(elsa.card(form), 'Berätta mer eller byt mottagare');
    await choose(elsa.card(form), 'Vems uppgifter gäller det?', 'Barn eller elever');
    await pressCard(elsa.card(form), 'Klar');
    await elsa.card(form).getByText('Stämmer det här?').waitFor();
    expect(await elsa.card(form).innerText()).toContain('Barn eller elever');
    await picture(elsa.card(form), 'rapportera-steg-4');
    const submit = elsa.page.waitForRequest((request) => request.url().endsWith('/invoke'));
    await pressCard(elsa.card(form), 'Skicka rapporten');
    const receipt = elsa.card('Tack! Rapporten är inskickad');
    await receipt.getByText('din närmaste chef Mats Lindbäck').waitFor();
    const reference = referenceIn(await receipt.innerText());
    await picture(receipt, 'kvitto');

    await acknowledge(mats, reference);
    await elsa.card('Din rapport är mottagen').getByText('Din närmaste chef har tagit emot din rapport.').waitFor();
    await acknowledge(ivar, reference);
    await elsa.card('Din rapport är mottagen').getByText('IT har tagit emot din rapport.').waitFor();
    await ivar.card('Incidenten är mottagen').getByText('Mottagen av Mats Lindbäck').waitFor();

    await elsa.write('mina ärenden');
    await elsa.card('Mina ärenden').getByText(reference).waitFor();
    await elsa.card('Mina ärenden').getByText('Mottagen').first().waitFor();
    await picture(elsa.card('Mina ärenden'), 'mina-arenden');

    const again = await elsa.page.request.fetch(await submit);
    expect(await again.text()).toContain(reference);
    const asService = await readList(municipality, { list: 'Incidenter', as: 'service' });
    const [row, ...more] = asService.rows.filter(({ Beskrivning }) => Beskrivning === described);
    expect(more).toEqual([]);
    expect(row).toMatchObject({ Referens: reference, Status: 'Mottagen', Title: 'Buss 3', Handelse: 'Något är borta eller stulet' });
    expect(row).toMatchObject({ HandeltI: 'Lokal eller plats', VemsUppgifter: 'Barn eller elever', Orsak: null });
    for (const as of ['it', 'manager', 'employee'] as const) {
      const { rows } = await readList(municipality, { list: 'Incidenter', as, filter: `Referens eq '${reference}'` });
      expect(rows).toMatchObject([{ Referens: reference, Beskrivning: described }]);
    }
    for (const as of ['teacher', 'custodian', 'principal', 'dataProtectionOfficer'] as const) {
      expect((await readList(municipality, { list: 'Incidenter', as, filter: `Referens eq '${reference}'` })).rows).toEqual([]);
      expect(await statusOfRow(municipality, { list: 'Incidenter', as, id: row?.Id ?? 0 })).not.toBe(200);
    }
    expect(await eventsOf(municipality, reference)).toEqual(['incident-reported', 'incident-acknowledged', 'incident-acknowledged']);
  });

  test('something sent wrong is reported with eight taps and nothing typed', async () => {
    await elsa.write('rapportera incident');
    const { taps, receipt } = await reportSentWrong(elsa);
    expect(taps).toBeLessThanOrEqual(8);
    const filter = `Referens eq '${referenceIn(receipt)}'`;
    const { rows } = await readList(municipality, { list: 'Incidenter', as: 'it', filter });
    expect(rows).toMatchObject([{ Title: 'Mejl eller meddelande', HandeltI: 'Mejl eller meddelande', Personuppgifter: 'Ja' }]);
  });

  test('the flow begins in the language of the words somebody writes', async () => {
    await fia.write('report incident');
    await fia.card('Report an incident').getByText('Step 1 of 4').waitFor();
    await fia.write('Ilmoita poikkeama');
    await fia.card('Ilmoita poikkeama').getByText('Vaihe 1/4').waitFor();
    await fia.write('RAPPORTERA INCIDENT!');
    await fia.card(form).getByText('Steg 1 av 4').waitFor();
  });

  test('a mention in a channel is answered in the own chat, and nothing of it stays in the channel', async () => {
    await ivar.writeInChannel('rapportera incident: servern i källaren brummar');
    await ivar.card('Vi fortsätter i vår egen chatt').getByText('Jag har skrivit till dig där').waitFor();
    expect(await ivar.card(form).count()).toBe(0);
    await ivar.openOwnChat();
    await ivar.card(form).getByText('Steg 1 av 4').waitFor();
  });

  test('what may concern the security of Sweden is stopped at the first step or the last, and nothing of it is kept anywhere', async () => {
    const secret = 'radiolänken i Björnskogen';
    const before = await readList(municipality, { list: 'Incidenter', as: 'service' });
    await elsa.write(`rapportera incident ${secret}`);
    await pressCard(elsa.card(form), 'Ja eller osäker');
    const stopped = elsa.card('Stanna här och skriv inget mer');
    await stopped.getByText('Ring säkerhetsskyddschefen: 070-174 06 07').waitFor();
    expect(await stopped.getByRole('textbox').count()).toBe(0);
    await picture(stopped, 'stopp');

    await elsa.write(`rapportera incident ${secret}`);
    await pressCard(elsa.card(form), 'Jag har skickat något fel');
    await choose(elsa.card(form), 'När hände det?', 'Nyss');
    await choose(elsa.card(form), 'Pågår det fortfarande?', 'Nej');
    await pressCard(elsa.card(form), 'Nästa');
    await choose(elsa.card(form), 'Var hände det?', 'Vet inte');
    await elsa.card(form).getByRole('textbox').fill(secret);
    await choose(elsa.card(form), 'Kan det gälla personuppgifter?', 'Nej');
    await pressCard(elsa.card(form), 'Nästa');
    await elsa.card(form).getByRole('textbox').fill(`${secret} är stulen`);
    await pressCard(elsa.card(form), 'Stopp: kan röra Sveriges säkerhet');
    await elsa.page.getByLabel('Stanna här och skriv inget mer', { exact: true }).nth(1).waitFor();

    expect((await readList(municipality, { list: 'Incidenter', as: 'service' })).rows).toHaveLength(before.rows.length);
    const log = await readList(municipality, { list: 'Handelselogg', as: 'securityOfficer', filter: "Handelse eq 'Rapport stoppad'" });
    expect(log.rows.slice(-2)).toMatchObject([
      { Aktor: 'none', Aktorsnamn: null },
      { Aktor: 'none', Aktorsnamn: null }
    ]);
    expect(await filesWith(secret)).toEqual([]);
  });
});

describe('classifying an asset', () => {
  test('the systemförvaltare registers it, hands it in and classifies it, and sees where the law lifts the class', async () => {
    const page = await browser.newPage();
    await become(page, municipality, 'custodian');
    await openPlace(page, municipality, 'Värna i Teams');
    const tab = tabIn(page);
    await tab.getByRole('link', { name: 'Tillgångar' }).click();
    await tab.getByRole('button', { name: 'Lägg till tillgång' }).click();
    await press(tab, 'Nej');
    await tab.getByLabel('Namn').fill('Medicinlistorna');
    await tab.getByText('Mer om vad det är').click();
    await tab.getByLabel('Beskrivning').fill('Vem som ska ha vilken medicin, och när.');
    await tab.getByText('Papper eller akt').click();
    await tab.getByRole('combobox', { name: 'Enhet' }).click();
    await tab.getByRole('option', { name: 'Hemtjänsten' }).click();
    await choosePerson(tab, 'Informationsägare', 'Birgitta Sundvall');
    await choosePerson(tab, 'Objektägare', 'Mats Lindbäck');
    await picture(page, 'lagg-till-tillgang');
    await press(tab, 'Lägg till');

    await press(tab, 'Lämna in');
    await tab.getByText('Tillgången behöver en systemförvaltare').waitFor();
    expect(complaints()).toEqual([expect.stringMatching(/409 \(Conflict\) .*submit-asset/)]);
    await press(tab, 'Ändra');
    await choosePerson(tab, 'Systemförvaltare', 'Fia Ojala');
    await press(tab, 'Spara ändringen');
    await press(tab, 'Lämna in');
    await press(tab, 'Klassa');

    await answerAll(tab, page);
    await tab.getByText('Lagen ger lägst Allvarlig: Här finns journaler från vård eller socialtjänst.').first().waitFor();
    await picture(page, 'klassa-resultat');
    await press(tab, 'Lämna in för beslut');
    await tab.getByText('väntar på beslut av Mats Lindbäck').waitFor();
    await page.context().close();

    const assets = await readList(municipality, { list: 'Informationstillgangar', as: 'custodian', filter: "Title eq 'Medicinlistorna'" });
    expect(assets.rows).toMatchObject([{ Status: 'Inlämnad', Enhet: 'Hemtjänsten', Barare: ['Papper eller akt'] }]);
    const asset = String(assets.rows[0]?.['Referens']);
    const classes = await readList(municipality, { list: 'Klassningar', as: 'manager', filter: `Tillgangsnummer eq '${asset}'` });
    const lifted = {
      KlassSekretess: 'Allvarlig',
      KlassRiktighet: 'Allvarlig',
      KlassTillganglighet: 'Måttlig',
      KlassSparbarhet: 'Allvarlig'
    };
    expect(classes.rows).toMatchObject([{ Status: 'Inlämnad', Title: 'Medicinlistorna', ...lifted }]);
    expect(await eventsOf(municipality, asset)).toEqual(['asset-registered', 'asset-changed', 'asset-submitted']);
    expect(await eventsOf(municipality, String(classes.rows[0]?.['Referens']))).toEqual(['classification-submitted']);
    await mats.card('En klassning väntar på ditt beslut').getByText('Medicinlistorna').waitFor();
  });
});

describe('deciding on a classification', () => {
  test('the objektägare decides in the SharePoint list, the proposer is told, and a later change shows', async () => {
    const { asset, classification } = await submitted('Nattpatrullens turer');
    await mats.card('En klassning väntar på ditt beslut').getByText('Nattpatrullens turer').waitFor();
    await picture(mats.card('En klassning väntar på ditt beslut'), 'vantar-pa-beslut');

    const fiasPage = await tabOf('custodian', 'Värna i Teams');
    const fiasTab = tabIn(fiasPage);
    await openAsset(fiasTab, 'Nattpatrullens turer');
    await fiasTab.getByRole('link', { name: classification }).click();
    await fiasTab.getByText('Mats Lindbäck är objektägare och beslutar.').waitFor();
    expect(await fiasTab.getByRole('button', { name: 'Besluta' }).count()).toBe(0);

    const list = await tabOf('manager', 'Listan Klassningar');
    await list.getByRole('checkbox', { name: 'Nattpatrullens turer' }).check();
    await picture(list, 'besluta-i-listan');
    await press(list.getByRole('toolbar'), 'Besluta');
    await press(list.getByRole('dialog'), 'Besluta');
    await list.getByRole('dialog').getByText('Beslutades av Mats Lindbäck').waitFor();
    await press(list.getByRole('dialog'), 'Stäng');
    await fia.card('Klassningen är beslutad').getByText('Nattpatrullens turer').waitFor();

    const [decided] = (await readList(municipality, { list: 'Klassningar', as: 'custodian', filter: `Referens eq '${classification}'` }))
      .rows;
    expect(decided).toMatchObject({ Status: 'Beslutad', BeslutadAvEntraId: people.manager.id, Beslutad: expect.any(String) as string });
    expect(await rowOfAsset(asset)).toMatchObject({ Status: 'Aktiv', Klassning: classification, AndradEfterBeslut: false });
    expect(await eventsOf(municipality, classification)).toEqual(['classification-submitted', 'classification-decided']);

    await openAsset(fiasTab, 'Nattpatrullens turer');
    await press(fiasTab, 'Ändra');
    await fiasTab.getByText('Mer om vad det är').click();
    await fiasTab.getByLabel('Beskrivning').fill('Turerna gäller nu även helger.');
    await press(fiasTab, 'Spara ändringen');
    await fiasTab.getByText('Ändrad efter beslut').waitFor();
    await picture(fiasPage, 'andrad-efter-beslut');
    expect(await rowOfAsset(asset)).toMatchObject({ Status: 'Aktiv', AndradEfterBeslut: true });
    expect(await eventsOf(municipality, asset)).toEqual(['asset-registered', 'asset-submitted', 'asset-class-decided', 'asset-changed']);
    await Promise.all([fiasPage, list].map((page) => page.context().close()));
  });

  test('the objektägare sends one back in the decision view, and the proposer reads why', async () => {
    const { asset, classification } = await submitted('Läkemedelsskåpets nycklar');
    const page = await tabOf('manager', 'Värna i Teams');
    const tab = tabIn(page);
    await tab.getByRole('link', { name: 'Beslut' }).click();
    await tab.getByRole('link', { name: 'Läkemedelsskåpets nycklar' }).click();
    await tab.getByRole('button', { name: 'Återsänd' }).waitFor();
    await picture(page, 'granska');
    await press(tab, 'Återsänd');
    await press(tab.getByRole('dialog'), 'Återsänd med skäl');
    await tab.getByText('Skriv varför, så att det går att rätta.').waitFor();
    await tab.getByLabel('Varför återsänder du klassningen?').fill('Räkna med reservnycklarna också.');
    await press(tab.getByRole('dialog'), 'Återsänd med skäl');
    await tab.getByText('Den återsändes med skälet: Räkna med reservnycklarna också.').waitFor();
    await page.context().close();

    await fia.card('Klassningen kommer tillbaka till dig').getByText('Räkna med reservnycklarna också.').waitFor();
    await picture(fia.card('Klassningen kommer tillbaka till dig'), 'atersand');
    const [row] = (await readList(municipality, { list: 'Klassningar', as: 'custodian', filter: `Referens eq '${classification}'` })).rows;
    expect(row).toMatchObject({ Status: 'Återsänd', Aterandningsskal: 'Räkna med reservnycklarna också.' });
    expect(await rowOfAsset(asset)).toMatchObject({ Status: 'Inlämnad', Klassning: null });
    expect(await eventsOf(municipality, classification)).toEqual(['classification-submitted', 'classification-returned']);
  });
});

describe('while SharePoint is away', () => {
  test('a report is kept and gets its number later, and the tab says that it could not read', async () => {
    const page = await tabOf('employee', 'Värna i Teams');
    await tabIn(page).getByText('Svara på en fråga om').waitFor();
    const startPage = await browser.newPage();
    await startPage.goto(municipality.origin);
    await press(startPage, 'Ta bort SharePoint');

    await elsa.write('rapportera incident');
    await pressCard(elsa.card(form), 'Något är borta eller stulet');
    await choose(elsa.card(form), 'När hände det?', 'Nyss');
    await choose(elsa.card(form), 'Pågår det fortfarande?', 'Ja');
    await pressCard(elsa.card(form), 'Nästa');
    await choose(elsa.card(form), 'Var hände det?', 'Lokal eller plats');
    await elsa.card(form).getByRole('textbox').fill('Cykelstället');
    await choose(elsa.card(form), 'Kan det gälla personuppgifter?', 'Nej');
    await pressCard(elsa.card(form), 'Nästa');
    await pressCard(elsa.card(form), 'Skicka rapporten');
    const kept = elsa.card('Tack! Rapporten är sparad');
    await kept.waitFor();
    await picture(kept, 'sparad');
    await tabIn(page).getByRole('link', { name: 'Incidenter' }).click();
    const said = tabIn(page).getByRole('alert').getByText('Kunde inte läsa incidenterna från SharePoint.');
    await said.waitFor({ timeout: 20_000 });
    await picture(page, 'kunde-inte-lasa');
    expect(complaintsBesideAway()).toEqual([]);

    await press(startPage, 'Ge tillbaka SharePoint');
    const numbered = elsa.card('Din rapport har fått ett nummer');
    await numbered.waitFor({ timeout: 20_000 });
    const reference = referenceIn(await numbered.innerText());
    await press(tabIn(page), 'Försök igen');
    await tabIn(page).getByText(reference).waitFor();
    const { rows } = await readList(municipality, { list: 'Incidenter', as: 'it', filter: `Referens eq '${reference}'` });
    expect(rows).toMatchObject([{ Title: 'Cykelstället', Status: 'Rapporterad' }]);
    expect(await eventsOf(municipality, reference)).toEqual(['incident-reported']);
    await Promise.all([page, startPage].map((opened) => opened.context().close()));
    expect(complaintsBesideAway()).toEqual([]);
  });
});

describe('the channel of those who handle incidents', () => {
  test('is chosen by IT there, and has one card of an incident, which follows it', async () => {
    await ivar.writeInChannel('visa incidenter här');
    await ivar.card('Incidenter visas här').waitFor();
    const report = { kind: 'weakness', where: 'Hissen', ongoing: 'no', personalData: 'no', description: 'Larmet hörs inte' };
    const given = { report: { ...report, when: 'unknown', weakness: 'weakness' }, reportedAt: '2026-11-20T08:00:00Z' };
    const { reference } = await giveCommand(municipality, { as: 'employee', name: 'report-incident', input: given });
    const card = ivar.card(`Incident ${String(reference)}`);
    await card.getByText('Rapporterad', { exact: true }).waitFor();
    expect(await card.innerText()).not.toMatch(/hiss|larm|Elsa/i);
    await picture(card, 'incident-i-kanalen');
    await giveCommand(municipality, { as: 'it', name: 'acknowledge-incident', input: { reference, receiver: 'it' } });
    await card.getByText('Mottagen', { exact: true }).waitFor();
    expect(await ivar.page.getByLabel(`Incident ${String(reference)}`, { exact: true }).count()).toBe(1);
    await ivar.openOwnChat();
  });
});

function complaints(): string[] {
  return browser.takeComplaints().filter((complaint) => !isFaultOfChatClient(complaint) && !isOfHiddenList(complaint));
}

/** What was asked for while SharePoint was away may be answered late. */
function complaintsBesideAway(): string[] {
  return complaints().filter((complaint) => !complaint.includes('503 (Service Unavailable)'));
}

/** Registered, handed in and classified by Fia, for Mats to decide. */
async function submitted(name: string): Promise<{ readonly asset: string; readonly classification: string }> {
  const give = async (command: string, input: object): Promise<string> => {
    const { reference } = await giveCommand(municipality, { as: 'custodian', name: command, input });
    return String(reference);
  };
  const owners = { informationOwner: 'socialHead', objectOwner: 'manager', custodian: 'custodian' } as const;
  const upns = Object.fromEntries(Object.entries(owners).map(([role, who]) => [role, people[who].userPrincipalName]));
  const asset = await give('register-asset', { asset: { name, description: '', carriers: ['paper'], unit: 'SOC-HEM', ...upns } });
  await give('submit-asset', { reference: asset });
  const mildest = Object.fromEntries(model.questions.map(({ id, options }) => [id, options.slice(0, 1).map(({ code }) => code)]));
  const classification = await give('submit-classification', { asset, model: model.version, answers: mildest });
  return { asset, classification };
}

/** A page of somebody who has become themselves on the start page and followed one of its links. */
async function tabOf(name: ExampleName, place: string): Promise<Page> {
  const page = await browser.newPage();
  await become(page, municipality, name);
  await openPlace(page, municipality, place);
  return page;
}

async function rowOfAsset(reference: string): Promise<ListRow | undefined> {
  const filter = `Referens eq '${reference}'`;
  return (await readList(municipality, { list: 'Informationstillgangar', as: 'manager', filter })).rows[0];
}

function referenceIn(words: string): string {
  const [reference] = /[ITK]-\d{4}-\d{4,}/.exec(words) ?? [];
  if (reference === undefined) throw new Error(`There is no number in: ${words}`);
  return reference;
}

/** The receiver's card has number and type and none of the reporter's words; pressed, it becomes how things stand. */
async function acknowledge({ card }: ChatPage, reference: string): Promise<void> {
  await card('Ny incident').getByText(reference).waitFor();
  const words = await card('Ny incident').innerText();
  expect(words).toContain('Något är borta eller stulet');
  expect(words).not.toMatch(/pärm|buss|Elsa/i);
  await picture(card('Ny incident'), 'ny-incident');
  await pressCard(card('Ny incident'), 'Mottagen');
  await card('Incidenten är mottagen').getByText(reference).waitFor();
  await card('Incidenten är mottagen').getByText('Mottagen av dig').waitFor();
}

/** Files of SharePoint, the service and its log that hold the words. */
async function filesWith(words: string): Promise<string[]> {
  const files = (await readdir(municipality.folder)).filter((name) => name !== 'chats');
  const contents = await Promise.all(files.map((name) => readFile(path.join(municipality.folder, name))));
  return files.filter((_, index) => contents[index]?.includes(words));
}
