// "Jag har skickat något fel", reported as somebody in a hurry does it: only taps, and each counted.
import type { ChatPage } from './chat';
import { choose, press } from './tab';

export interface Tapped {
  readonly taps: number;
  /** What the receipt says. */
  readonly receipt: string;
}

const form = 'Rapportera incident';

/** The form stands in the chat already; nothing is typed. A tap is one press of a button or one choice. */
export async function reportSentWrong({ card }: Pick<ChatPage, 'card'>): Promise<Tapped> {
  let taps = 0;
  const tap = async (button: string): Promise<void> => {
    await press(card(form), button);
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
  const receipt = await card('Tack! Rapporten är inskickad').innerText();
  return { taps, receipt };
}
