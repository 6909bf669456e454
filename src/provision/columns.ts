// Columns of the schema as SharePoint describes them.
import type { Column } from '../schema/list';
import type { Traits } from './picture';

/** The longest a line of text can be in SharePoint; ours are never shorter, so no version can cut one off. */
const longestText = 255;

/** The type's name in SharePoint's own schema, `TypeAsString`. */
function schemaType({ kind }: Column): string {
  switch (kind) {
    case 'text':
      return 'Text';
    case 'note':
      return 'Note';
    case 'number':
      return 'Number';
    case 'date-time':
      return 'DateTime';
    case 'boolean':
      return 'Boolean';
    case 'choice':
      return 'Choice';
    case 'multi-choice':
      return 'MultiChoice';
    case 'user':
      return 'User';
  }
}

/** What provisioning keeps as the schema says on a column. A unique column has to be indexed. */
export function columnTraits(column: Column): Traits {
  const index = 'index' in column ? column.index : undefined;
  return {
    Type: schemaType(column),
    Title: column.title,
    Hidden: column.hidden === true,
    Required: false,
    Indexed: index !== undefined,
    EnforceUniqueValues: index === 'unique',
    ...(column.kind === 'text' && { MaxLength: longestText }),
    // Rich text would come back as HTML where the rows' readers expect what was written.
    ...(column.kind === 'note' && { RichText: false }),
    ...('words' in column && { Choices: column.words, FillInChoice: false })
  };
}

/**
 * The column as `createFieldAsXml` takes it: the one way to a chosen internal name, a Swedish title, hiding and index in one request.
 * `CanToggleHidden` because SharePoint otherwise never lets a hidden column be shown again.
 */
export function columnXml(column: Column): string {
  const { Title, Hidden, Required, Indexed, EnforceUniqueValues } = columnTraits(column);
  const attributes = {
    Type: schemaType(column),
    Name: column.name,
    StaticName: column.name,
    DisplayName: Title,
    Required,
    Hidden,
    CanToggleHidden: true,
    Indexed,
    EnforceUniqueValues,
    ...kindAttributes(column)
  };
  const written = Object.entries(attributes)
    .map(([name, value]) => `${name}="${escaped(String(value === true ? 'TRUE' : value === false ? 'FALSE' : value))}"`)
    .join(' ');
  const choices = ('words' in column ? column.words : []).map((choice) => `<CHOICE>${escaped(choice)}</CHOICE>`).join('');
  return choices === '' ? `<Field ${written} />` : `<Field ${written}><CHOICES>${choices}</CHOICES></Field>`;
}

function kindAttributes({ kind }: Column): Readonly<Record<string, string>> {
  switch (kind) {
    case 'text':
      return { MaxLength: String(longestText) };
    case 'note':
      return { NumLines: '6', RichText: 'FALSE', AppendOnly: 'FALSE' };
    case 'number':
      return { Decimals: '0' };
    case 'date-time':
      return { Format: 'DateTime' };
    case 'choice':
      return { Format: 'Dropdown', FillInChoice: 'FALSE' };
    case 'multi-choice':
      return { FillInChoice: 'FALSE' };
    case 'user':
      return { UserSelectionMode: 'PeopleOnly' };
    case 'boolean':
      return {};
  }
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
