// What the overview is and what to do first, in three lines, until somebody has understood it; kept in the browser.
import { DefaultButton } from '@fluentui/react';
import * as React from 'react';
import { z } from 'zod';
import { useEnvironment, useText } from '../environment';
import { useLayout } from '../parts/layout';
import { Section } from '../parts/section';

const draft = 'overview-understood';

export function Welcome(): React.ReactElement | null {
  const t = useText();
  const layout = useLayout();
  const { drafts } = useEnvironment();
  const [understood, setUnderstood] = React.useState(() => drafts.read(draft, z.literal(true)) === true);
  if (understood) return null;
  return (
    <Section title={t('tab.overview.welcome')}>
      <p className={layout.paragraph}>{t('tab.overview.welcome.what')}</p>
      <p className={layout.paragraph}>{t('tab.overview.welcome.numbers')}</p>
      <p className={layout.paragraph}>{t('tab.overview.welcome.first')}</p>
      <div className={layout.actions}>
        <DefaultButton
          text={t('tab.overview.welcome.understood')}
          onClick={() => {
            drafts.write(draft, true);
            setUnderstood(true);
          }}
        />
      </div>
    </Section>
  );
}
