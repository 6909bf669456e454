// A message to the bot: the phrase decides, and what concerns one person goes on in that person's own chat.
import type { Card } from '../cards/card';
import { draftLimits } from '../cards/card-data';
import { elsewhereCard, helpCard } from '../cards/guidance';
import { refusalCard, unknownPersonCard } from '../cards/refusal';
import type { Language } from '../domain/language';
import { keptText } from '../domain/written-text';
import { isPersonal, type InboundActivity } from './activity';
import type { Background } from './background';
import { askForFilesLater, takeFiles } from './file-talk';
import { chooseChannel } from './handlers-channel';
import { showMyReports } from './my-reports';
import { messageLimit, readPhrase, type Phrase } from './phrases';
import { startReport, type Talk } from './report-talk';
import { filesIn } from './shared-files';
import {
  addressOf,
  chosenLanguage,
  languageFor,
  phonesOf,
  rememberSender,
  senderOf,
  sendPersonally,
  type Surroundings
} from './surroundings';
import { unchosenLanguage } from './unchosen-language';

/** `background`: where files are fetched, which takes longer than Teams waits for an answer. */
export async function answerMessage(around: Surroundings, background: Background, activity: InboundActivity): Promise<void> {
  await rememberSender(around, activity);
  const message = activity.text ?? '';
  const phrase = message.length > messageLimit ? 'too-large' : readPhrase(message);
  const language = await spoken(around, activity, phrase);
  const talk: Talk = { around, activity, language };
  const files = filesIn(activity);
  if (files.length > 0 && isWithoutErrand(phrase)) {
    background.add(takeFiles(talk, files));
    return;
  }
  if (files.length > 0) await askForFilesLater(talk);
  const { card, personal } = await answerTo(talk, phrase);
  if (!personal || isPersonal(activity)) {
    await around.outgoing.send(addressOf(activity), card);
    return;
  }
  const reached = await sendPersonally(around, activity, card);
  await around.outgoing.send(addressOf(activity), elsewhereCard({ reached }, language));
}

/** Words beside a file say what it is, to whoever reads the chat. */
function isWithoutErrand(phrase: Phrase | 'too-large'): boolean {
  return phrase !== 'too-large' && (phrase.asks === 'nothing' || phrase.asks === 'unknown');
}

/** The welcome, when somebody installs the app for themselves. */
export async function welcome(around: Surroundings, activity: InboundActivity): Promise<void> {
  await rememberSender(around, activity);
  if (!isPersonal(activity)) return;
  const [language, { it: itPhone }] = await Promise.all([languageFor(around, activity), phonesOf(around)]);
  await around.outgoing.send(addressOf(activity), helpCard({ itPhone, understood: true }, language));
}

interface Answer {
  readonly card: Card;
  /** For the sender's eyes only. */
  readonly personal: boolean;
}

async function answerTo(talk: Talk, phrase: Phrase | 'too-large'): Promise<Answer> {
  if (phrase === 'too-large') return { card: refusalCard({ reason: 'too-large' }, talk.language), personal: false };
  switch (phrase.asks) {
    case 'report':
      return { card: await reportOrRefusal(talk, phrase.description), personal: true };
    case 'my-reports':
      return { card: await showMyReports(talk), personal: true };
    case 'show-here':
    case 'show-no-more':
      return { card: await chooseChannel(talk, phrase.asks === 'show-here'), personal: false };
    case 'help':
    case 'nothing':
    case 'unknown':
      return {
        card: helpCard({ itPhone: (await phonesOf(talk.around)).it, understood: phrase.asks !== 'unknown' }, talk.language),
        personal: false
      };
  }
}

/** A form is shown also while the directory is silent: who sends it is asked again when it is sent. */
async function reportOrRefusal(talk: Talk, description: string): Promise<Card> {
  const sender = await senderOf(talk.around, talk.activity);
  if (sender === 'unknown') return unknownPersonCard({ itPhone: (await phonesOf(talk.around)).it }, talk.language);
  return startReport(talk, { description: keptText(description, draftLimits.description) });
}

/** The language of the words used, which is remembered; else the one remembered. */
async function spoken(around: Surroundings, activity: InboundActivity, phrase: Phrase | 'too-large'): Promise<Language> {
  const chosen = await chosenLanguage(around, activity);
  if (phrase === 'too-large' || !('language' in phrase)) return chosen ?? unchosenLanguage(activity.locale);
  const { aadObjectId } = activity.from;
  if (aadObjectId !== undefined && chosen !== phrase.language) await remember(around, aadObjectId, phrase.language);
  return phrase.language;
}

async function remember({ desk, log }: Surroundings, personId: string, language: Language): Promise<void> {
  try {
    await desk.conversations.setLanguage(personId, language);
  } catch (failure) {
    log.warn({ err: failure }, 'The chosen language could not be remembered');
  }
}
