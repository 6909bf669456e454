// A link within the tab: a real address that can be copied or opened in a new window, followed without leaving the page.
import { Link } from '@fluentui/react';
import * as React from 'react';
import { subpageOf, type Address } from '../address';
import { useLocation } from '../use-address';

export interface AddressLinkProps {
  readonly to: Address;
  readonly children: React.ReactNode;
  readonly className?: string;
}

export function AddressLink({ to, children, className }: AddressLinkProps): React.ReactElement {
  const { goTo } = useLocation();
  const follow = (event: React.MouseEvent<HTMLElement>): void => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    goTo(to);
  };
  return (
    <Link underline href={`#${subpageOf(to)}`} onClick={follow} className={className ?? ''} styles={{ root: { overflowWrap: 'anywhere' } }}>
      {children}
    </Link>
  );
}
