// A paper as a Word document: headings, tables and page numbers, and every text as plain text, without fields or links.
import {
  AlignmentType,
  Document,
  Footer,
  Header,
  HeadingLevel,
  type IRunOptions,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType
} from 'docx';
import { onOneLine } from '../domain/written-text';
import type { Block, Paper } from './paper';

/** The bytes of a .docx. */
export async function wordOf(paper: Paper): Promise<ArrayBuffer> {
  const { number, title, blocks } = paper;
  const document = new Document({
    title,
    creator: 'Värna',
    lastModifiedBy: 'Värna',
    styles: { default: { document: { run: { font: 'Arial', size: halfPoints(10.5), language: { value: 'sv-SE' } } } } },
    sections: [
      {
        headers: {
          default: new Header({ children: [new Paragraph({ alignment: AlignmentType.RIGHT, children: [new TextRun(number)] })] })
        },
        footers: { default: new Footer({ children: [pageNumber()] }) },
        children: [new Paragraph({ heading: HeadingLevel.TITLE, children: runs(title) }), ...blocks.flatMap(partsOf)]
      }
    ]
  });
  return Packer.toArrayBuffer(document);
}

function pageNumber(): Paragraph {
  const children = ['Sida ', PageNumber.CURRENT, ' av ', PageNumber.TOTAL_PAGES];
  return new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ children })] });
}

function partsOf(block: Block): readonly (Paragraph | Table)[] {
  switch (block.kind) {
    case 'heading':
      return [
        new Paragraph({
          heading: block.level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2,
          spacing: { before: points(14), after: points(6) },
          children: runs(block.text)
        })
      ];
    case 'paragraph':
      return [new Paragraph({ spacing: { after: points(6) }, children: runs(block.text) })];
    case 'facts':
      return tableOf(
        block.facts.map(({ name, value }) => new TableRow({ children: [cellOf(name, true), cellOf(value ?? missing)] })),
        factWidths
      );
    case 'table':
      return tableOf([
        new TableRow({ tableHeader: true, children: block.columns.map((column) => cellOf(column, true)) }),
        ...block.rows.map((cells) => new TableRow({ children: cells.map((text) => cellOf(text)) }))
      ]);
  }
}

const missing = 'Saknas';
/** A third for the names, of the twentieths of a point between the margins. */
const factWidths = [3_000, 6_026];

/** Two tables that follow each other would become one. */
function tableOf(rows: TableRow[], columnWidths?: readonly number[]): readonly (Paragraph | Table)[] {
  const width = { size: 100, type: WidthType.PERCENTAGE };
  return [new Table({ width, rows, ...(columnWidths && { columnWidths }) }), new Paragraph({ spacing: { after: points(4) } })];
}

function cellOf(text: string, isBold = false): TableCell {
  const margins = { top: points(2), bottom: points(2), left: points(4), right: points(4) };
  return new TableCell({ margins, children: [new Paragraph({ children: runs(text, isBold) })] });
}

/** Lines as they were written, without what XML has no place for. */
function runs(text: string, isBold = false): TextRun[] {
  return text.split('\n').map((line, index) => {
    const run: IRunOptions = { text: onOneLine(line), bold: isBold, ...(index > 0 && { break: 1 }) };
    return new TextRun(run);
  });
}

/** Word counts type in half points, distances in twentieths. */
function halfPoints(points: number): number {
  return points * 2;
}

function points(count: number): number {
  return count * 20;
}
