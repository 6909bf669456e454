// How the parts of a screen lie: stacked with air, actions in a row that wraps, two columns that become one.
import type { IDropdownStyles, ITextFieldStyles } from '@fluentui/react';
import { themed } from '../themed';

export const useLayout = themed(({ semanticColors }) => ({
  stack: { display: 'grid', gap: 20, minWidth: 0, gridTemplateColumns: 'minmax(0, 1fr)' },
  actions: { display: 'flex', flexWrap: 'wrap', gap: 8, selectors: { '.ms-Button': { minHeight: 44 } } },
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
  quiet: { color: semanticColors.bodySubtext, margin: 0 },
  paragraph: { margin: 0 },
  fault: { color: semanticColors.errorText, margin: 0 },
  written: { margin: 0, whiteSpace: 'pre-line', overflowWrap: 'anywhere' },
  folded: {
    border: `1px solid ${semanticColors.bodyDivider}`,
    borderRadius: 6,
    padding: '0 14px',
    selectors: { summary: { padding: '12px 0', cursor: 'pointer', fontWeight: 600 }, '&[open]': { paddingBottom: 14 } }
  }
}));

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
