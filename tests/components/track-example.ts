// Legal tracks in the example municipality before a screen test begins, and how their cards and forms are found and filled in.
import { fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Commands } from '../../src/components/commands/desk';
import { Track } from '../../src/domain/legal-track';
import { people } from '../workflows/memory-context';
import { reportedIncident } from './example';
import { municipality, type Municipality } from './municipality';

export const at = 'incidents/I-2026-0001';
export const reference = 'R-2026-0001';

export type Who = keyof typeof people;
let commands = 0;

export async function given<N extends keyof Commands>(place: Municipality, who: Who, name: N, input: Commands[N]['input']): Promise<void> {
  commands += 1;
  const answer = await place.desk(who).send(name, `given-${commands}`, input);
  if (!answer.ok) throw new Error(`${name}: ${answer.reason}`);
}

export async function reported(): Promise<Municipality> {
  const place = municipality();
  await reportedIncident(place);
  return place;
}

export async function opened(changes: Partial<Commands['open-track']['input']> = {}): Promise<Municipality> {
  const place = await reported();
  const input = { incident: 'I-2026-0001', regime: 'gdpr', controller: 'SN', decider: people.director.upn, ...changes } as const;
  await given(place, 'securityOfficer', 'open-track', input);
  return place;
}

const likely = { 'personal-data': 'yes', breach: 'yes', risk: 'risk', unreadable: 'no', 'risk-removed': 'unknown' };

export async function assessed(answers: Readonly<Record<string, string | number>> = likely): Promise<Municipality> {
  const place = await opened();
  await given(place, 'securityOfficer', 'answer-assessment', { reference, answers: { ...answers } });
  return place;
}

export async function card(name = 'R-2026-0001 Dataskyddsförordningen: Socialnämnden'): Promise<HTMLElement> {
  return screen.findByRole('region', { name });
}

export function standing(place: Municipality, number = reference): Track {
  return Track.parse(place.context.entries.filter(({ aggregate }) => aggregate === number).at(-1)?.state);
}

/** The form that is folded under a name, opened by the keyboard. */
export async function unfold(title: string): Promise<HTMLElement> {
  const summary = await screen.findByText(title, { selector: 'summary' });
  await userEvent.click(summary);
  return summary.parentElement ?? document.body;
}

export async function choosePerson(form: HTMLElement, begun: string, name: string): Promise<void> {
  await userEvent.type(within(form).getByRole('combobox', { name: 'Beslutas av' }), begun);
  fireEvent.click(await screen.findByText(name));
}

export function write(form: HTMLElement, label: RegExp | string, text: string): void {
  fireEvent.change(within(form).getByLabelText(label), { target: { value: text } });
}

export const press = (form: HTMLElement, name: string): Promise<void> => userEvent.click(within(form).getByRole('button', { name }));
