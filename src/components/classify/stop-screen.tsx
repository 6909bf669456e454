// The säkerhetsskydd stop: nothing is kept, whom to ring, and that the stop itself has been told (H52).
import { DefaultButton, MessageBar, MessageBarType } from '@fluentui/react';
import * as React from 'react';
import type { Sender } from '../commands/use-command';
import { useEnvironment, useText } from '../environment';
import { AddressLink } from '../parts/address-link';
import { CommandResult } from '../parts/command-result';
import { Loaded } from '../parts/loaded';
import { useLayout } from '../parts/layout';
import { Phone } from '../parts/phone';
import { Section } from '../parts/section';
import { useRead } from '../use-read';

export interface StopScreenProps {
  readonly stop: Sender<'stop-report'>;
  readonly during: 'classification' | 'registration';
}

const words = {
  classification: { how: 'tab.stop.how', told: 'tab.stop.told' },
  registration: { how: 'tab.stop.how.registration', told: 'tab.stop.told.registration' }
} as const;

export function StopScreen({ stop, during }: StopScreenProps): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  const { source } = useEnvironment();
  const settings = useRead(React.useCallback(async () => ({ ok: true as const, value: await source.settings() }), [source]));
  return (
    <div className={layout.stack}>
      <MessageBar messageBarType={MessageBarType.severeWarning} isMultiline role="alert" delayedRender={false}>
        <strong>{t('tab.stop.title')}</strong> {t('tab.stop.nothing-kept')}
      </MessageBar>
      <Section title={t('tab.stop.ring')} takesFocus>
        <Loaded {...settings} what={t('tab.what.phone')} lines={1}>
          {({ securityProtectionPhone }) => (
            <p className={layout.paragraph}>
              {t('tab.phone.security-protection')}: <Phone number={securityProtectionPhone} />
            </p>
          )}
        </Loaded>
        <p className={layout.paragraph}>{t(words[during].how)}</p>
      </Section>
      <CommandResult answer={stop.answer} what={t('tab.what.page')} done={t(words[during].told)} />
      {stop.answer?.ok === false && (
        <div className={layout.actions}>
          <DefaultButton text={t('tab.again')} disabled={stop.sending} onClick={() => stop.send({ during })} />
        </div>
      )}
      <div>
        <AddressLink to={{ screen: 'home' }}>{t('tab.to-home')}</AddressLink>
      </div>
    </div>
  );
}
