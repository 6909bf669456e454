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
  'refusal.other-sets': 'The information sets of the asset changed while you were answering. Please go through them once more.',
  'refusal.below-floor': 'The law sets a lowest level that cannot be lowered. Choose that level or a higher one.',
  'refusal.no-such-question': 'There is no such question in this classification. Please load the page again.',
  'refusal.other-model': 'The classification model changed while you were answering. Please go through the questions once more.',
  'refusal.open-questions':
    'Some questions are unanswered. Answer them, or ask the information security officer for help, before you submit.',
  'refusal.stopped': 'The information may concern Sweden’s security and must not be handled here. Ring the security protection officer.',
  'refusal.unknown-task': 'The task is not in that month of the year. Reload the page.',
  'refusal.invalid': 'What was filled in could not be accepted. Open the form again and try once more.',
  'refusal.too-large': 'The text is too long. Shorten it and try again.',
  'refusal.too-many':
    'Very much came at once, so we pause for a moment. Nothing you have written has been removed. Try again in a minute, or ring IT if it is urgent.',
  'refusal.too-old': 'The card is old. Start again and you get a new one.',
  'refusal.kept': 'SharePoint does not answer right now. What you did is saved with us and is entered when SharePoint answers again.',
  'refusal.unreachable': 'Värna’s service does not answer. Nothing was sent. What you wrote is still here; try again in a while.',
  'refusal.signed-out': 'Your sign-in has expired. Reload the page and sign in again.',
  'refusal.data-protection-decides':
    'You belong to data protection, which is to be independent and so does not decide. Ask for somebody else to be named to decide.',
  'refusal.data-protection-named':
    'The person you chose belongs to data protection, which is to be independent and so does not decide. Choose somebody else.',
  'refusal.own-deputy': 'You cannot be your own deputy. Choose somebody else.',
  'refusal.wrong-last-day': 'The last day cannot be used. Choose today or a day within a year.',
  'refusal.inventory-open': 'An inventory is already under way. Close it before you open another.',
  'refusal.no-units': 'There are no units to ask. Fill in the list Organisation first.',
  'refusal.wrong-day': 'The day cannot be used. The answer can hold for any day from when the inventory was opened until today.',
  'refusal.wrong-period': 'The days cannot be used. The last day must not be before the first, nor be past.',
  'refusal.own-assessment':
    'You answered the questions yourself. Somebody else must decide: name another decision-maker, or let a colleague answer.',
  'refusal.not-decided': 'It has not been decided whether this is to be reported. Let whoever is named decide first.',
  'refusal.track-exists': 'There is such a track for the incident and the committee already. Go on in that one.',
  'refusal.not-a-committee': 'Choose the committee that is responsible, not a department or a unit.',
  'refusal.not-a-decider':
    'Whoever you chose cannot decide in this track. Choose somebody in the leadership, or the committee’s own representative.',
  'refusal.unknown-question': 'The questions have changed while you were answering. Reload to see the new ones, and answer them.',
  'refusal.unknown-field': 'The sheet has changed while you were writing. Reload to see the new fields.',
  'refusal.facts-missing': 'Facts are missing, so not reporting cannot be decided. Answer the questions first, or decide to report.',
  'refusal.assessment-changed': 'The assessment has changed since you read it. Reload and read the new one before you decide.',
  'refusal.wrong-time': 'The time is in the future. Say when it really happened.',
  'refusal.wrong-stage': 'That report cannot be sent in now. Reload to see which can.',
  'refusal.reference-missing': 'Give the receiver’s reference number, or say why there is none.',
  'refusal.motivation-missing': 'The report was sent in after its time limit. Say why it was late.',
  'refusal.receipt-kept': 'The receipt has been entered already and cannot be replaced.',
  'refusal.nobody-to-inform': 'This track has nobody concerned to inform. Do it in the track for the GDPR or the Cybersecurity Act.',
  'refusal.text-missing': 'Write the text in Swedish and Finnish, how it reaches people, and when.',
  'refusal.reports-left': 'Not all reports have been sent in, so the track cannot be closed yet.',
  'refusal.opinion-missing': 'The data protection officer has not given an opinion. Ask for one before the track is closed.',
  'refusal.track-consultation-missing': 'The consultation is missing. Enter who consulted and what they found before the track is closed.',
  'refusal.concerned-undecided':
    'It has not been decided whether those concerned are to be informed. That is needed before the track is closed.',
  'refusal.severity-missing': 'Nobody has set the severity yet. Assess the incident first.',
  'refusal.handler-missing': 'Nobody has been named handler. Name somebody first.',
  'refusal.tracks-left': 'Something else that belongs to the case is not done. Ask the information security officer.',
  'refusal.wrong-measure-days':
    'The days cannot be used. Neither may have passed, and the effect is checked no earlier than the day when the measure is to be done.',
  'refusal.no-such-measure': 'There is no measure without effect under that number in the case. Reload and have a look.',
  'refusal.consultation-missing':
    'The severity is high or critical. The information security officer must record a consultation before the incident is closed.',
  'refusal.root-cause-missing': 'The root cause is missing. Write why it happened.',
  'refusal.outcome-missing': 'The answer to the reporter is missing. Write what came of it.',
  'refusal.reason-missing': 'Write a reason, so that others understand why.',
  'refusal.unknown-asset': 'At least one of the assets is not in the register. Check the numbers.',
  'refusal.unknown-need':
    'There is no asset with that number{named, select, none {} other {: {named}}}. Take it away from what the asset needs, or choose from the list.',
  'refusal.needs-circle':
    'The assets would need each other in a circle{named, select, none {} other {: {named}}}. Take one of the dependencies away.',
  'refusal.access-left': 'Somebody can still reach the information. Remove the access first; then the asset is phased out.',
  'refusal.unknown-incident': 'At least one of the incidents does not exist, or you may not see it. Check the numbers.',
  'refusal.own-incident': 'An incident cannot be linked to itself. Take that number away.',
  'refusal.not-leadership':
    'The person you chose is not of the municipal leadership. Choose the municipal director, or whoever acts in their place.',
  'refusal.crisis-staff-called':
    'The crisis staff has been called already, so nobody was called again. End it first if it is to be called anew.',
  'refusal.crisis-plan-empty':
    'Nobody in the crisis plan could be read, so nobody is called. Ring those who are needed, and have Säkerhetsskydd or Informationssäkerhet fill in the list Krisplan.',
  'refusal.crisis-staff-missing': 'The crisis staff has not been called to the incident. Reload to see how it stands now.',
  'refusal.crisis-staff-ended': 'The crisis staff has ended and its minutes cannot be changed. Reload to see how it stands now.',
  'refusal.crisis-staff-not-active': 'No attendance has been entered yet. Enter who takes part, then decisions can be entered.',
  'refusal.attendance-missing': 'Nobody is ticked. Name at least one who takes part.',
  'refusal.not-called': 'At least one of them was not called. Write the name under Others who take part.',
  'refusal.report-missing': 'The report is not among the files of the incident. Add it as Word or PDF first.',
  'refusal.report-known': 'That file has already been handed over to that person, so nothing has changed.',
  'refusal.to-be-kept': 'The case is to be kept, so it cannot be disposed of.',
  'refusal.retention-left': 'The case may not be disposed of yet. The time it is to be kept is not over.',
  'refusal.tracks-kept': 'The case has legal tracks, which must be there for supervision. So it is kept.',
  'refusal.unknown-rule': 'The threshold does not exist any more. Reload to see those that do.',
  'refusal.file-empty': 'The file is empty, so it has not been saved. Check it and try again.',
  'refusal.file-too-large':
    'The file is larger than 10 MB, so it has not been saved. Make it smaller, for example by sending a screenshot, and try again.',
  'refusal.file-active':
    'The file has not been saved, because it may hold something that runs when it is opened, such as a web page, a program, an archive or macros. Send a picture or a PDF instead.',
  'refusal.file-kind':
    'The file has not been saved, because it is not of a kind we take. Send a picture, a PDF, a mail, a text file or an Office document without macros.',
  'refusal.file-mismatch':
    'The file has not been saved, because it holds something else than its name says. Check that it is the right file.',
  'refusal.file-known': 'The file is already in the case, so nothing has changed.',
  'refusal.files-full': 'The case already has 20 files, and there is no room for more. Describe the rest in words.',
  'refusal.file-not-kept': 'The file has not been saved, because SharePoint does not answer just now. Try again in a while.',
  'refusal.file-unread': 'The file could not be fetched from Teams, so it has not been saved. Send it once more.',
  'refusal.files-at-once': 'At most five files are taken at once, so the rest have not been saved. Send them in a new message.',
  'refusal.not-classified': 'The asset has no decided class yet, so it cannot be said which requirements apply. Classify it first.',
  'refusal.no-such-requirement':
    'Some of the requirements no longer apply to the asset, so nothing was changed. Reload and answer what applies now.',
  'refusal.wrong-answer-day': 'The last day for an answer has already been. Choose a day ahead.',
  'refusal.nothing-to-send': 'The asset’s class puts no requirements to a supplier, so there is nothing to send.',
  'refusal.own-proposal': 'You have proposed the measure yourself. Somebody else must decide on it.',
  'refusal.no-such-gap':
    'The requirement is not answered with partly or no for the asset, so there is nothing lacking to act on. Answer the requirement first.',
  'refusal.no-decider':
    'No head of department is known for the asset’s unit, nor a manager of the object owner. Ask the information security officer to look over the organisation.',
  'refusal.wrong-acceptance-day': 'The risk can be accepted until a day ahead, at most a year. Choose another day.',
  'refusal.unexpected': 'Something went wrong on our side, and nothing was changed. Try again. If it goes on, ring IT.'
};
