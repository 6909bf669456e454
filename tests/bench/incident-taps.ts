// How many taps "Jag har skickat något fel" takes without typing, counted in the chat client by the journey itself.
import { openBrowser } from '../browser/browser';
import { openChatPage } from '../browser/chat';
import { openExample } from '../browser/example-municipality';
import { reportSentWrong } from '../browser/report-taps';
import type { Figure } from './figure';

/** The most that somebody in a hurry is asked for. */
const budget = 8;

export async function incidentTaps(): Promise<Figure[]> {
  const [browser, municipality] = await Promise.all([openBrowser(), openExample(['employee'])]);
  try {
    const [chat] = municipality.chats;
    if (chat === undefined) throw new Error('The employee has no chat.');
    const elsa = await openChatPage(browser, chat);
    await elsa.write('rapportera incident');
    const { taps } = await reportSentWrong(elsa);
    return [{ name: 'incident.taps', value: taps, unit: 'taps', peer: 'the budget of a report', peerValue: budget }];
  } finally {
    await browser.close();
    await municipality.stop();
  }
}
