// What needs to be put right in a form, summed up on top: it takes the focus, and each line leads to its field.
import { Link, Text } from '@fluentui/react';
import * as React from 'react';
import { useText } from '../environment';
import { themed } from '../themed';

interface FieldProblem {
  /** The id of the element to move to. */
  readonly field: string;
  readonly message: string;
}

export interface ErrorSummaryProps {
  readonly problems: readonly FieldProblem[];
  /** Counts the attempts to submit: each one moves the focus here anew. */
  readonly attempt: number;
}

const useStyles = themed(({ semanticColors }) => ({
  summary: {
    padding: 16,
    border: `2px solid ${semanticColors.errorText}`,
    borderRadius: 4,
    selectors: { ul: { margin: '8px 0 0', paddingLeft: 20 } }
  }
}));

export function ErrorSummary({ problems, attempt }: ErrorSummaryProps): React.ReactElement | null {
  const t = useText();
  const styles = useStyles();
  const summary = React.useRef<HTMLDivElement>(null);
  React.useEffect(() => {
    if (attempt > 0) summary.current?.focus();
  }, [attempt]);
  if (problems.length === 0) return null;
  return (
    <div ref={summary} className={styles.summary} role="group" aria-labelledby="varna-form-problems" tabIndex={-1}>
      <Text as="h2" id="varna-form-problems" variant="mediumPlus" style={{ margin: 0 }}>
        {t('tab.form.problems', { count: problems.length })}
      </Text>
      <ul>
        {problems.map(({ field, message }) => (
          <li key={field}>
            <Link as="button" type="button" onClick={() => document.getElementById(field)?.focus()}>
              {message}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
