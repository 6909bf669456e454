// English sentences for each reason a command can be refused.
import type { refusals as source } from '../sv/refusals';

export const refusals: Readonly<Record<keyof typeof source, string>> = {
  'refusal.not-found': 'We cannot find {what}. Check the number, or ask the information security officer if you should be able to see it.',
  'refusal.not-allowed': 'You are not entitled to do this. The person responsible for the asset or the case can.',
  'refusal.same-person':
    'You submitted this classification yourself. Somebody else must decide: change the object owner or ask a colleague to submit it.',
  'refusal.wrong-state': 'This has already been dealt with, so nothing was changed. Reload to see how it stands.',
  'refusal.changed-meanwhile':
    'The asset has changed since the classification was submitted. Send it back so that it can be classified again.',
  'refusal.overtaken':
    '{by} got there first ({at}{event, select, none {} other {: {event}}}), so nothing was changed. Reload to see how it stands.',
  'refusal.missing-owner': 'The asset needs both an information owner and an object owner before it can leave draft.',
  'refusal.missing-custodian': 'The asset needs a system manager before it can leave draft.',
  'refusal.unknown-person': 'At least one of the persons is not in the municipality’s directory. Choose from the list instead of typing.',
  'refusal.unknown-unit': 'The unit is not in the organisation. Choose a unit from the list.',
  'refusal.asset-is-draft': 'The asset is a draft. Submit it first, then it can be classified.',
  'refusal.other-model': 'The classification model changed while you were answering. Please go through the questions once more.',
  'refusal.open-questions':
    'Some questions are unanswered. Answer them, or ask the information security officer for help, before you submit.',
  'refusal.stopped': 'The information may concern Sweden’s security and must not be handled here. Ring the security protection officer.',
  'refusal.invalid': 'What was filled in could not be accepted. Open the form again and try once more.',
  'refusal.too-large': 'The text is too long. Shorten it and try again.',
  'refusal.too-many':
    'Very much came at once, so we pause for a moment. Nothing you have written has been removed. Try again in a minute, or ring IT if it is urgent.',
  'refusal.too-old': 'The card is old. Start again and you get a new one.',
  'refusal.kept': 'SharePoint does not answer right now. What you did is saved with us and is entered when SharePoint answers again.',
  'refusal.could-not-read': 'Could not read {what} from SharePoint. It is not your fault. Try again in a while.',
  'refusal.unreachable': 'Värna’s service does not answer. Nothing was sent. What you wrote is still here; try again in a while.',
  'refusal.signed-out': 'Your sign-in has expired. Reload the page and sign in again.',
  'refusal.data-protection-decides':
    'You belong to data protection, which is to be independent and so does not decide. Ask for somebody else to be named object owner.',
  'refusal.data-protection-named':
    'The person you chose belongs to data protection, which is to be independent and so does not decide. Choose somebody else.',
  'refusal.own-deputy': 'You cannot be your own deputy. Choose somebody else.',
  'refusal.wrong-period': 'The days cannot be used. The last day must not be before the first, nor be past.',
  'refusal.unexpected': 'Something went wrong on our side, and nothing was changed. Try again. If it goes on, ring IT.'
};
