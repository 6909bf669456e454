// The documents of an asset: its dossier as it stands when the button is pressed, and the decision on its class.
import * as React from 'react';
import type { Asset } from '../../domain/asset';
import { done } from '../../domain/outcome';
import { DecisionDocument } from '../decisions/decision-document';
import { MakeButton, type MakeButtonProps } from '../documents/making';
import { makers } from '../documents/use-make';
import { useEnvironment, useText } from '../environment';
import { useLevelNumbers } from '../level-numbers';
import { useLayout } from '../parts/layout';
import { Section } from '../parts/section';

export function AssetDocuments({ asset }: { readonly asset: Asset }): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  const { source, me } = useEnvironment();
  const levelNumbers = useLevelNumbers();
  const make: MakeButtonProps['make'] = async () => {
    const [{ readAssetFile }, { assetDossierFile }] = await Promise.all([import('../documents/read-asset-file'), makers()]);
    const read = await readAssetFile(source, asset.reference, me);
    return read.ok ? done(await assetDossierFile({ ...read.value, levelNumbers })) : read;
  };
  return (
    <Section title={t('tab.documents')}>
      <p className={layout.quiet}>{t('tab.document.asset.help')}</p>
      <MakeButton words={t('tab.document.dossier')} make={make} />
      {asset.classification !== undefined && <DecisionDocument reference={asset.classification} />}
    </Section>
  );
}
