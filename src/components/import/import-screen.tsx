// Bringing in assets from another register: a file, what its columns say, every row with what is wrong with it, and then those that are right.
import * as React from 'react';
import type { Asset } from '../../domain/asset';
import { facingNew } from '../../domain/capacities';
import { done } from '../../domain/outcome';
import { refusalTo } from '../../domain/permissions';
import type { Role, Unit } from '../../domain/person';
import { SecurityQuestion } from '../assets/security-question';
import { StopScreen } from '../classify/stop-screen';
import { useCommand } from '../commands/use-command';
import { useEnvironment, useText } from '../environment';
import { BrokenRows } from '../parts/broken-rows';
import { Loaded } from '../parts/loaded';
import { useLayout } from '../parts/layout';
import { ScreenHeading } from '../parts/screen-heading';
import { statesOf, type Read, type Row } from '../source';
import { useRead } from '../use-read';
import { ImportFile } from './import-file';

interface ImportNeeds {
  readonly units: readonly Row<Unit>[];
  readonly assets: readonly Row<Asset>[];
  readonly roles: readonly Role[];
}

export function ImportScreen(): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  const { source } = useEnvironment();
  const read = React.useCallback(async (): Promise<Read<ImportNeeds>> => {
    const [units, assets, roles] = await Promise.all([source.units(), source.assets(), source.roles()]);
    return assets.ok ? done({ units, assets: assets.value, roles }) : assets;
  }, [source]);
  return (
    <div className={layout.stack}>
      <ScreenHeading>{t('tab.import')}</ScreenHeading>
      <Loaded {...useRead(read)} what={t('tab.what.assets')} lines={8}>
        {(needs) => <Import {...needs} />}
      </Loaded>
    </div>
  );
}

/** The same question as before a single asset: it is about every row. */
function Import({ units, assets, roles }: ImportNeeds): React.ReactElement {
  const t = useText();
  const { me } = useEnvironment();
  const stop = useCommand('stop-report');
  const [answer, setAnswer] = React.useState<'cleared' | 'stopped'>();
  if (refusalTo('register-asset', facingNew({ person: me, roles })) !== undefined) return <p>{t('refusal.not-allowed')}</p>;
  if (answer === 'stopped') return <StopScreen stop={stop} during="registration" />;
  if (answer === undefined) {
    const onStop = (): void => {
      setAnswer('stopped');
      stop.send({ during: 'registration' });
    };
    return <SecurityQuestion onCleared={() => setAnswer('cleared')} onStop={onStop} />;
  }
  return (
    <>
      <BrokenRows rows={[...units, ...assets]} />
      <ImportFile units={statesOf(units)} register={statesOf(assets)} />
    </>
  );
}
