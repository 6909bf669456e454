// People who keep the register: an asset is registered, completed, classified and decided or sent back, and then classified again.
import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { Asset } from '../../src/domain/asset';
import { Classification, unknownAnswer, type Answers } from '../../src/domain/classification';
import type { Person } from '../../src/domain/person';
import { classificationModel as model } from '../../src/reference/classification-model';
import type { Chance } from './chance';
import { giveAndSee, type Doors } from './doors';
import { custodian, deciders, managers, securityOfficer } from './workplace';

export interface Classifying {
  readonly doors: Doors;
  readonly chance: Chance;
}

/** One asset through its life so far. Whoever does not learn the outcome of a step leaves it there. */
export async function keepAsset({ doors, chance }: Classifying): Promise<void> {
  const { unit, owner } = chance.pick(deciders);
  const asset = contentOf(unit, owner, `Register ${randomUUID()}`);
  const registered = await step(Asset, custodian, 'register-asset', { asset });
  const submitted = registered && (await step(Asset, custodian, 'submit-asset', { reference: registered.reference }));
  for (let round = 0; submitted !== undefined && round < 2; round += 1) {
    const proposer = chance.pick([custodian, securityOfficer]);
    const input = { asset: submitted.reference, model: model.version, answers: answers(chance) };
    const classification = await step(Classification, proposer, 'submit-classification', input);
    if (classification === undefined || (await decided(classification, owner)) === undefined) return;
  }

  async function decided({ reference, asset: seen, contentHash }: Classification, decider: Person): Promise<Classification | undefined> {
    return chance.happens(0.75)
      ? step(Classification, decider, 'decide-classification', { reference, asset: seen, contentHash })
      : step(Classification, decider, 'return-classification', { reference, reason: `Pärmarna i arkivet saknas, ${reference}.` });
  }

  async function step<S>(shape: z.ZodType<S>, by: Person, name: string, input: unknown): Promise<S | undefined> {
    const given = await giveAndSee(doors, by, name, input);
    doors.promises.given.push(given);
    return given.ending === 'done' ? shape.parse(given.value) : undefined;
  }
}

export function contentOf(unit: string, owner: Person, name: string) {
  const informationOwner = managers.find(({ id }) => id !== owner.id) ?? owner;
  return {
    name,
    description: 'Rader, "citat" och åäö.',
    carriers: ['system'],
    unit,
    informationOwner: informationOwner.upn,
    objectOwner: owner.upn,
    custodian: custodian.upn
  };
}

/** Every question answered with something that does not stop the work. */
export function answers(chance: Chance): Answers {
  const answerable = model.questions.map(({ id, options }) => {
    const codes = options.flatMap(({ code, stops }) => (stops === true || code === unknownAnswer ? [] : [code]));
    return [id, [chance.pick(codes)]] as const;
  });
  return Object.fromEntries(answerable);
}
