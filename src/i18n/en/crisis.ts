// English texts: the krisstab on the page of an incident.
import type { crisis as source } from '../sv/crisis';

export const crisis: Readonly<Record<keyof typeof source, string>> = {
  'tab.what.crisis-plan': 'the crisis plan',
  'tab.crisis': 'Crisis staff',
  'tab.crisis.suggested': 'The incident is critical. Is the crisis staff to be called? You or somebody else who may call it decides.',
  'tab.crisis.call': 'Call the crisis staff',
  'tab.crisis.call.again': 'Call the crisis staff again',
  'tab.crisis.call.help':
    'Everybody in the crisis plan is told in Teams that they are called to this incident, and the link to the meeting. Nothing of what has happened. Ring them as well: Teams may be what does not work.',
  'tab.crisis.reason': 'Why the crisis staff is called',
  'tab.crisis.reason.help': 'Everybody who may read the incident sees it.',
  'tab.crisis.agenda': 'Agenda',
  'tab.crisis.link': 'Link to the meeting',
  'tab.crisis.link.help': 'Create the meeting in Teams and paste the link. It is to begin with https://. May be left empty.',
  'tab.crisis.link.wrong': 'The link cannot be used. It is to begin with https:// and be pasted whole.',
  'tab.crisis.link.open': 'Open the meeting',
  'tab.crisis.list': 'Call list',
  'tab.crisis.list.open': 'Show the call list',
  'tab.crisis.list.none':
    'Nobody is in the crisis plan, so nobody can be called. Säkerhetsskydd or Informationssäkerhet fills in the list Krisplan.',
  'tab.crisis.list.who': '{function}: {name}',
  'tab.crisis.list.phone': 'Telephone:',
  'tab.crisis.list.reserve': 'Reserve:',
  'tab.crisis.list.no-number': 'No number in the crisis plan',
  'tab.crisis.list.closed':
    'The numbers are in the list Krisplan, which you may not read. Ask IT, the head of protective security or the information security officer to ring.',
  'tab.crisis.unread':
    '{count, plural, one {One row} other {# rows}} of the crisis plan could not be read, or named somebody who is not in the directory. They have not been told: open the list Krisplan and ring them.',
  'tab.crisis.heading': 'Call {number}',
  'tab.crisis.called': 'Called',
  'tab.crisis.by': '{name}, {at}',
  'tab.crisis.attendance': 'Attendance',
  'tab.crisis.attendance.none': 'Not entered',
  'tab.crisis.attendance.record': 'Enter attendance',
  'tab.crisis.attendance.help':
    'Tick those who take part. Entered again it takes the place of the previous one, which stays in the timeline.',
  'tab.crisis.attendance.others': 'Others who take part',
  'tab.crisis.attendance.save': 'Save the attendance',
  'tab.crisis.decisions': 'Decisions',
  'tab.crisis.decisions.none': 'None yet',
  'tab.crisis.decision': 'Enter a decision',
  'tab.crisis.decision.label': 'What the crisis staff decided',
  'tab.crisis.decision.help': 'One decision at a time, with who is to carry it out. It cannot be changed afterwards.',
  'tab.crisis.decision.save': 'Save the decision',
  'tab.crisis.end': 'End the crisis staff',
  'tab.crisis.end.label': 'Minutes',
  'tab.crisis.end.help':
    'The situation, what you talked about and what remains. If there was no meeting, write why. The minutes cannot be changed afterwards.',
  'tab.crisis.end.save': 'End and save',
  'tab.crisis.document.call': 'Download call list and summons (Word)',
  'tab.crisis.document.call.help':
    'Print it: the call list is needed when the network is down. The file is in Swedish, is made here on your device and has telephone numbers in it.',
  'tab.crisis.document.minutes': 'Download the minutes (Word)'
};
