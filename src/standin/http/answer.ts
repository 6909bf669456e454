// What an endpoint answers, before it takes one of SharePoint's three JSON shapes.

/** A structured value that is no entity, such as a permission mask; `type` shows in verbose answers only. */
export interface Complex {
  readonly complexType: string;
  readonly members: Readonly<Record<string, Value>>;
}

/** Structured values that each say their type in verbose answers; `collectionType` is what the whole says there, where it does. */
export interface Collection {
  readonly collectionType: string | undefined;
  readonly items: readonly Complex[];
}

export type Value = string | number | boolean | null | readonly (string | number)[] | readonly Complex[] | Complex | Collection;

/** Something with an address: a list, an item, a user. */
export interface Entity {
  /** SharePoint's type name, for example `SP.List`. */
  readonly type: string;
  /** Address under `_api/`, for example `Web/Lists(guid'…')`. */
  readonly path: string;
  /** Value of `odata.id` where it is not the address: items have their guid there. */
  readonly id?: string;
  /** With its quotation marks. */
  readonly etag?: string;
  /** What `odata.etag` says where that is not the header's. */
  readonly shownEtag?: string;
  /** Shown with its type and id only: what a person or lookup column points at. */
  readonly pointedAt?: true;
  /** What an answer without `$select` carries. */
  readonly properties: Readonly<Record<string, Value>>;
  /** One value, also of what only `$select` brings, without making the others: for entities read by the thousand. Undefined: there is none of that name. */
  readonly property?: (name: string) => Value | undefined;
  /** What only `$select` brings. */
  readonly onRequest?: Readonly<Record<string, () => Value>>;
  /** What `$expand` reaches. */
  readonly related?: Readonly<Record<string, () => Related>>;
}

/** Undefined: an empty person or lookup column, of which an answer has the link only. */
export type Related = Entity | readonly Entity[] | null | undefined;

/** An entity with only what was asked for. */
export interface Projected {
  readonly entity: Entity;
  readonly values: Readonly<Record<string, Value>>;
  readonly expanded: Readonly<Record<string, Projected | readonly Projected[] | null | undefined>>;
  /** What was not asked for but could be expanded: verbose answers link to it. */
  readonly deferred: readonly string[];
}

export type Answer =
  | { readonly kind: 'entity'; readonly entity: Projected; readonly created?: boolean; readonly metadata: string }
  | { readonly kind: 'collection'; readonly entities: readonly Projected[]; readonly metadata: string; readonly next?: string }
  | { readonly kind: 'property'; readonly name: string; readonly value: Value }
  | { readonly kind: 'null'; readonly name: string }
  | { readonly kind: 'text'; readonly text: string }
  /** Raw bytes, whatever shape was asked for: the content of a file. */
  | { readonly kind: 'content'; readonly bytes: Buffer; readonly contentType: string; readonly etag?: string }
  | { readonly kind: 'merged'; readonly etag?: string }
  | { readonly kind: 'deleted' };

/** An answer that waits for something outside SharePoint, and so outside the transaction. */
export interface Later {
  readonly kind: 'later';
  /** Throws SharePoint's refusal when it goes ill. */
  readonly check: () => Promise<void>;
  /** Runs in a transaction of its own, once the check is done; what was read before may have changed. */
  readonly finish: () => Answer;
}

export function complex(complexType: string, members: Readonly<Record<string, Value>>): Complex {
  return { complexType, members };
}

export function isComplex(value: Value): value is Complex {
  return typeof value === 'object' && value !== null && 'complexType' in value;
}

export function collection(items: readonly Complex[], collectionType?: string): Collection {
  return { items, collectionType };
}

export function isCollection(value: Value): value is Collection {
  return typeof value === 'object' && value !== null && 'collectionType' in value;
}
