// English texts: what a class demands, and what those who are asked answer.
import type { requirements as source } from '../sv/requirements';

export const requirements: Readonly<Record<keyof typeof source, string>> = {
  'tab.what.requirements': 'the requirements',
  'tab.requirements': 'Requirements and measures',
  'tab.requirements.coming': 'Fetching the requirements …',
  'tab.requirements.unclassified': 'The requirements are shown once the asset’s class is decided.',
  'tab.requirements.from': 'The requirements follow from the decided class, by the catalogue {version}. They are support for judgement.',
  'tab.requirements.compliance': '{met} of {all} met',
  'tab.requirements.party': '{party}: {met} of {all} met, {left, plural, =0 {all answered} other {# without an answer}}',
  'tab.requirements.supplier': 'The supplier {name}',
  'tab.requirements.sent': 'Sent to {to} {at}. Answer by {due}.',
  'tab.requirements.overdue': 'The answer should have come {due}. Ring the supplier, or send the requirements again with a new day.',
  'tab.requirement.references': 'Where the requirement comes from',
  'tab.requirement.iso': 'ISO/IEC 27002:2022: {controls}',
  'tab.requirement.law': 'Chapter 2 Section 3 cybersäkerhetslagen (2025:1506), point {points}',
  'tab.requirement.from-level': 'Applies from the level {level}.',
  'tab.requirement.answer': 'Answer to {code}',
  'tab.requirement.proof': 'How it is shown',
  'tab.requirement.proof.help':
    'Optional, such as where the routine is or what is lacking. Saved when you choose an answer. Write no passwords.',
  'tab.requirement.said': '{standing} ({name}, {at})',
  'tab.requirement.said-by': '{standing}, according to {who} at the supplier (entered by {name}, {at})',
  'tab.requirements.said-by': 'Who at the supplier has answered',
  'tab.requirements.said-by.help': 'Write a role or a name before you choose answers below.',
  'tab.requirements.said-by.missing': 'First write who at the supplier has answered.',
  'tab.requirements.annex': 'Download the requirement annex (Word)',
  'tab.requirements.applicability': 'Download the statement of applicability (Excel)',
  'tab.requirements.export': 'Export requirements and measures to Excel',
  'tab.requirements.send': 'Note requirements sent to a supplier',
  'tab.requirements.send.how':
    'Värna sends nothing to the supplier. Send the annex with the procurement or in a secure message, and note it here.',
  'tab.requirements.send.supplier': 'Name of the supplier',
  'tab.requirements.send.to': 'Who at the supplier',
  'tab.requirements.send.due': 'Answer by',
  'tab.requirements.send.save': 'Note as sent',
  'tab.unanswered': 'Requirements without an answer',
  'tab.unanswered.how':
    'What is most worth beginning with stands on top: highest class times the number of requirements without an answer.',
  'tab.unanswered.none': 'Every requirement has an answer. Well done!',
  'tab.unanswered.who': 'Who is to answer',
  'tab.unanswered.count': 'Without an answer',
  'tab.unanswered.of': '{left} of {all}',
  'tab.unanswered.late': '{left} of {all}, late',
  'tab.unanswered.found': '{count, plural, one {One list to answer} other {# lists to answer}}',
  'tab.home.unanswered': 'Requirements on information assets',
  'tab.home.unanswered.look': 'See requirements without an answer',
  'cards.requirements-raised.title': 'New requirements on an asset',
  'cards.requirements-raised.text':
    'The class has been raised and asks more than before. Answer what is new under Requirements and measures on the page of the asset.',
  'cards.requirements-raised.count': '{count, plural, one {one new requirement} other {# new requirements}}',
  'cards.requirements-raised.more': 'And {more} more.',
  'cards.supplier-late.title': 'A supplier has not answered in time',
  'cards.supplier-late.text':
    '{left, plural, one {One requirement lacks} other {# requirements lack}} an answer. Call the supplier, or send the requirements again with a new day. Enter the answers on the page of the asset when they come.'
};
