// Inventering: my units to answer for, how complete each part of the municipality is, and for the informationssäkerhetsansvarig opening, answering for a unit and closing (H21).
import * as React from 'react';
import type { Asset } from '../../domain/asset';
import { facingInventory, facingNew } from '../../domain/capacities';
import { completenessByUnit, completenessOf, type Inventory, type UnitAnswer } from '../../domain/inventory';
import { done } from '../../domain/outcome';
import { refusalTo } from '../../domain/permissions';
import type { Actor, Role, Unit } from '../../domain/person';
import { formatDay, formatMoment } from '../../i18n/moment';
import { useEnvironment, useText } from '../environment';
import { ExportButton } from '../documents/export-button';
import { AddressLink } from '../parts/address-link';
import { BrokenRows } from '../parts/broken-rows';
import { Empty } from '../parts/empty';
import { Facts } from '../parts/facts';
import { useLayout } from '../parts/layout';
import { Loaded } from '../parts/loaded';
import { ScreenHeading } from '../parts/screen-heading';
import { Section } from '../parts/section';
import { statesOf, type InventoryRead, type Read, type Row } from '../source';
import { useRead } from '../use-read';
import { AnswerForm } from './answer-form';
import { CompletenessTable } from './completeness-table';
import { AnswerForUnit, CloseInventory, OpenInventory } from './keep-inventory';

interface Found extends InventoryRead {
  readonly units: readonly Row<Unit>[];
  readonly assets: readonly Row<Asset>[];
  readonly roles: readonly Role[];
}

export function InventoryScreen(): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  const { source } = useEnvironment();
  const read = React.useCallback(async (): Promise<Read<Found>> => {
    const [inventory, units, assets, roles] = await Promise.all([source.inventory(), source.units(), source.assets(), source.roles()]);
    if (!inventory.ok) return inventory;
    return assets.ok ? done({ ...inventory.value, units, assets: assets.value, roles }) : assets;
  }, [source]);
  const { reading, again } = useRead(read);
  return (
    <div className={layout.stack}>
      <ScreenHeading>{t('tab.inventory')}</ScreenHeading>
      <p className={layout.paragraph}>{t('tab.inventory.help')}</p>
      <Loaded reading={reading} again={again} what={t('tab.what.inventory')} lines={8}>
        {(found) => <Shown {...found} onMoved={again} />}
      </Loaded>
      <div>
        <AddressLink to={{ screen: 'overview' }}>{t('tab.overview')}</AddressLink>
      </div>
    </div>
  );
}

/** `onMoved`: an inventory was opened or closed. */
function Shown({ inventory, answers, units, assets, roles, onMoved }: Found & { readonly onMoved: () => void }): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  const { me } = useEnvironment();
  const current = inventory?.broken === false ? inventory.state : undefined;
  const mayOpen = current?.state !== 'open' && refusalTo('open-inventory', facingNew({ person: me, roles })) === undefined;
  return (
    <>
      <BrokenRows rows={[...(inventory === undefined ? [] : [inventory]), ...answers, ...units, ...assets]} />
      {inventory === undefined && (
        <Empty title={t('tab.inventory.none')}>
          <p className={layout.paragraph}>{t('tab.inventory.none.who')}</p>
        </Empty>
      )}
      {current !== undefined && (
        <Inventoried
          inventory={current}
          read={statesOf(answers)}
          units={statesOf(units)}
          assets={statesOf(assets)}
          actor={{ person: me, roles }}
          onClosed={onMoved}
        />
      )}
      {mayOpen && <OpenInventory onOpened={onMoved} />}
    </>
  );
}

interface InventoriedProps {
  readonly inventory: Inventory;
  readonly read: readonly UnitAnswer[];
  readonly units: readonly Unit[];
  readonly assets: readonly Asset[];
  readonly actor: Actor;
  readonly onClosed: () => void;
}

function Inventoried({ inventory, read, units, assets, actor, onClosed }: InventoriedProps): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  const [answers, setAnswers] = React.useState(read);
  const onAnswered = (given: UnitAnswer): void =>
    setAnswers((before) => before.map((answer) => (answer.reference === given.reference ? given : answer)));
  const parts = React.useMemo(() => completenessByUnit(answers, units), [answers, units]);
  const whole = completenessOf(answers, units);
  const isMine = ({ unit }: UnitAnswer): boolean => units.some(({ code, head }) => code === unit && head?.id === actor.person.id);
  const mayKeep = refusalTo('close-inventory', facingInventory(actor, inventory, undefined)) === undefined;
  const title = t('tab.inventory.standing', { complete: whole.complete, all: whole.all });
  return (
    <>
      <AboutInventory inventory={inventory} />
      {inventory.state === 'open' &&
        answers.filter(isMine).map((answer) => (
          <Section key={answer.reference} title={t('tab.inventory.mine', { unit: answer.unitName })}>
            <div>
              <AddressLink to={{ screen: 'assets', filter: { unit: answer.unit } }}>
                {t('tab.inventory.assets', { count: assets.filter(({ unit }) => unit === answer.unit).length })}
              </AddressLink>
            </div>
            <AnswerForm answer={answer} onAnswered={onAnswered} />
          </Section>
        ))}
      <Section title={title}>
        {whole.withoutHead > 0 && <p className={layout.paragraph}>{t('tab.inventory.without-head', { count: whole.withoutHead })}</p>}
        <CompletenessTable label={title} parts={parts} whole={whole} assets={assets} />
        <ExportButton file={({ inventoryFile }, taken) => inventoryFile({ inventory, answers, units, assets, ...taken })} />
      </Section>
      {mayKeep && <AnswerForUnit answers={answers} onAnswered={onAnswered} />}
      {mayKeep && <CloseInventory inventory={inventory} onClosed={onClosed} />}
    </>
  );
}

function AboutInventory({ inventory }: { readonly inventory: Inventory }): React.ReactElement {
  const t = useText();
  const { language } = useEnvironment();
  const { reference, state, lastDay, openedBy, openedAt, closedBy, closedAt } = inventory;
  const moment = (at: string, name: string): string => t('tab.inventory.by', { at: formatMoment(language, at), name });
  return (
    <Facts
      facts={[
        { name: t('tab.inventory.number'), value: `${reference}. ${t(`inventory.state.${state}`)}` },
        { name: t('tab.inventory.last-day'), value: formatDay(language, lastDay) },
        { name: t('tab.inventory.opened'), value: moment(openedAt, openedBy.name) },
        ...(closedAt === undefined || closedBy === undefined
          ? []
          : [{ name: t('tab.inventory.closed'), value: moment(closedAt, closedBy.name) }])
      ]}
    />
  );
}
