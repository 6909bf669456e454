// What can be done with an asset, for those who may, and how it stands.
import { DefaultButton, PrimaryButton } from '@fluentui/react';
import * as React from 'react';
import { isChangedAfterDecision, type Asset } from '../../domain/asset';
import type { Role } from '../../domain/person';
import { mayChangeAsset, mayClassify } from '../../domain/rights';
import { formatMoment } from '../../i18n/moment';
import { useCommand } from '../commands/use-command';
import { useEnvironment, useText } from '../environment';
import { Badge } from '../parts/badge';
import { CommandResult } from '../parts/command-result';
import { useLayout } from '../parts/layout';
import { useLocation } from '../use-address';

export interface AssetActionsProps {
  readonly asset: Asset;
  readonly roles: readonly Role[];
  readonly onChanged: (asset: Asset) => void;
}

export function AssetActions({ asset, roles, onChanged }: AssetActionsProps): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  const { me } = useEnvironment();
  const actor = { person: me, roles };
  const mayChange = mayChangeAsset(actor, asset);
  const classifies = mayClassify(actor, asset);
  return (
    <div className={layout.stack}>
      <AssetStanding asset={asset} />
      {mayChange && asset.state === 'draft' && <SubmitAsset asset={asset} onChanged={onChanged} />}
      {mayChange || classifies ? (
        <Moves asset={asset} mayChange={mayChange} mayClassify={classifies} />
      ) : (
        <p className={layout.quiet}>{t('tab.asset.only-owners')}</p>
      )}
    </div>
  );
}

function AssetStanding({ asset }: { readonly asset: Asset }): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  const { language } = useEnvironment();
  return (
    <p className={layout.paragraph}>
      <strong>{t(`asset.state.${asset.state}`)}.</strong> {t(`tab.asset.next.${asset.state}`)}{' '}
      {asset.decidedAt !== undefined && t('tab.asset.decided', { at: formatMoment(language, asset.decidedAt) })}{' '}
      {isChangedAfterDecision(asset) && <Badge>{t('asset.changed-after-decision')}</Badge>}
    </p>
  );
}

/** Out of draft (H22); a missing owner or förvaltare is said in words. */
function SubmitAsset({ asset, onChanged }: Pick<AssetActionsProps, 'asset' | 'onChanged'>): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  const { sending, answer, send } = useCommand('submit-asset');
  const submit = (): void =>
    send({ reference: asset.reference }, (given) => {
      if (given.ok && 'value' in given) onChanged(given.value);
    });
  return (
    <>
      <div className={layout.actions}>
        <PrimaryButton text={t('tab.asset.submit')} disabled={sending} onClick={submit} />
      </div>
      <CommandResult answer={answer} what={t('tab.what.asset')} />
    </>
  );
}

interface MovesProps {
  readonly asset: Asset;
  readonly mayChange: boolean;
  readonly mayClassify: boolean;
}

function Moves({ asset: { reference, state }, mayChange, mayClassify: classifies }: MovesProps): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  const { goTo } = useLocation();
  return (
    <div className={layout.actions}>
      {classifies && state !== 'draft' && (
        <PrimaryButton text={t('tab.asset.classify')} onClick={() => goTo({ screen: 'classify', reference })} />
      )}
      {mayChange && <DefaultButton text={t('tab.asset.change')} onClick={() => goTo({ screen: 'edit-asset', reference })} />}
    </div>
  );
}
