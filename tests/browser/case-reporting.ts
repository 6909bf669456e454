// How a case is told: through the cards, in the chat or in the tab, or from the menu of a message in Teams.
import { randomUUID } from 'node:crypto';
import type { Locator } from 'playwright-core';
import { text } from '../../src/i18n/text';
import { people } from '../../src/local/example/people';
import { localIds } from '../../src/local/identity';
import type { Municipality } from '../../src/local/municipality';
import type { Told } from './real-cases';
import { choose } from './tab';

/** Where the form stands. */
export interface Form {
  /** All cards with a heading, the newest last. */
  readonly cards: (heading: string) => Locator;
  /** Presses a button of a card. */
  readonly press: (card: Locator, button: string) => Promise<void>;
}

const sv = (key: Parameters<typeof text>[1]): string => text('sv', key);

/** Fills in the form that stands there and sends it; gives what the receipt says. */
export async function fillInAndSend({ cards, press }: Form, told: Told): Promise<string> {
  const isWeakness = told.kind === 'weakness';
  const card = (heading: string): Locator => cards(heading).last();
  const receipts = cards(sv(isWeakness ? 'cards.receipt.title.weakness' : 'cards.receipt.title'));
  const before = await receipts.count();
  await press(card(sv('cards.report.title')), sv(`cards.report.kind.${told.kind}`));
  const form = card(sv(isWeakness ? 'cards.report.title.weakness' : 'cards.report.title'));
  if (!isWeakness) {
    await choose(form, sv('cards.report.when.label'), sv(`incident.when.${told.when ?? 'unknown'}`));
    await choose(form, sv('cards.report.ongoing.label'), sv(`answer.${told.ongoing ?? 'unknown'}`));
    await press(form, sv('cards.report.next'));
  }
  await whereStep(form, told);
  await press(form, sv('cards.report.next'));
  await form.getByText(sv('cards.report.description.title')).waitFor();
  await writeInto(form.getByRole('textbox'), told.description);
  await press(form, sv('cards.report.submit'));
  return receipts.nth(before).innerText();
}

async function whereStep(form: Locator, { kind, carrier, place, personalData = 'unknown', weakness = 'weakness' }: Told): Promise<void> {
  const isWeakness = kind === 'weakness';
  const question = sv(isWeakness ? 'cards.report.carrier.label.weakness' : 'cards.report.carrier.label');
  await choose(form, question, sv(`incident.carrier.${carrier}`));
  if (place !== undefined) await writeInto(form.getByRole('textbox'), place);
  if (isWeakness) await choose(form, sv('cards.report.weakness.label'), sv(`cards.report.weakness.${weakness}`));
  else await choose(form, sv('cards.report.personal-data.label'), sv(`answer.${personalData}`));
}

/** As a person writes who looks at what they wrote: a card that the chat client draws anew meanwhile is written into again. */
async function writeInto(box: Locator, words: string): Promise<void> {
  for (let left = 5; left > 0; left -= 1) {
    await box.fill(words);
    await box.page().waitForTimeout(100);
    if ((await box.inputValue()) === words) return;
  }
  throw new Error(`What was written did not stay: ${words}`);
}

/** Chooses "Rapportera som incident" in the menu of a message, which the chat client does not have: the activity is the one that Teams sends. */
export async function reportFromMessage({ settings, chats }: Municipality, { by, description }: Told): Promise<void> {
  const { id, displayName } = people[by];
  const chat = chats.find(({ person }) => person.id === id);
  const activity = {
    type: 'invoke',
    name: 'composeExtension/fetchTask',
    id: randomUUID(),
    channelId: 'msteams',
    serviceUrl: `${chat?.url ?? ''}/_connector`,
    from: { id: `29:${id}`, aadObjectId: id, name: displayName },
    recipient: { id: `28:${localIds.service}` },
    conversation: { id: '19:grupp@thread.v2', conversationType: 'groupChat', tenantId: localIds.tenant },
    value: {
      commandId: 'report-message',
      messagePayload: {
        from: { user: { displayName: 'Bud & Paket' } },
        body: { contentType: 'html', content: `<p>${description}</p>` },
        linkToMessage: 'https://teams.microsoft.com/l/message/19:grupp@thread.v2/1764115200000'
      }
    }
  };
  const response = await fetch(`http://127.0.0.1:${settings.port}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(activity)
  });
  if (!response.ok) throw new Error(`The message could not be reported: ${response.status} ${await response.text()}`);
}
