// The measures of an incident in a document: what was to be done, by whom and when, and what came of it.
import type { Measure } from '../domain/measure';
import { swedishDay } from '../domain/swedish-time';
import { formatDay } from '../i18n/moment';
import { moment, swedish, type Case, type Say } from './case';
import { facts, heading, paragraph, table, type Block } from './paper';

export function measuresOf({ measures: { measures, broken } }: Case, say: Say): readonly Block[] {
  const unread = broken === 0 ? [] : [paragraph(`Gick inte att läsa och saknas här: ${broken}.`)];
  const none = measures.length === 0 && broken === 0 ? [paragraph('Ingen åtgärd är införd.')] : [];
  return [heading('Åtgärder'), ...none, ...unread, ...measures.flatMap(({ state }) => measureOf(state, say))];
}

function measureOf(measure: Measure, say: Say): readonly Block[] {
  const { reference, what, state, owner, due, checkAt, follows } = measure;
  return [
    heading(swedish('tab.measure.title', { reference, what: say('measures', what) }), 2),
    facts(
      [swedish('tab.measure.state'), swedish(`measure.state.${state}`)],
      [swedish('tab.measure.owner'), say('people', owner.name)],
      [swedish('tab.measure.due'), dayOf(due)],
      [swedish('tab.measure.check-day'), dayOf(checkAt)],
      ...(follows === undefined ? [] : [[swedish('tab.measure.follows'), follows] as const])
    ),
    ...table(['När', 'Vem', 'Vad', 'Vad som skrevs'], recordOf(measure, say))
  ];
}

/** In the order it happened. */
function recordOf({ addedBy, addedAt, before, done, check, dropped }: Measure, say: Say): readonly (readonly string[])[] {
  const lines = [
    { by: addedBy, at: addedAt, what: swedish('event.measure-added'), text: '' },
    ...before.map((said) => ({
      ...said,
      what: `${swedish('event.measure-changed')} (${say('people', said.owner.name)}, ${dayOf(said.due)})`
    })),
    ...(done === undefined ? [] : [{ ...done, what: swedish('event.measure-done') }]),
    ...(check === undefined ? [] : [{ ...check, what: swedish('event.measure-checked') }]),
    ...(dropped === undefined ? [] : [{ ...dropped, what: swedish('event.measure-dropped') }])
  ];
  return lines.map(({ by, at, what, text }) => [moment(at), say('people', by.name), what, say('measures', text)]);
}

function dayOf(at: string): string {
  return formatDay('sv', swedishDay(at));
}
