// The decision as a Word document for the diarium, of the classification as it stands when the button is pressed.
import * as React from 'react';
import { done } from '../../domain/outcome';
import { MakeButton, type MakeButtonProps } from '../documents/making';
import { makers } from '../documents/use-make';
import { useEnvironment, useText } from '../environment';
import { useLevelNumbers } from '../level-numbers';
import { readCase } from './read-case';

export function DecisionDocument({ reference }: { readonly reference: string }): React.ReactElement {
  const t = useText();
  const { source, me: by } = useEnvironment();
  const levelNumbers = useLevelNumbers();
  const make: MakeButtonProps['make'] = async () => {
    const [read, classification] = await Promise.all([readCase(source, reference), source.recordedClassification(reference)]);
    if (!read.ok) return read;
    if (!classification.ok) return classification;
    if (read.value === undefined || read.value.broken || classification.value === undefined || classification.value.broken) {
      return { ok: false, reason: 'no-right' };
    }
    const { asset, previous } = read.value.state;
    const made = { classification: classification.value.state, asset, previous, levelNumbers, by, at: new Date().toISOString() };
    return done(await (await makers()).classificationDecisionFile(made));
  };
  return <MakeButton words={t('tab.document.classification')} make={make} />;
}
