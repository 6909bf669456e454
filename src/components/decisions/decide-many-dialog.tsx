// The decision on many classifications, in a dialog over the SharePoint list.
import { DefaultButton, Text } from '@fluentui/react';
import * as React from 'react';
import { InEnvironment, useEnvironment, useText, type Environment } from '../environment';
import { Loaded } from '../parts/loaded';
import { useLayout } from '../parts/layout';
import { useRead } from '../use-read';
import { DecideMany } from './decide-many';
import { readCases } from './read-case';

export interface DecideManyDialogProps extends ChosenProps {
  readonly environment: Environment;
}

interface ChosenProps {
  /** The classifications' numbers. */
  readonly references: readonly string[];
  /** `isChanged`: something was decided, so the list shows old rows. */
  readonly onClose: (isChanged: boolean) => void;
}

export function DecideManyDialog({ references, onClose, environment }: DecideManyDialogProps): React.ReactElement {
  return (
    <InEnvironment value={environment}>
      <DialogContent references={references} onClose={onClose} />
    </InEnvironment>
  );
}

function DialogContent({ references, onClose }: ChosenProps): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  const [isChanged, setChanged] = React.useState(false);
  return (
    <div className={layout.stack} style={{ padding: 24, width: 'min(640px, 90vw)', boxSizing: 'border-box' }}>
      <Text as="h1" variant="xLarge" className={layout.paragraph}>
        {t('tab.decide-many.heading', { count: references.length })}
      </Text>
      <ChosenCases references={references} onDecided={() => setChanged(true)} />
      <div className={layout.actions}>
        <DefaultButton text={t('tab.close')} onClick={() => onClose(isChanged)} />
      </div>
    </div>
  );
}

/** Read anew when it is opened: what is decided is what is seen here. */
export function ChosenCases({
  references,
  onDecided
}: Pick<ChosenProps, 'references'> & { readonly onDecided: (reference: string) => void }): React.ReactElement {
  const t = useText();
  const { source } = useEnvironment();
  const chosen = references.join(' ');
  const result = useRead(React.useCallback(() => readCases(source, chosen.split(' ')), [source, chosen]));
  return (
    <Loaded {...result} what={t('tab.what.decisions')} lines={6}>
      {(read) => <DecideMany {...read} onDecided={onDecided} />}
    </Loaded>
  );
}
