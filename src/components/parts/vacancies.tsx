// Roles on an asset whose holder has left: said on its page and in the register, until somebody else is named.
import { MessageBar, MessageBarType } from '@fluentui/react';
import * as React from 'react';
import { ownerRoles, type Asset } from '../../domain/asset';
import { vacancyIn, type Vacancy } from '../../domain/vacancy';
import { useText } from '../environment';
import { Badge } from './badge';

interface VacanciesProps {
  readonly asset: Asset;
  readonly vacancies: readonly Vacancy[];
}

export function VacanciesOf({ asset, vacancies }: VacanciesProps): React.ReactElement | null {
  const t = useText();
  const standing = ownerRoles.flatMap((role) => vacancyIn(asset, role, vacancies) ?? []);
  if (standing.length === 0) return null;
  return (
    <MessageBar messageBarType={MessageBarType.warning} isMultiline delayedRender={false}>
      {standing.map(({ role, holder, fault }) => (
        <p key={role}>{t('tab.asset.vacant', { role: t(`owner.${role}`), name: holder.name, account: t(`account.${fault}`) })}</p>
      ))}
    </MessageBar>
  );
}

export function VacantBadges({ asset, vacancies }: VacanciesProps): React.ReactElement {
  const t = useText();
  const standing = ownerRoles.flatMap((role) => vacancyIn(asset, role, vacancies) ?? []);
  return (
    <>
      {standing.map(({ role, fault }) => (
        <Badge key={role}>{t('tab.assets.vacant', { role: t(`owner.${role}`), account: t(`account.${fault}`) })}</Badge>
      ))}
    </>
  );
}
