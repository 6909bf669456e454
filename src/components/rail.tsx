// The one navigation: a rail to the left, a menu where the tab is narrow.
import { CommandBarButton, Nav, type INavLink, type INavStyles } from '@fluentui/react';
import * as React from 'react';
import type { Role } from '../domain/person';
import { partOf, subpageOf, type Address } from './address';
import { useText } from './environment';
import { useLocation } from './use-address';
import { useIsNarrow } from './use-is-narrow';

const everyonesParts = ['home', 'assets', 'decisions', 'incidents'] as const;
type Part = (typeof everyonesParts)[number] | 'yearly';

/** Those whom the årshjul has tasks for. */
const yearlyRoles: readonly Role[] = ['it', 'information-security', 'data-protection', 'security-protection', 'leadership'];

function partsFor(roles: readonly Role[]): readonly Part[] {
  return roles.some((role) => yearlyRoles.includes(role)) ? [...everyonesParts, 'yearly'] : everyonesParts;
}

export interface RailProps {
  readonly address: Address;
  /** Of whoever looks; none as long as they are not known, and when they cannot be read: then what everybody has. */
  readonly roles: readonly Role[];
}

export function Rail({ address, roles }: RailProps): React.ReactElement {
  const parts = partsFor(roles);
  return useIsNarrow() ? <Menu address={address} parts={parts} /> : <SideRail address={address} parts={parts} />;
}

interface PartsProps {
  readonly address: Address;
  readonly parts: readonly Part[];
}

/** A long word for a part takes two lines, since what is cut off is not read. */
const railStyles = {
  root: { width: 184, flexShrink: 0 },
  link: { height: 'auto', lineHeight: 20, padding: '12px 8px 12px 16px', whiteSpace: 'normal' },
  linkText: { whiteSpace: 'normal' }
} satisfies Partial<INavStyles>;

function SideRail({ address, parts }: PartsProps): React.ReactElement {
  const t = useText();
  const { goTo } = useLocation();
  const links = parts.map((part): INavLink => ({ key: part, name: t(`tab.nav.${part}`), url: `#${subpageOf({ screen: part })}` }));
  const follow = (event?: React.MouseEvent<HTMLElement>, link?: INavLink): void => {
    const part = parts.find((known) => known === link?.key);
    if (part === undefined || event?.ctrlKey === true || event?.metaKey === true) return;
    event?.preventDefault();
    goTo({ screen: part });
  };
  return <Nav ariaLabel={t('tab.nav')} groups={[{ links }]} selectedKey={partOf(address)} onLinkClick={follow} styles={railStyles} />;
}

function Menu({ address, parts }: PartsProps): React.ReactElement {
  const t = useText();
  const { goTo } = useLocation();
  const current = partOf(address);
  const items = parts.map((part) => ({
    key: part,
    text: t(`tab.nav.${part}`),
    canCheck: true,
    checked: part === current,
    onClick: () => goTo({ screen: part })
  }));
  return (
    <nav aria-label={t('tab.nav')}>
      <CommandBarButton
        text={t('tab.nav.menu', { current: t(`tab.nav.${current}`) })}
        menuProps={{ items, ariaLabel: t('tab.nav') }}
        styles={{ root: { height: 44 } }}
      />
    </nav>
  );
}
