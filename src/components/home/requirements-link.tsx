// The way from Hem to the requirements that wait for an answer, for those who have any to give: IT, those who answer for assets, and Informationssäkerhet.
import * as React from 'react';
import type { Role } from '../../domain/person';
import { done } from '../../domain/outcome';
import { useEnvironment, useText } from '../environment';
import { AddressLink } from '../parts/address-link';
import { Section } from '../parts/section';
import { useRead } from '../use-read';

const answering: readonly Role[] = ['accountable', 'it', 'information-security'];

export function RequirementsLink(): React.ReactElement | null {
  const t = useText();
  const { source } = useEnvironment();
  const { reading } = useRead(React.useCallback(async () => done(await source.roles()), [source]));
  if (reading.status !== 'read' || !reading.value.some((role) => answering.includes(role))) return null;
  return (
    <Section title={t('tab.home.unanswered')}>
      <div>
        <AddressLink to={{ screen: 'requirements' }}>{t('tab.home.unanswered.look')}</AddressLink>
      </div>
    </Section>
  );
}
