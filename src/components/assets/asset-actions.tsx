// What can be done with an asset, for those who may, and how it stands.
import { DefaultButton, PrimaryButton } from '@fluentui/react';
import * as React from 'react';
import { isChangedAfterDecision, isEnded, missingFrom, type Asset } from '../../domain/asset';
import { facingAsset } from '../../domain/capacities';
import { refusalTo } from '../../domain/permissions';
import type { Role } from '../../domain/person';
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
  const position = facingAsset({ person: me, roles }, asset);
  const mayChange = refusalTo('change-asset', position) === undefined;
  const mayClassify = refusalTo('submit-classification', position) === undefined;
  return (
    <div className={layout.stack}>
      <AssetStanding asset={asset} />
      {refusalTo('submit-asset', position) === undefined && <SubmitAsset asset={asset} onChanged={onChanged} />}
      {mayChange || mayClassify ? (
        <Moves asset={asset} mayChange={mayChange} mayClassify={mayClassify} />
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
  const missing = missingFrom(asset);
  return (
    <p className={layout.paragraph}>
      <strong>{t(`asset.state.${asset.state}`)}.</strong> {t(`tab.asset.next.${asset.state}`)}{' '}
      {asset.decidedAt !== undefined && t('tab.asset.decided', { at: formatMoment(language, asset.decidedAt) })}{' '}
      {isChangedAfterDecision(asset) && <Badge>{t('asset.changed-after-decision')}</Badge>}
      {!isEnded(asset) && missing.length === 0 && <Badge>{t('asset.complete')}</Badge>}
      {!isEnded(asset) && missing.length > 0 && (
        <>
          <br />
          {t('tab.asset.missing', { missing: missing.map((part) => t(`asset.missing.${part}`)).join(', ') })}
        </>
      )}
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
        <PrimaryButton text={t('tab.asset.submit')} disabled={sending} allowDisabledFocus onClick={submit} />
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

function Moves({ asset: { reference }, mayChange, mayClassify }: MovesProps): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  const { goTo } = useLocation();
  return (
    <div className={layout.actions}>
      {mayClassify && <PrimaryButton text={t('tab.asset.classify')} onClick={() => goTo({ screen: 'classify', reference })} />}
      {mayChange && <DefaultButton text={t('tab.asset.change')} onClick={() => goTo({ screen: 'edit-asset', reference })} />}
    </div>
  );
}
