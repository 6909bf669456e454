// "Jag har skickat något fel", reported as somebody in a hurry does it: only taps, and each counted.
import { pressCard, type ChatPage } from './chat';
import { choose } from './tab';

export interface Tapped {
  readonly taps: number;
  /** What the receipt says. */
  readonly receipt: string;
}

const form = 'Rapportera incident';

/** The form stands in the chat already; nothing is typed. A tap is one press of a button or one choice. */
export async function reportSentWrong({ page, card }: Pick<ChatPage, 'page' | 'card'>): Promise<Tapped> {
  const receipts = page.getByLabel('Tack! Rapporten är inskickad', { exact: true });
  const before = await receipts.count();
  let taps = 0;
  const tap = async (button: string): Promise<void> => {
    await pressCard(card(form), button);
    taps += 1;
  };
  const answer = async (question: string, choice: string): Promise<void> => {
    await choose(card(form), question, choice);
    taps += 1;
  };
  await tap('Jag har skickat något fel');
  await answer('När hände det?', 'Nyss');
  await answer('Pågår det fortfarande?', 'Nej');
  await tap('Nästa');
  await answer('Var hände det?', 'Mejl eller meddelande');
  await answer('Kan det gälla personuppgifter?', 'Ja');
  await tap('Nästa');
  await tap('Skicka rapporten');
  return { taps, receipt: await receipts.nth(before).innerText() };
}
