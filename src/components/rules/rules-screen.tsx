// Regelverk: to whom and from what on the law asks for a report, with source and valid-from, and what the municipality has changed of it.
import * as React from 'react';
import { facingNew } from '../../domain/capacities';
import { regimes } from '../../domain/legal-rules';
import { done } from '../../domain/outcome';
import { refusalTo } from '../../domain/permissions';
import { changedRules, noChanges, type RuleChanges } from '../../domain/rule-changes';
import { legalRules } from '../../reference/legal-rules';
import { useEnvironment, useText } from '../environment';
import { AddressLink } from '../parts/address-link';
import { BrokenRows } from '../parts/broken-rows';
import { useLayout } from '../parts/layout';
import { Loaded } from '../parts/loaded';
import { ScreenHeading } from '../parts/screen-heading';
import type { Read, Row } from '../source';
import { useRead } from '../use-read';
import { ChangesMade } from './changes-made';
import { RegimeSection } from './regime-section';

interface Shown {
  readonly row: Row<RuleChanges> | undefined;
  readonly mayChange: boolean;
}

export function RulesScreen(): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  const { source, me } = useEnvironment();
  const read = React.useCallback(async (): Promise<Read<Shown>> => {
    const [row, roles] = await Promise.all([source.ruleChanges(), source.roles()]);
    const mayChange = refusalTo('change-legal-rules', facingNew({ person: me, roles })) === undefined;
    return row.ok ? done({ row: row.value, mayChange }) : row;
  }, [source, me]);
  return (
    <div className={layout.stack}>
      <ScreenHeading>{t('tab.rules')}</ScreenHeading>
      <p className={layout.paragraph}>{t('tab.rules.help')}</p>
      <p className={layout.quiet}>{t('tab.tracks.support')}</p>
      <Loaded {...useRead(read)} what={t('tab.what.rules')} lines={8}>
        {({ row, mayChange }) =>
          row?.broken === true ? <BrokenRows rows={[row]} /> : <Rules read={row?.state ?? noChanges} mayChange={mayChange} />
        }
      </Loaded>
      <div>
        <AddressLink to={{ screen: 'incidents' }}>{t('tab.to-incidents')}</AddressLink>
      </div>
    </div>
  );
}

function Rules({ read, mayChange }: { readonly read: RuleChanges; readonly mayChange: boolean }): React.ReactElement {
  const [changes, onChanged] = React.useState(read);
  const rules = changedRules(legalRules, changes);
  return (
    <>
      {regimes.map((regime) => (
        <RegimeSection key={regime} rules={rules[regime]} mayChange={mayChange} onChanged={onChanged} />
      ))}
      <ChangesMade changes={changes.changes} />
    </>
  );
}
