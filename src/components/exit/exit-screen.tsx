// Utträdespaket: everything the informationssäkerhetsansvarig may read, taken out in formats that outlive Värna.
import { DefaultButton, PrimaryButton, ProgressIndicator } from '@fluentui/react';
import * as React from 'react';
import { done, refused } from '../../domain/outcome';
import { useEnvironment, useText } from '../environment';
import { Loaded } from '../parts/loaded';
import { useLayout } from '../parts/layout';
import { ScreenHeading } from '../parts/screen-heading';
import type { Read } from '../source';
import { useRead } from '../use-read';
import { useExit, type Exit, type ExitStanding } from './use-exit';

export function ExitScreen(): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  const { source } = useEnvironment();
  const read = React.useCallback(async (): Promise<Read<true>> => {
    const roles = await source.roles();
    return roles.includes('information-security') ? done(true) : refused('no-right');
  }, [source]);
  return (
    <div className={layout.stack}>
      <ScreenHeading>{t('tab.exit')}</ScreenHeading>
      <Loaded {...useRead(read)} what={t('tab.what.exit')} lines={4}>
        {() => <Making />}
      </Loaded>
    </div>
  );
}

function Making(): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  const exit = useExit();
  return (
    <>
      <p className={layout.paragraph}>{t('tab.exit.what')}</p>
      <p className={layout.paragraph}>{t('tab.exit.secrecy')}</p>
      <Buttons {...exit} />
      <Came standing={exit.standing} />
    </>
  );
}

function Buttons({ standing, start, stop }: Exit): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  const isMaking = standing.status === 'making';
  return (
    <>
      {isMaking && <Progress standing={standing} />}
      <div className={layout.actions}>
        {isMaking ? (
          <DefaultButton text={t('tab.import.stop')} onClick={stop} />
        ) : (
          <PrimaryButton text={t('tab.exit.make')} onClick={start} />
        )}
      </div>
    </>
  );
}

function Progress({
  standing: { progress }
}: {
  readonly standing: Extract<ExitStanding, { readonly status: 'making' }>;
}): React.ReactElement {
  const t = useText();
  if (progress === undefined) return <ProgressIndicator label={t('tab.exit.begun')} />;
  const { part, parts, title, rows } = progress;
  const label = title === undefined ? t('tab.exit.files', { count: rows }) : t('tab.exit.list', { title, count: rows });
  return <ProgressIndicator label={label} percentComplete={part / parts} />;
}

function Came({ standing }: { readonly standing: ExitStanding }): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  const isFault = standing.status === 'failed' || (standing.status === 'made' && !standing.isWhole);
  return (
    <p role="status" className={isFault ? layout.fault : layout.paragraph}>
      {standing.status === 'stopped' && t('tab.exit.stopped')}
      {standing.status === 'failed' && t('tab.document.failed')}
      {standing.status === 'made' && t(standing.isWhole ? 'tab.exit.made' : 'tab.exit.made.missing')}
    </p>
  );
}
