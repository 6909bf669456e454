// How the parts of a screen lie: stacked with air, actions in a row that wraps, two columns that become one.
import type { IDropdownStyles, ITextFieldStyles } from '@fluentui/react';
import { themed } from '../themed';

export const useLayout = themed(({ semanticColors }) => ({
  stack: { display: 'grid', gap: 20, minWidth: 0, gridTemplateColumns: 'minmax(0, 1fr)' },
  form: { display: 'grid', gap: 20, minWidth: 0, maxWidth: 640, gridTemplateColumns: 'minmax(0, 1fr)' },
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: 8,
    selectors: { '.ms-Button': { minHeight: 44 } }
  },
  /** Short answers that stand in one line on a telephone. */
  answers: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: 8,
    selectors: { '.ms-Button': { minHeight: 44, minWidth: 48, padding: '0 6px' } }
  },
  columns: { display: 'grid', gap: 32, gridTemplateColumns: 'repeat(auto-fit, minmax(min(340px, 100%), 1fr))' },
  list: { margin: 0, padding: 0, listStyle: 'none', display: 'grid', gap: 8 },
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: 8,
    padding: '10px 14px',
    borderRadius: 6,
    border: `1px solid ${semanticColors.bodyDivider}`
  },
  /** Choosing a file: the browser draws the button, in grey and small, unless it is told otherwise. */
  file: {
    minHeight: 44,
    marginBottom: 6,
    maxWidth: '100%',
    color: semanticColors.bodyText,
    selectors: {
      '::file-selector-button': {
        minHeight: 44,
        marginRight: 12,
        padding: '0 20px',
        font: 'inherit',
        fontWeight: 600,
        cursor: 'pointer',
        color: semanticColors.buttonText,
        background: semanticColors.buttonBackground,
        border: `1px solid ${semanticColors.buttonBorder}`,
        borderRadius: 2
      }
    }
  },
  /** A line is read back from with ease when it is no longer than this. */
  quiet: { color: semanticColors.bodySubtext, margin: 0, maxWidth: '85ch' },
  paragraph: { margin: 0, maxWidth: '85ch' },
  fault: { color: semanticColors.errorText, margin: 0 },
  written: { margin: 0, maxWidth: '85ch', whiteSpace: 'pre-line', overflowWrap: 'anywhere' },
  folded: {
    border: `1px solid ${semanticColors.bodyDivider}`,
    borderRadius: 6,
    padding: '0 14px',
    selectors: { summary: { padding: '12px 0', cursor: 'pointer', fontWeight: 600 }, '&[open]': { paddingBottom: 14 } }
  }
}));

/** A box to tick that a thumb hits, with its words beside the middle of it. */
export const checkboxStyles = { root: { minHeight: 44, alignItems: 'center' } };

/** Text fields and choices big enough to hit (44 pixels) and help big enough to read. */
export const fieldStyles = {
  fieldGroup: { minHeight: 44 },
  field: { minHeight: 42 },
  description: { fontSize: 14 }
} satisfies Partial<ITextFieldStyles>;

export const dropdownStyles = {
  title: { height: 44, lineHeight: 42 },
  caretDownWrapper: { height: 44, lineHeight: 44 },
  dropdownItem: { minHeight: 44 }
} satisfies Partial<IDropdownStyles>;
