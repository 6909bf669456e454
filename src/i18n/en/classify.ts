// English texts: the wizard that proposes a class, and those who are asked about it.
import type { classify as source } from '../sv/classify';

export const classify: Readonly<Record<keyof typeof source, string>> = {
  'tab.classify.set': 'Information set: {name}',
  'tab.classify.whole': 'All of it together',
  'tab.classify.as-before': 'Answer as for {name}',
  'tab.classify.asks':
    'You answered don’t know to {count, plural, one {one question} other {# questions}}. When you submit, Värna asks the information security officer or the data protection officer in Teams. Once they have answered, the classification goes on to be decided.',
  'tab.classify.submit-and-ask': 'Submit and ask',
  'tab.classify.asked': 'The classification waits for answers',
  'tab.classify.asked.next':
    '{reference} is saved. Those who know have been asked in Teams. Once everything is answered it goes to {decider} to decide.',
  'tab.classify.demands': 'What the class will demand',
  'tab.classify.demands.coming': 'Working out the requirements …',
  'tab.classify.demands.unit': 'Of you: {count, plural, one {one requirement} other {# requirements}}',
  'tab.classify.demands.it': 'Of the IT unit: {count, plural, one {one requirement} other {# requirements}}',
  'tab.classify.demands.supplier': 'Of a supplier: {count, plural, one {one requirement} other {# requirements}}',
  'tab.reason.set': '{set} decides.',
  'tab.reason.lifted': 'One step higher for all of it together: {answer}.',
  'tab.adjust.open': 'Another level',
  'tab.adjust.level': 'Level of {aspect}',
  'tab.adjust.computed': '{level} (as the answers give)',
  'tab.adjust.motivation': 'Why does that level fit better?',
  'tab.adjust.raised': 'Whoever decides reads the reason.',
  'tab.adjust.lowered': 'Lower than the answers give. The information security officer says what they think before the decision.',
  'tab.adjust.heading': 'Changed by whoever submitted it',
  'tab.adjust.said': '{aspect}, {level}:',
  'tab.adjust.comment.by': '{name} (information security), {at}:',
  'tab.adjust.comment': 'What do you think of the lowered level?',
  'tab.adjust.comment.why': 'A level is set lower than the answers give. The object owner decides, and reads what you write.',
  'tab.adjust.comment.save': 'Save the comment',
  'tab.experts': 'Questions to those who know',
  'tab.experts.asked': 'Waits for an answer from {role}.',
  'tab.experts.answered': 'Answered by {name}, {at}.',
  'tab.experts.save': 'Answer',
  'tab.experts.comment': 'Comment (optional)',
  'tab.home.inquiry': 'Answer questions about the classification of {asset}',
  'tab.withdraw': 'Take back the classification',
  'tab.withdraw.reason': 'Why do you take it back?',
  'tab.withdraw.save': 'Take back'
};
