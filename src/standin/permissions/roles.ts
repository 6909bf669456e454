// The permission masks of the standard roles, and single permissions by bit.
import type { Complex } from '../http/answer';
import { complex } from '../http/answer';

/** A bit of SharePoint's 64-bit permission mask; `PermissionKind` n is bit n - 1. */
export const permission = {
  viewListItems: 1n << 0n,
  addListItems: 1n << 1n,
  editListItems: 1n << 2n,
  deleteListItems: 1n << 3n,
  viewVersions: 1n << 6n,
  deleteVersions: 1n << 7n,
  cancelCheckout: 1n << 8n,
  managePersonalViews: 1n << 9n,
  manageLists: 1n << 11n,
  open: 1n << 16n,
  manageSubwebs: 1n << 23n,
  createGroups: 1n << 24n,
  managePermissions: 1n << 25n,
  browseUserInfo: 1n << 27n,
  manageWeb: 1n << 30n,
  editMyUserInfo: 1n << 40n,
  enumeratePermissions: 1n << 62n
} as const;

export interface Role {
  readonly id: number;
  readonly name: string;
  readonly description: string;
  readonly kind: number;
  readonly order: number;
  readonly hidden: boolean;
  readonly mask: bigint;
}

/** `fullControl` is also what a site administrator may. */
export const fullControl = mask(2147483647n, 4294967295n);

/** Ids, kinds, masks, texts and order as in answers recorded from SharePoint Online: platform.md 5 and PnP Core SDK's test data. */
export const roles: readonly Role[] = [
  { id: 1073741829, name: 'Full Control', description: 'Has full control.', kind: 5, order: 1, hidden: false, mask: fullControl },
  {
    id: 1073741828,
    name: 'Design',
    description: 'Can view, add, update, delete, approve, and customize.',
    kind: 4,
    order: 32,
    hidden: false,
    mask: mask(432n, 1012866047n)
  },
  {
    id: 1073741830,
    name: 'Edit',
    description: 'Can add, edit and delete lists; can view, add, update and delete list items and documents.',
    kind: 6,
    order: 48,
    hidden: false,
    mask: mask(432n, 1011030767n)
  },
  {
    id: 1073741827,
    name: 'Contribute',
    description: 'Can view, add, update, and delete list items and documents.',
    kind: 3,
    order: 64,
    hidden: false,
    mask: mask(432n, 1011028719n)
  },
  {
    id: 1073741826,
    name: 'Read',
    description: 'Can view pages and list items and download documents.',
    kind: 2,
    order: 128,
    hidden: false,
    mask: mask(176n, 138612833n)
  },
  {
    id: 1073741832,
    name: 'Restricted View',
    description: 'Can view pages, list items, and documents. Documents can be viewed in the browser but not downloaded.',
    kind: 8,
    order: 144,
    hidden: true,
    mask: mask(65584n, 134418433n)
  },
  {
    id: 1073741825,
    name: 'Limited Access',
    description: 'Can view specific lists, document libraries, list items, folders, or documents when given permissions.',
    kind: 1,
    order: 160,
    hidden: true,
    mask: mask(48n, 134287360n)
  },
  {
    id: 1073741833,
    name: 'Web-Only Limited Access',
    description: 'Can only view the web when given permissions.',
    kind: 9,
    order: 176,
    hidden: true,
    mask: mask(560n, 134221824n)
  }
];

export const fullControlRole = 1073741829;
export const editRole = 1073741830;
export const contributeRole = 1073741827;
export const readRole = 1073741826;
export const limitedAccessRole = 1073741825;

export function maskOfRoles(ids: readonly number[]): bigint {
  return roles.filter(({ id }) => ids.includes(id)).reduce((sum, role) => sum | role.mask, 0n);
}

/** `SP.BasePermissions`: two halves as strings of decimal digits. */
export function basePermissions(granted: bigint): Complex {
  return complex('SP.BasePermissions', { High: String(granted >> 32n), Low: String(granted & 0xffffffffn) });
}

/** The mask that two halves say. */
export function maskOf({ High, Low }: { readonly High: number; readonly Low: number }): bigint {
  return mask(BigInt(High), BigInt(Low));
}

function mask(high: bigint, low: bigint): bigint {
  return (high << 32n) | low;
}
