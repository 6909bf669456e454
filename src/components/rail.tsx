// The one navigation: a rail to the left, a menu where the tab is narrow.
import { CommandBarButton, Nav, type INavLink } from '@fluentui/react';
import * as React from 'react';
import { done } from '../domain/outcome';
import type { Role } from '../domain/person';
import { partOf, subpageOf, type Address } from './address';
import { useEnvironment, useText } from './environment';
import { useLocation } from './use-address';
import { useIsNarrow } from './use-is-narrow';
import { useRead } from './use-read';

const everyonesParts = ['home', 'assets', 'decisions', 'incidents'] as const;
type Part = (typeof everyonesParts)[number] | 'yearly';

/** Those whom the årshjul has tasks for. */
const yearlyRoles: readonly Role[] = ['it', 'information-security', 'data-protection', 'security-protection', 'leadership'];

/** As long as the roles are not known, and when they cannot be read, what everybody has. */
function useParts(): readonly Part[] {
  const { source } = useEnvironment();
  const { reading } = useRead(React.useCallback(async () => done(await source.roles()), [source]));
  const roles = reading.status === 'read' ? reading.value : [];
  return roles.some((role) => yearlyRoles.includes(role)) ? [...everyonesParts, 'yearly'] : everyonesParts;
}

export function Rail({ address }: { readonly address: Address }): React.ReactElement {
  return useIsNarrow() ? <Menu address={address} /> : <SideRail address={address} />;
}

function SideRail({ address }: { readonly address: Address }): React.ReactElement {
  const t = useText();
  const { goTo } = useLocation();
  const parts = useParts();
  const links = parts.map((part): INavLink => ({ key: part, name: t(`tab.nav.${part}`), url: `#${subpageOf({ screen: part })}` }));
  const follow = (event?: React.MouseEvent<HTMLElement>, link?: INavLink): void => {
    const part = parts.find((known) => known === link?.key);
    if (part === undefined || event?.ctrlKey === true || event?.metaKey === true) return;
    event?.preventDefault();
    goTo({ screen: part });
  };
  return (
    <Nav
      ariaLabel={t('tab.nav')}
      groups={[{ links }]}
      selectedKey={partOf(address)}
      onLinkClick={follow}
      styles={{ root: { width: 184, flexShrink: 0 }, link: { height: 44 } }}
    />
  );
}

function Menu({ address }: { readonly address: Address }): React.ReactElement {
  const t = useText();
  const { goTo } = useLocation();
  const parts = useParts();
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
