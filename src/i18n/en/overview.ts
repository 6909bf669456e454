// English texts: the overview of the register.
import type { overview as source } from '../sv/overview';

export const overview: Readonly<Record<keyof typeof source, string>> = {
  'tab.overview': 'Overview',
  'tab.overview.welcome': 'First time here?',
  'tab.overview.welcome.what':
    'This is where things stand with the information assets of the municipality: what has a class, how severe it is and what needs somebody.',
  'tab.overview.welcome.numbers': 'Each number is a link to the rows behind it.',
  'tab.overview.welcome.first': 'Begin with your unit: is everything there, and does everything have a class?',
  'tab.overview.welcome.understood': 'I see',
  'tab.overview.mine': 'Mine',
  'tab.overview.my-unit': 'My unit: {unit}',
  'tab.overview.assets': 'Assets',
  'tab.overview.assets.mine': 'Assets I answer for',
  'tab.overview.waiting': 'Decisions that wait for me',
  'tab.overview.late': 'My measures that are late',
  'tab.overview.coverage': '{percent} per cent of the assets have a decided class',
  'tab.overview.coverage.none': 'No assets are registered',
  'tab.overview.committee': 'Committee',
  'tab.overview.registered': 'Registered',
  'tab.overview.decided': 'With a decided class',
  'tab.overview.missing': 'Without a class',
  'tab.overview.whole': 'The whole municipality',
  'tab.overview.empty':
    '{count, plural, =0 {Every unit has something registered} one {One unit has nothing registered} other {# units have nothing registered}}',
  'tab.overview.inventory': 'Inventory: ask the units whether everything is there',
  'tab.overview.classes':
    '{count, plural, =0 {No asset is at the most serious level} one {One asset is at the most serious level in some aspect} other {# assets are at the most serious level in some aspect}}',
  'tab.overview.classes.help': 'The highest level in each committee and aspect, and how many assets are at it.',
  'tab.overview.classes.none': 'No class yet',
  'tab.overview.trend':
    '{count, plural, =0 {None of the classes that stand were decided in the last twelve months} one {One of the classes that stand was decided in the last twelve months} other {# of the classes that stand were decided in the last twelve months}}',
  'tab.what.decided': 'the classifications',
  'tab.overview.growth.show': 'Show how the classes have come along',
  'tab.overview.growth': 'At the end of {month} {before} of today’s {all} assets had a decided class, now {now} do',
  'tab.overview.growth.help':
    'Assets by their highest level, as the class was decided when the month ended. Those phased out or cancelled are not counted.',
  'tab.overview.month': 'Month',
  'tab.overview.attention':
    '{count, plural, =0 {No asset needs anybody right now} one {One asset needs somebody} other {# assets need somebody}}',
  'tab.overview.attention.help': 'Highest class first. Drafts are not counted.',
  'tab.overview.attention.more': 'The first {count} are shown.',
  'tab.overview.need': 'Needs',
  'tab.overview.need.changed': 'Changed after decision',
  'tab.overview.need.owner': 'Somebody is missing',
  'tab.overview.need.class': 'No class',
  'tab.overview.count': '{count} of {all}',
  'tab.assets.filter.not-draft': 'Not a draft',
  'tab.assets.filter.classified': 'With a class',
  'tab.assets.filter.mine': 'Mine',
  'tab.assets.filter.decided': 'Decided in {month}'
};
