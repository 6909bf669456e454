// The decision on one classification in a dialog over the SharePoint list: what it is about, the class, and the decision.
import { DefaultButton, Text } from '@fluentui/react';
import * as React from 'react';
import type { Classification } from '../../domain/classification';
import { AboutAsset } from '../assets/about-asset';
import { InEnvironment, useEnvironment, useText, type Environment } from '../environment';
import { ClassInWords } from '../parts/class-in-words';
import { Loaded } from '../parts/loaded';
import { useLayout } from '../parts/layout';
import { OneRow } from '../parts/one-row';
import { Section } from '../parts/section';
import { useRead } from '../use-read';
import { DecideActions } from './decide-actions';
import { readCase, type Case } from './read-case';

export interface DecideDialogProps {
  readonly environment: Environment;
  /** The classification's number. */
  readonly reference: string;
  /** Opens with the return form, for whoever chose Återsänd in the list. */
  readonly isReturning: boolean;
  /** `isChanged`: something was decided or returned, so the list shows old rows. */
  readonly onClose: (isChanged: boolean) => void;
}

export function DecideDialog({ reference, isReturning, onClose, environment }: DecideDialogProps): React.ReactElement {
  return (
    <InEnvironment value={environment}>
      <DialogContent reference={reference} isReturning={isReturning} onClose={onClose} />
    </InEnvironment>
  );
}

function DialogContent({
  reference,
  isReturning,
  onClose
}: Pick<DecideDialogProps, 'reference' | 'isReturning' | 'onClose'>): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  const { source } = useEnvironment();
  const [isChanged, setChanged] = React.useState(false);
  const result = useRead(React.useCallback(() => readCase(source, reference), [source, reference]));
  return (
    <div className={layout.stack} style={{ padding: 24, width: 'min(640px, 90vw)', boxSizing: 'border-box' }}>
      <Loaded {...result} what={t('tab.what.classification')} lines={6}>
        {(row) => (
          <OneRow row={row} what={t('tab.what.classification')}>
            {(found) => <CaseInDialog {...found} isReturning={isReturning} onChanged={() => setChanged(true)} />}
          </OneRow>
        )}
      </Loaded>
      <div className={layout.actions}>
        <DefaultButton text={t('tab.close')} onClick={() => onClose(isChanged)} />
      </div>
    </div>
  );
}

function CaseInDialog({
  classification: asRead,
  asset,
  roles,
  by,
  isReturning,
  onChanged
}: Case & { readonly isReturning: boolean; readonly onChanged: () => void }): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  const [classification, setClassification] = React.useState(asRead);
  const answered = (after: Classification): void => {
    setClassification(after);
    onChanged();
  };
  return (
    <>
      <Text as="h1" variant="xLarge" className={layout.paragraph}>
        {t('tab.decision.heading', { reference: classification.reference, name: classification.assetName })}
      </Text>
      <AboutAsset asset={asset} />
      <ClassInWords profile={classification.profile} />
      <Section title={t('tab.decision.decide')}>
        <DecideActions
          classification={classification}
          asset={asset}
          roles={roles}
          by={by}
          startsReturning={isReturning}
          onAnswered={answered}
        />
      </Section>
    </>
  );
}
