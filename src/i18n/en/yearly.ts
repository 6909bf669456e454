// English texts: when and why a class is reconsidered, and what comes back each year.
import type { yearly as source } from '../sv/yearly';

export const yearly: Readonly<Record<keyof typeof source, string>> = {
  'reconsider.reason.changed': 'changed after the decision',
  'reconsider.reason.incident': 'serious incident since the decision',
  'reconsider.reason.model': 'new version of the model',
  'reconsider.reason.year': 'a year since the decision',
  'tab.reconsider': 'To be reconsidered',
  'tab.asset.reconsider': 'The class is to be reconsidered.',
  'tab.asset.reconsider.by': 'The class is reconsidered by {due} at the latest.',
  'tab.asset.reconsider.changed': 'The asset has changed since its class was decided.',
  'tab.asset.reconsider.incident':
    'Since the decision the asset was part of {count, plural, one {an incident} other {# incidents}} of high or critical severity:',
  'tab.asset.reconsider.model': 'The class was decided by an earlier version of the model. Now {model} is in force.',
  'tab.asset.reconsider.year': 'A year has gone since the decision. The class was to be reconsidered by {due}.',
  'tab.asset.reconsider.how':
    'Classify the asset again. If nothing is different, submit the same answers, and the object owner decides anew.',
  'tab.asset.reconsider.on-its-way': 'A new classification is on its way:',
  'tab.assets.filter.reconsider': 'To be reconsidered',
  'tab.assets.filter.due': 'To be reconsidered in {month} at the latest',
  'tab.overview.need.reconsider': 'To be reconsidered',
  'tab.overview.reconsider': 'My classes to reconsider',
  'tab.home.reconsider': 'Classes to reconsider',
  'tab.home.reconsider.all': 'See all {count}',
  'tab.nav.yearly': 'Year',
  'tab.what.yearly': 'the year’s tasks',
  'tab.yearly.heading': 'The year {year}',
  'tab.yearly.help':
    'What comes back each year, when, and whose it is. The months are a proposal. Classes follow from the register and need no mark.',
  'tab.yearly.now': 'Classes to reconsider now',
  'tab.yearly.due': 'Classes to reconsider this month at the latest',
  'tab.yearly.this-month': 'Now',
  'tab.yearly.whose': '{role}. Source: {source}',
  'tab.yearly.late': 'The month has gone, and the task is not marked as done.',
  'tab.yearly.done': 'Done: {name}, {at}',
  'tab.yearly.take-back': 'Take back',
  'tab.yearly.take-back.what': 'Take back: {task}',
  'tab.yearly.mark': 'Mark as done: {task}',
  'tab.yearly.mark.save': 'Mark as done',
  'tab.yearly.note': 'Note',
  'tab.yearly.note.help': 'If you like, such as a registry number or where the result is.'
};
