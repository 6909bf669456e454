// The delegations there are, and a button for whoever may end one.
import { DefaultButton } from '@fluentui/react';
import * as React from 'react';
import { facingDelegation } from '../../domain/capacities';
import type { Delegation } from '../../domain/delegation';
import { refusalTo } from '../../domain/permissions';
import type { Actor } from '../../domain/person';
import { formatDay } from '../../i18n/moment';
import { useCommand } from '../commands/use-command';
import { useEnvironment, useText } from '../environment';
import { CommandResult } from '../parts/command-result';
import { RegisterTable, type TableColumn } from '../parts/register-table';

export interface DeputyTableProps {
  readonly delegations: readonly Delegation[];
  readonly actor: Actor;
  readonly onEnded: (delegation: Delegation) => void;
}

export function DeputyTable({ delegations, actor, onEnded }: DeputyTableProps): React.ReactElement {
  const t = useText();
  const { language } = useEnvironment();
  const { sending, answer, send } = useCommand('end-delegation');
  const end = ({ reference }: Delegation): void =>
    send({ reference }, (given) => {
      if (given.ok && 'value' in given) onEnded(given.value);
    });
  const columns: readonly TableColumn<Delegation>[] = [
    { key: 'deputy', name: t('tab.deputies.who'), width: [140, 220], isRowHeader: true, render: ({ deputy }) => deputy.name },
    { key: 'by', name: t('tab.deputies.by'), width: [140, 220], render: ({ by }) => by.name },
    { key: 'from', name: t('tab.deputies.from'), width: [120, 150], render: ({ from }) => formatDay(language, from) },
    { key: 'to', name: t('tab.deputies.to'), width: [120, 150], render: ({ to }) => formatDay(language, to) },
    {
      key: 'end',
      name: t('tab.deputies.end'),
      width: [100, 130],
      isAction: true,
      render: (delegation) =>
        refusalTo('end-delegation', facingDelegation(actor, delegation)) === undefined && (
          <DefaultButton
            text={t('tab.deputies.end')}
            ariaLabel={t('tab.deputies.end.whose', { name: delegation.deputy.name })}
            disabled={sending}
            onClick={() => end(delegation)}
            styles={{ root: { minHeight: 44 } }}
          />
        )
    }
  ];
  return (
    <>
      <CommandResult
        answer={answer}
        what={t('tab.what.delegation')}
        {...(answer?.ok === true && 'value' in answer && { done: t('tab.deputies.ended', { reference: answer.value.reference }) })}
      />
      {delegations.length > 0 && (
        <RegisterTable label={t('tab.deputies')} rows={delegations} columns={columns} keyOf={({ reference }) => reference} />
      )}
    </>
  );
}
