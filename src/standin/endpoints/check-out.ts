// Checking a file out and in, and taking the check-out back.
import { notImplemented } from '../http/errors';
import { notCheckedOut } from '../http/file-errors';
import type { Argument, Segment } from '../odata/resource-path';
import { allows, demand, itemMask } from '../permissions/rights';
import { checkIn, checkOut, undoCheckOut } from '../store/check-out';
import type { ItemRow } from '../store/items';
import { refuseCheckedOut, webRelative } from './documents';
import type { ListContext } from './item-values';

/** Throws 423 when another has it; checking out again what one has changes nothing (a guess). */
export function checkOutFile(context: ListContext, row: ItemRow): void {
  const { visit, list } = context;
  demand(itemMask(visit, list, row), 'editListItems');
  refuseCheckedOut(context, row);
  if (row.checkout_user === null) checkOut(visit.database, list, row, visit.viewer.principal.id);
}

/**
 * Check-in types (Microsoft's "CheckinType enumeration"): 0 minor, 1 major, 2 in place of the version before. Minor versions are not kept
 * here, so a minor check-in makes a major version (a guess).
 */
export function checkInFile({ named, positional }: Segment, context: ListContext, row: ItemRow): void {
  const { visit, list } = context;
  demand(itemMask(visit, list, row), 'editListItems');
  refuseNotCheckedOut(context, row);
  refuseCheckedOut(context, row);
  const type = named.get('checkintype') ?? positional?.[1] ?? 1;
  if (![0, 1, 2].includes(Number(type))) throw notImplemented(`checkintype ${String(type)}`);
  checkIn(visit.database, list, row, {
    comment: textOf(named.get('comment') ?? positional?.[0]),
    overwrite: Number(type) === 2,
    by: visit.viewer.principal.id,
    now: visit.now
  });
}

/** Who has it checked out may, and who has the permission to override check-outs. */
export function undoCheckOutOf(context: ListContext, row: ItemRow): void {
  const { visit, list } = context;
  const mask = itemMask(visit, list, row);
  demand(mask, 'editListItems');
  refuseNotCheckedOut(context, row);
  if (!allows(mask, 'cancelCheckout')) refuseCheckedOut(context, row);
  undoCheckOut(visit.database, list, row);
}

function refuseNotCheckedOut({ visit }: ListContext, row: ItemRow): void {
  if (row.checkout_user === null) throw notCheckedOut(webRelative(row, visit));
}

function textOf(argument: Argument | undefined): string {
  return argument === undefined || argument === null ? '' : String(argument);
}
