// Another receiver or portal from a day on.
import * as React from 'react';
import { ruleLimits } from '../../domain/rule-changes';
import { WrittenField } from '../tracks/fields';
import { CommandForm } from '../parts/command-form';
import type { RegimeProps } from './regime-section';
import { nothingSaid, saidOf, SourceFields } from './source-fields';

export function ReceiverForm({ rules, onChanged }: RegimeProps): React.ReactElement {
  const last = rules.receivers.at(-1);
  const [name, setName] = React.useState(last?.name ?? '');
  const [portal, setPortal] = React.useState(last?.portal ?? '');
  const [said, setSaid] = React.useState(nothingSaid);
  const sourced = saidOf(said);
  const receiver = { name: name.trim(), portal: portal.trim() };
  const isWhole = sourced !== undefined && receiver.name !== '' && receiver.portal !== '';
  const input = isWhole ? { kind: 'receiver' as const, regime: rules.regime, ...receiver, ...sourced } : undefined;
  return (
    <CommandForm
      command="change-legal-rules"
      what="tab.what.rules"
      save="tab.rules.save"
      input={input}
      onDone={(changes) => {
        setSaid(nothingSaid);
        onChanged(changes);
      }}
    >
      <WrittenField label="tab.rules.receiver" text={name} onChange={setName} most={ruleLimits.line} isRequired />
      <WrittenField
        label="tab.rules.portal"
        help="tab.rules.portal.help"
        text={portal}
        onChange={setPortal}
        most={ruleLimits.line}
        isRequired
      />
      <SourceFields said={said} onChange={setSaid} />
    </CommandForm>
  );
}
