// The record in memory, with the people and the organisation of the example municipality.
import type { Person, Role, Unit } from '../../src/domain/person';
import { organisation } from '../../src/local/example/organisation';
import { people, type ExampleName } from '../../src/local/example/people';
import { actorOf } from '../../src/local/example/teller';
import { memoryContext, type MemoryContext } from '../workflows/memory-context';

export function exampleContext(): MemoryContext {
  const context = memoryContext();
  const everybody = (Object.keys(people) as ExampleName[]).map(actorOf);
  const units = organisation.map(({ head, ...unit }): Unit => ({ ...unit, head: head && actorOf(head).person }));
  const directory = {
    ...context.directory,
    person: (idOrUpn: string) =>
      Promise.resolve(everybody.map(({ person }) => person).find(({ id, upn }) => id === idOrUpn || upn === idOrUpn)),
    nearestManager: ({ id }: Person) => Promise.resolve(actorOf(id === people.teacher.id ? 'principal' : 'manager').person),
    membersOf: (role: Role) => Promise.resolve(everybody.filter(({ roles }) => roles.includes(role)).map(({ person }) => person)),
    unitOf: () => Promise.resolve(undefined),
    unit: (code: string) => Promise.resolve(units.find((unit) => unit.code === code)),
    units: () => Promise.resolve(units)
  };
  return { ...context, directory };
}
