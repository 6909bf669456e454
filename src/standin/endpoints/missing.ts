// What a file or folder answers that is not there.
import type { Answer, Entity } from '../http/answer';
import type { Resource } from './resource';
import { entityAnswer, propertyResource } from './resource';

/** Something that is not there: `Exists` is false, everything else an error. */
export function missingResource(error: () => Error): Resource {
  return {
    get: (ask): Answer => {
      const { options } = ask;
      const onlyExists = options.select.length === 1 && options.select[0]?.join('/').toLowerCase() === 'exists';
      if (!onlyExists) throw error();
      return entityAnswer(nothing, 'SP.ApiData', ask);
    },
    step: ({ name }) => {
      if (name !== 'exists') throw error();
      return propertyResource('Exists', () => false);
    },
    post: () => {
      throw error();
    },
    merge: () => {
      throw error();
    },
    remove: () => {
      throw error();
    }
  };
}

const nothing: Entity = { type: 'SP.File', path: 'Web', properties: { Exists: false } };
