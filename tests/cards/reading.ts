// A card as its reader meets it: words, inputs, buttons, and what a press on one sends.
import type { Card } from '../../src/cards/card';

/** A button as a person sees it on a card. */
export interface Press {
  readonly title: string;
  /** What is typed or chosen on the card. */
  readonly inputs?: Readonly<Record<string, string>>;
}

/** What a client sends when this button is pressed, the card's own inputs included. */
export function actionOf(card: Card, { title, inputs = {} }: Press): object {
  const action = actionsOf(card).find((candidate) => candidate['title'] === title);
  if (action === undefined) throw new Error(`No button "${title}" among: ${titlesOf(card).join(', ')}`);
  const shown = Object.fromEntries(inputsOf(card).flatMap(({ id, value }) => (value === undefined ? [] : [[String(id), value]])));
  const sent = action['associatedInputs'] === 'none' ? {} : { ...shown, ...inputs };
  return { type: 'Action.Execute', verb: action['verb'], data: { ...(action['data'] as object), ...sent } };
}

export function titlesOf(card: Card): string[] {
  return actionsOf(card).map((action) => String(action['title']));
}

export function inputsOf(card: Card): Record<string, unknown>[] {
  return nodesOf(card).filter((node) => String(node['type']).startsWith('Input.'));
}

export function actionsOf(card: Card): Record<string, unknown>[] {
  return nodesOf(card).filter((node) => String(node['type']).startsWith('Action.'));
}

/** Everything a reader sees on a card, line by line. */
export function wordsOf(card: Card): string {
  return nodesOf(card)
    .map((node) => [node['text'], node['label'], node['title']].filter((part) => typeof part === 'string').join(' '))
    .filter((line) => line !== '')
    .join('\n');
}

/** Every typed object of a card: elements, inlines, actions. */
export function nodesOf(value: unknown): Record<string, unknown>[] {
  if (Array.isArray(value)) return value.flatMap(nodesOf);
  if (typeof value !== 'object' || value === null) return [];
  const node = value as Record<string, unknown>;
  const inner = Object.entries(node).flatMap(([name, part]) => (name === 'data' ? [] : nodesOf(part)));
  return 'type' in node || 'title' in node ? [node, ...inner] : inner;
}
