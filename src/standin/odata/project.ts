// Carries out $select and $expand over an entity.
import type { Entity, Projected, Related, Value } from '../http/answer';
import { invalidClientQuery, invalidFieldQuery, notExpanded } from '../http/errors';
import type { QueryOptions } from './query-options';

type Paths = readonly (readonly string[])[];

/** Keeps what was asked for. Throws 400 for a property that does not exist, and for a path that is not expanded. */
export function project(entity: Entity, options: Pick<QueryOptions, 'select' | 'expand'>): Projected {
  return projector(options)(entity);
}

/** `project` for many entities: what was asked for is looked into once. */
export function projector({ select, expand }: Pick<QueryOptions, 'select' | 'expand'>): (entity: Entity) => Projected {
  const expandNames = [...new Set(expand.map(([name = '']) => name))];
  const missing = select.find((path) => path.length > 1 && !expandNames.includes(path[0] ?? ''));
  if (missing !== undefined) throw notExpanded(missing.join('/'), missing[0] ?? '');
  const expansions = expandNames.map((name) => ({
    name,
    projectOne: projector({ select: below(select, name), expand: below(expand, name) })
  }));
  const own = select.filter((path) => path.length === 1).map((path) => path[0] ?? '');
  const wanted = select.length === 0 ? ['*'] : own.filter((name) => !expandNames.includes(name) && !isAnnotation(name));
  return (entity) => {
    const expanded: Record<string, Projected['expanded'][string]> = {};
    for (const { name, projectOne } of expansions) {
      const related = inCaseOf(name, entity.related ?? {});
      expanded[related] = expandOne(entity, related, projectOne);
    }
    return {
      entity,
      values: wanted.length === 1 && wanted[0] === '*' ? entity.properties : valuesOf(entity, wanted),
      expanded,
      get deferred() {
        return wanted.includes('*') ? deferredNames(entity).filter((name) => !(name in expanded)) : [];
      }
    };
  };
}

/** Throws what `project` would for a name that the entity does not have, without going where $expand leads. */
export function refuseUnknownNames(entity: Entity, { select, expand }: Pick<QueryOptions, 'select' | 'expand'>): void {
  const expandNames = expand.map(([name = '']) => name);
  for (const name of expandNames) {
    if (entity.related?.[inCaseOf(name, entity.related)] === undefined) throw unknownProperty(name, entity);
  }
  const own = select.filter(([name = '', ...rest]) => rest.length === 0 && !expandNames.includes(name));
  project(entity, { select: own, expand: [] });
}

/** `odata.id` and its kin come by themselves with metadata; PnPjs selects them where it wants nothing else. */
function isAnnotation(name: string): boolean {
  return /^odata\./i.test(name);
}

/** What could be expanded, as SharePoint lists it: what every securable object has, then by name; people and lookups of an item are not said. */
function deferredNames({ related = {}, properties }: Entity): string[] {
  const names = Object.keys(related).filter((name) => name === 'ContentType' || !(`${name}Id` in properties));
  const securable = ['FirstUniqueAncestorSecurableObject', 'RoleAssignments'].filter((name) => names.includes(name));
  return [...securable, ...names.filter((name) => !securable.includes(name)).sort()];
}

function below(paths: Paths, name: string): Paths {
  return paths.filter((path) => path[0] === name && path.length > 1).map((path) => path.slice(1));
}

function expandOne(entity: Entity, name: string, projectOne: (entity: Entity) => Projected): Projected['expanded'][string] {
  const related = entity.related?.[name];
  if (related === undefined) throw unknownProperty(name, entity);
  const child: Related = related();
  if (child === null || child === undefined) return child;
  return isMany(child) ? child.map(projectOne) : projectOne(child);
}

function isMany(child: Entity | readonly Entity[]): child is readonly Entity[] {
  return Array.isArray(child);
}

function valuesOf(entity: Entity, wanted: readonly string[]): Record<string, Value> {
  const values: Record<string, Value> = {};
  for (const name of wanted) {
    const value = name === '*' ? undefined : valueNamed(entity, name);
    if (name === '*') Object.assign(values, entity.properties);
    else if (value !== undefined) values[name] = value;
    else Object.assign(values, valueInCaseOf(name, entity));
  }
  return values;
}

function valueNamed(entity: Entity, name: string): Value | undefined {
  if (entity.property !== undefined) return entity.property(name);
  const value = entity.properties[name];
  return value === undefined ? entity.onRequest?.[name]?.() : value;
}

function valueInCaseOf(wanted: string, entity: Entity): Record<string, Value> {
  const name = inCaseOf(wanted, { ...entity.properties, ...entity.onRequest });
  const value = valueNamed(entity, name);
  if (value !== undefined) return { [name]: value };
  if (entity.related !== undefined && name in entity.related) throw notExpanded(name, name);
  throw unknownProperty(name, entity);
}

/** The name as the entity has it: SharePoint does not mind how it is written in $select and $expand (PnPjs selects `contentTypeOrder`). */
function inCaseOf(name: string, members: Readonly<Record<string, unknown>>): string {
  if (name in members) return name;
  return Object.keys(members).find((member) => member.toLowerCase() === name.toLowerCase()) ?? name;
}

/** Items answer as the list they are in does, others as the API itself; the latter is a guess. */
function unknownProperty(name: string, { type }: Entity): Error {
  const message = `The field or property '${name}' does not exist.`;
  return type.startsWith('SP.Data.') ? invalidFieldQuery(message) : invalidClientQuery(message);
}
