// What provisioning can do to a site, one step for each thing, and what it finds that it leaves to a person.
import type { Group } from '../schema/groups';
import type { Column, ListDefinition, View } from '../schema/list';
import type { SettingKey } from '../schema/settings';
import type { Difference } from './compare';
import type { Thing, Traits } from './picture';

interface OnList {
  readonly list: ListDefinition;
}

export type Step =
  | { readonly kind: 'create-group'; readonly group: Group }
  | { readonly kind: 'update-group'; readonly group: Group; readonly changes: Traits }
  | { readonly kind: 'add-member'; readonly group: Group; readonly loginName: string }
  | { readonly kind: 'open-site'; readonly group: Group }
  | (OnList & { readonly kind: 'create-list' })
  | (OnList & { readonly kind: 'close-list' })
  /** Whoever closes a list is given all of it by SharePoint; `principalId` is theirs. */
  | (OnList & { readonly kind: 'leave-list'; readonly principalId: number })
  | (OnList & {
      readonly kind: 'revoke';
      readonly who: string;
      readonly principalId: number;
      readonly roleId: number;
      readonly roleName: string;
    })
  | (OnList & { readonly kind: 'update-list'; readonly changes: Traits })
  | (OnList & { readonly kind: 'create-column'; readonly column: Column })
  /** `column` is its internal name, `title` what people call it. */
  | (OnList & { readonly kind: 'update-column'; readonly column: string; readonly title: string; readonly changes: Traits })
  | (OnList & {
      readonly kind: 'rewrite-rows';
      readonly column: Column;
      readonly from: string;
      readonly to: string;
      readonly rows: readonly number[];
    })
  | (OnList & { readonly kind: 'create-view'; readonly view: View; readonly isDefault: boolean })
  | (OnList & { readonly kind: 'update-view'; readonly view: View; readonly id: string; readonly changes: Traits })
  | (OnList & { readonly kind: 'grant'; readonly group: Group; readonly roleId: number })
  | { readonly kind: 'write-setting'; readonly key: SettingKey; readonly value: string };

/** Changed by hand since it was applied. Left as it is unless mending is asked for. `list` is absent for the site's groups. */
export type Drift =
  | { readonly kind: 'changed'; readonly list: ListDefinition | undefined; readonly thing: Thing; readonly difference: Difference }
  | { readonly kind: 'gone'; readonly list: ListDefinition | undefined; readonly thing: Thing }
  | (OnList & { readonly kind: 'other-reader'; readonly who: string; readonly roleNames: readonly string[] })
  | { readonly kind: 'unreadable-memory'; readonly list: ListDefinition | undefined };

/**
 * What would lose data or cannot be done. The list is left as it is, whole. `rows` are SharePoint's numbers.
 * `type`: the column is of another type than the schema's; `byHand` when it was ours once. `shared-values`: it should be unique, and rows share a
 * value. `words-in-use`: a choice is no longer ours, and rows have it. `long-list`: SharePoint adds no index to a list this long.
 */
export type Refusal =
  | (OnList & {
      readonly kind: 'type';
      readonly column: Column;
      readonly presentType: string;
      readonly wantedType: string;
      readonly byHand: boolean;
    })
  | (OnList & { readonly kind: 'shared-values'; readonly column: Column; readonly rows: readonly number[] })
  | (OnList & { readonly kind: 'words-in-use'; readonly column: Column; readonly word: string; readonly rows: readonly number[] })
  | (OnList & { readonly kind: 'long-list'; readonly column: string; readonly rowCount: number })
  | (OnList & { readonly kind: 'too-many-indexes'; readonly count: number; readonly others: readonly string[] })
  | { readonly kind: 'newer-version' };

/** What is worth knowing and needs nothing done. `retired`: of an earlier version. `remade`: was taken away by hand, and its content with it. */
export type Remark =
  | { readonly kind: 'retired'; readonly list: ListDefinition | undefined; readonly key: string }
  | { readonly kind: 'remade'; readonly list: ListDefinition | undefined; readonly thing: Thing }
  | { readonly kind: 'broken-setting'; readonly row: number };
