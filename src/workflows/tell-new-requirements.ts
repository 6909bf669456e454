// A class that is raised asks more of those who handle the information: they are told what is new, once, by the decision itself (H33, H45, H49).
import { isEnded, type Asset } from '../domain/asset';
import type { Notice } from '../domain/notice';
import type { Person } from '../domain/person';
import { partiesOf, unansweredBy, type Party } from '../domain/requirement-answers';
import { requirementActors, requirementsOf, type Protected, type RequirementActor } from '../domain/requirements';
import { requirementCatalogue as catalogue } from '../reference/requirement-catalogue';
import type { Context } from './context';
import { recordsOf } from './requirement-answers';

/** As many as are named; the rest are counted. */
const mostNamed = 5;

interface Asked extends Party {
  readonly codes: readonly string[];
}

/** `before`: the asset as it was when `profile` was decided. Nobody when it had no class: then all is new, and is not told piece by piece. */
export async function newRequirementsTold(
  context: Context,
  before: Asset,
  { profile }: Required<Pick<Asset, 'profile'>>
): Promise<readonly Notice[]> {
  if (before.profile === undefined || isEnded(before)) return [];
  const after = { ...before, profile };
  const known = codesOf(before);
  if ([...codesOf(after)].every((code) => known.has(code))) return [];
  const asked = partiesOf(catalogue, after, await recordsOf(context, before.reference))
    .map(
      (party): Asked => ({
        ...party,
        codes: unansweredBy(party).flatMap(({ code }) => (known.has(codeFor(party.actor, code)) ? [] : [code]))
      })
    )
    .filter(({ codes }) => codes.length > 0);
  return noticesOf(before, await askedOf(context, before, asked));
}

/** Each with whom it is put to: what is new to one need not be to another. */
function codesOf(asset: Protected): ReadonlySet<string> {
  return new Set(requirementActors.flatMap((actor) => requirementsOf(catalogue, asset, actor).map(({ code }) => codeFor(actor, code))));
}

function codeFor(actor: RequirementActor, code: string): string {
  return `${actor} ${code}`;
}

/** IT answers for IT, those who answer for the asset for their unit and for its suppliers (src/domain/permissions/requirements.ts). */
async function askedOf(context: Context, asset: Asset, asked: readonly Asked[]): Promise<ReadonlyMap<string, readonly Asked[]>> {
  const technicians = asked.some(({ actor }) => actor === 'it') ? await context.directory.membersOf('it') : [];
  const ofPerson = new Map<string, readonly Asked[]>();
  for (const one of asked) {
    for (const { id } of one.actor === 'it' ? technicians : answerableFor(asset)) {
      const before = ofPerson.get(id) ?? [];
      ofPerson.set(id, before.includes(one) ? before : [...before, one]);
    }
  }
  return ofPerson;
}

function answerableFor({ informationOwner, coOwners = [], objectOwner, custodian, informationCustodian }: Asset): readonly Person[] {
  return [informationOwner, ...coOwners, objectOwner, custodian, informationCustodian].filter((person) => person !== undefined);
}

function noticesOf({ reference, name: assetName }: Asset, told: ReadonlyMap<string, readonly Asked[]>): readonly Notice[] {
  return [...told].map(([to, asked]): Notice => {
    const codes = [...new Set(asked.flatMap((one) => one.codes))];
    const counted = asked.map(({ actor, supplier, codes: { length: count } }) => ({
      actor,
      ...(supplier !== undefined && { supplier }),
      count
    }));
    const some = codes.slice(0, mostNamed);
    return { kind: 'requirements-raised', to, reference, assetName, asked: counted, some, count: codes.length };
  });
}
