// The classifications that wait for this person, oldest first: one opened, or many chosen and decided together.
import { Checkbox, DefaultButton, Panel, PanelType, PrimaryButton } from '@fluentui/react';
import * as React from 'react';
import type { Classification } from '../../domain/classification';
import { isUnchanged } from '../../domain/classification-change';
import { formatMoment } from '../../i18n/moment';
import { ExportButton } from '../documents/export-button';
import { useEnvironment, useText } from '../environment';
import { AddressLink } from '../parts/address-link';
import { ClassTags } from '../parts/level-tag';
import { checkboxStyles, useLayout } from '../parts/layout';
import { RegisterTable, type TableColumn } from '../parts/register-table';
import { useRead } from '../use-read';
import { ChosenCases } from './decide-many-dialog';
import { hindranceIn } from './hindrance';
import { readCases } from './read-case';

export function DecisionQueue({ classifications }: { readonly classifications: readonly Classification[] }): React.ReactElement {
  const t = useText();
  const [settled, setSettled] = React.useState<readonly string[]>([]);
  const [decided, setDecided] = React.useState<readonly string[]>([]);
  const [chosen, setChosen] = React.useState<readonly string[]>([]);
  const [isOpen, setOpen] = React.useState(false);
  const waiting = classifications.filter(({ reference }) => !settled.includes(reference));
  const rows = [...waiting].sort((a, b) => a.submittedAt.localeCompare(b.submittedAt));
  const close = (): void => {
    setOpen(false);
    setSettled([...settled, ...decided]);
    setChosen(chosen.filter((reference) => !decided.includes(reference)));
    setDecided([]);
  };
  return (
    <>
      <Choosing waiting={rows} chosen={chosen} onChosen={setChosen} onDecide={() => setOpen(true)} />
      <ExportButton file={({ decisionsFile }, taken) => decisionsFile({ classifications: rows, ...taken })} />
      <QueueTable rows={rows} chosen={chosen} onChosen={setChosen} />
      <Panel
        isOpen={isOpen}
        type={PanelType.medium}
        headerText={t('tab.decide-many.heading', { count: chosen.length })}
        closeButtonAriaLabel={t('tab.close')}
        onDismiss={close}
      >
        <ChosenCases references={chosen} onDecided={(reference) => setDecided((before) => [...before, reference])} />
      </Panel>
    </>
  );
}

interface ChoosingProps {
  readonly waiting: readonly Classification[];
  readonly chosen: readonly string[];
  readonly onChosen: (references: readonly string[]) => void;
  readonly onDecide: () => void;
}

/** What changes nothing can be chosen at once; whatever else is chosen, each is seen with its change before it is decided. */
function Choosing({ waiting, chosen, onChosen, onDecide }: ChoosingProps): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  const unchanged = useUnchanged(waiting.map(({ reference }) => reference));
  return (
    <div className={layout.actions}>
      <PrimaryButton text={t('tab.decide-many.open', { count: chosen.length })} disabled={chosen.length === 0} onClick={onDecide} />
      <DefaultButton
        text={t('tab.decide-many.unchanged', { count: unchanged.length })}
        disabled={unchanged.length === 0}
        onClick={() => onChosen([...new Set([...chosen, ...unchanged])])}
      />
    </div>
  );
}

/** Those that this person may decide and in which nothing differs from the last decision; none until it is known. */
function useUnchanged(references: readonly string[]): readonly string[] {
  const { source, me } = useEnvironment();
  const all = references.join(' ');
  const { reading } = useRead(React.useCallback(() => readCases(source, all === '' ? [] : all.split(' ')), [source, all]));
  if (reading.status !== 'read') return [];
  return reading.value.cases
    .filter((each) => each.previous !== undefined && isUnchanged(each.classification, each.previous))
    .filter((each) => hindranceIn(each, me) === 'none')
    .map(({ classification }) => classification.reference);
}

interface QueueTableProps {
  readonly rows: readonly Classification[];
  readonly chosen: readonly string[];
  readonly onChosen: (references: readonly string[]) => void;
}

function QueueTable({ rows, chosen, onChosen }: QueueTableProps): React.ReactElement {
  const t = useText();
  const { language } = useEnvironment();
  const choose = (reference: string, isChosen: boolean): void =>
    onChosen(isChosen ? [...chosen, reference] : chosen.filter((other) => other !== reference));
  const columns: readonly TableColumn<Classification>[] = [
    {
      key: 'choose',
      name: t('tab.incidents.chosen'),
      width: [44, 60],
      render: ({ reference, assetName }) => (
        <Checkbox
          ariaLabel={t('tab.decide-many.choose', { reference, name: assetName })}
          checked={chosen.includes(reference)}
          onChange={(_, isChosen) => choose(reference, isChosen === true)}
          styles={checkboxStyles}
        />
      )
    },
    {
      key: 'asset',
      name: t('tab.what.asset.column'),
      width: [160, 300],
      isRowHeader: true,
      render: ({ assetName, reference }) => <AddressLink to={{ screen: 'decision', reference }}>{assetName}</AddressLink>
    },
    { key: 'reference', name: t('tab.asset.reference'), width: [100, 120], render: ({ reference }) => reference },
    { key: 'class', name: t('tab.decision.proposed'), width: [200, 260], render: ({ profile }) => <ClassTags profile={profile} /> },
    { key: 'proposer', name: t('tab.decision.proposer'), width: [120, 180], render: ({ proposer }) => proposer.name },
    {
      key: 'submitted',
      name: t('tab.decision.submitted'),
      width: [130, 170],
      render: ({ submittedAt }) => formatMoment(language, submittedAt)
    }
  ];
  return <RegisterTable label={t('tab.nav.decisions')} rows={rows} columns={columns} keyOf={({ reference }) => reference} />;
}
