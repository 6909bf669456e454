// A document as data, whatever kind of file is made of it: headings, paragraphs, facts and tables. All of it is plain text.
export interface Fact {
  readonly name: string;
  /** Absent when it is missing, which is said. */
  readonly value: string | undefined;
}

export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'facts'; readonly facts: readonly Fact[] }
  | { readonly kind: 'table'; readonly columns: readonly string[]; readonly rows: readonly (readonly string[])[] };

/** `number` stands on every page. */
export interface Paper {
  readonly number: string;
  readonly title: string;
  readonly blocks: readonly Block[];
}

/** The paper with every text of it changed. */
export function withTexts(paper: Paper, change: (text: string) => string): Paper {
  return { number: paper.number, title: change(paper.title), blocks: paper.blocks.map((block) => blockWith(block, change)) };
}

function blockWith(block: Block, change: (text: string) => string): Block {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return { ...block, text: change(block.text) };
    case 'facts':
      return { ...block, facts: block.facts.map(({ name, value }) => ({ name, value: value === undefined ? undefined : change(value) })) };
    case 'table':
      return { ...block, rows: block.rows.map((cells) => cells.map(change)) };
  }
}

export function heading(text: string, level: 1 | 2 = 1): Block {
  return { kind: 'heading', level, text };
}

export function paragraph(text: string): Block {
  return { kind: 'paragraph', text };
}

export function facts(...named: readonly (readonly [name: string, value: string | undefined])[]): Block {
  return { kind: 'facts', facts: named.map(([name, value]) => ({ name, value })) };
}

/** Nothing at all where there are no rows. */
export function table(columns: readonly string[], rows: readonly (readonly string[])[]): readonly Block[] {
  return rows.length === 0 ? [] : [{ kind: 'table', columns, rows }];
}
