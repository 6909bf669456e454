// "Väntar på dig": the units this person heads that have not answered the inventory that is open (H21).
import * as React from 'react';
import type { UnitAnswer } from '../../domain/inventory';
import type { Person } from '../../domain/person';
import { swedishDay } from '../../domain/swedish-time';
import { formatDay } from '../../i18n/moment';
import { useEnvironment, useText } from '../environment';
import { AddressLink } from '../parts/address-link';
import { useLayout } from '../parts/layout';
import { statesOf, type BrokenRow, type Source } from '../source';

export interface UnitAsked {
  readonly answer: UnitAnswer;
  readonly lastDay: string;
}

export interface UnitsAsked {
  readonly asked: readonly UnitAsked[];
  readonly broken: readonly BrokenRow[];
}

/** Most of the year none is open, and then nothing more is read. */
export async function unitsAsked(source: Source, me: Person): Promise<UnitsAsked> {
  const read = await source.openInventory();
  if (!read.ok || read.value.inventory === undefined) return { asked: [], broken: [] };
  const { inventory, answers } = read.value;
  if (inventory.broken) return { asked: [], broken: [inventory] };
  const headed = statesOf(await source.units()).flatMap(({ code, head }) => (head?.id === me.id ? [code] : []));
  const waiting = statesOf(answers).filter(({ unit, state }) => state === 'asked' && headed.includes(unit));
  return {
    asked: waiting.map((answer) => ({ answer, lastDay: inventory.state.lastDay })),
    broken: answers.flatMap((row) => (row.broken ? [row] : []))
  };
}

export function InventoryRow({ answer: { unit, unitName }, lastDay }: UnitAsked): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  const { language } = useEnvironment();
  const isLate = lastDay < swedishDay(new Date().toISOString());
  return (
    <li className={layout.row}>
      <span>
        <strong>{t('tab.home.inventory', { unit: unitName })}</strong>
        <br />
        <span className={isLate ? layout.fault : layout.quiet}>
          {t(isLate ? 'tab.home.inventory.late' : 'tab.home.inventory.due', { day: formatDay(language, lastDay) })}
        </span>
      </span>
      <span className={layout.actions}>
        <AddressLink to={{ screen: 'assets', filter: { unit } }}>{t('tab.home.inventory.assets', { unit: unitName })}</AddressLink>
        <AddressLink to={{ screen: 'inventory' }}>{t('tab.home.inventory.answer', { unit: unitName })}</AddressLink>
      </span>
    </li>
  );
}
