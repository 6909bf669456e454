// How those who handle an asset's information say that its requirements are met: one record for each asset and each who is asked (H33, H49, domain.md 5.3 Kravställning).
import { z } from 'zod';
import type { Asset } from './asset';
import { levels } from './classification';
import { Person } from './person';
import {
  levelOf,
  requirementActors,
  requirementAspects,
  requirementsOf,
  type Requirement,
  type RequirementActor,
  type RequirementAspect,
  type RequirementCatalogue
} from './requirements';
import { isEarlier } from './swedish-time';

/** Uppfyllt, delvis, nej. */
export const answerCodes = ['met', 'partly', 'no'] as const;
export type AnswerCode = (typeof answerCodes)[number];

/** How a requirement stands with those it is put to. */
export type RequirementStanding = AnswerCode | 'unanswered';

/** Longest texts, in characters. All requirements of the catalogue, each with the longest proof, fit into one row. */
export const answerLimits = { proof: 400, supplier: 120, contact: 120 } as const;

const at = z.iso.datetime();

/** `saidBy`: who at the supplier said so; `by` wrote it down. */
const Given = z.object({ answer: z.enum(answerCodes), proof: z.string(), saidBy: z.string().optional(), by: Person, at });
export type GivenAnswer = Readonly<z.infer<typeof Given>>;

/** The requirements were sent to somebody at the supplier, who is to answer before `due` (UTC). */
const Sending = z.object({ by: Person, at, to: z.string(), due: at });
export type Sending = Readonly<z.infer<typeof Sending>>;

/** As the record keeps them, by the requirement's code. What a changed class no longer asks for stays, and counts again when it does. */
export const RequirementAnswers = z.object({
  reference: z.string(),
  asset: z.string(),
  assetName: z.string(),
  actor: z.enum(requirementActors),
  supplier: z.string().optional(),
  answers: z.record(z.string(), Given),
  sent: z.array(Sending)
});
export type RequirementAnswers = Readonly<z.infer<typeof RequirementAnswers>>;

/** Who is asked: a supplier by name. */
export interface Party {
  readonly actor: RequirementActor;
  readonly supplier?: string | undefined;
}

/** One who is asked about an asset: what applies to it now, with what has been answered, and when it was last sent to a supplier. */
export interface AskedParty extends Party {
  readonly asked: readonly Asked[];
  readonly sent?: Sending | undefined;
}

interface Asked {
  readonly requirement: Requirement;
  readonly given?: GivenAnswer | undefined;
}

export interface Step {
  readonly by: Person;
  readonly at: string;
}

/** What somebody says of some requirements, by code. */
export type AnswersSaid = readonly (Pick<GivenAnswer, 'answer' | 'proof'> & { readonly code: string })[];

export function answersOpened(reference: string, asset: Pick<Asset, 'reference' | 'name'>, { actor, supplier }: Party): RequirementAnswers {
  return { reference, asset: asset.reference, assetName: asset.name, actor, supplier, answers: {}, sent: [] };
}

/** A later answer stands in the place of the earlier one, which the log keeps. */
export function withAnswers(
  answers: RequirementAnswers,
  said: AnswersSaid,
  { saidBy, ...step }: Step & Pick<GivenAnswer, 'saidBy'>
): RequirementAnswers {
  const given = said.map(({ code, answer, proof }) => [code, { answer, proof, ...(saidBy !== undefined && { saidBy }), ...step }] as const);
  return { ...answers, answers: { ...answers.answers, ...Object.fromEntries(given) } };
}

export function withSending(answers: RequirementAnswers, { to, due }: Pick<Sending, 'to' | 'due'>, step: Step): RequirementAnswers {
  return { ...answers, sent: [...answers.sent, { ...step, to, due }] };
}

/** Suppliers are the same when their names differ in case and spaces alone. */
export function isOfParty(answers: Party, { actor, supplier }: Party): boolean {
  return answers.actor === actor && nameKey(answers.supplier) === nameKey(supplier);
}

function nameKey(name = ''): string {
  return name.trim().replaceAll(/\s+/g, ' ').toLocaleLowerCase('sv');
}

/**
 * Everybody who is asked about the asset, as its class demands now: the own unit, IT, and each supplier that was sent requirements or has answered. Nobody
 * whom nothing is asked of. Two records of one party, which two who began at once can leave, count as one: of two answers the later.
 */
export function partiesOf(
  catalogue: RequirementCatalogue,
  asset: Pick<Asset, 'profile' | 'carriers'>,
  records: readonly RequirementAnswers[]
): readonly AskedParty[] {
  const named: readonly Party[] = [{ actor: 'unit' }, { actor: 'it' }, ...records.filter(({ actor }) => actor === 'supplier')];
  const parties = named.filter((party, index) => named.findIndex((other) => isOfParty(other, party)) === index);
  return parties
    .map((party) =>
      askedOf(
        catalogue,
        asset,
        party,
        records.filter((record) => isOfParty(record, party))
      )
    )
    .filter(({ asked }) => asked.length > 0);
}

function askedOf(
  catalogue: RequirementCatalogue,
  asset: Pick<Asset, 'profile' | 'carriers'>,
  { actor, supplier }: Party,
  records: readonly RequirementAnswers[]
): AskedParty {
  const asked = requirementsOf(catalogue, asset, actor).map((requirement) => ({
    requirement,
    given: latest(records.flatMap(({ answers }) => answers[requirement.code] ?? []))
  }));
  return { actor, supplier, asked, sent: latest(records.flatMap(({ sent }) => sent)) };
}

function latest<V extends { readonly at: string }>(said: readonly V[]): V | undefined {
  return [...said].sort((one, other) => one.at.localeCompare(other.at)).at(-1);
}

export function unansweredBy({ asked }: AskedParty): readonly Requirement[] {
  return asked.flatMap(({ requirement, given }) => (given === undefined ? [requirement] : []));
}

/** Whether a supplier has had its time and not answered everything, at `now` (UTC). */
export function isAnswerOverdue(party: AskedParty, now: string): boolean {
  return party.sent !== undefined && isEarlier(party.sent.due, now) && unansweredBy(party).length > 0;
}

/** How each requirement that applies stands, all asked together: met when all say so, otherwise as the one that says worst. */
export function standingsOf(parties: readonly AskedParty[]): ReadonlyMap<Requirement, RequirementStanding> {
  const standings = new Map<Requirement, RequirementStanding>();
  for (const { requirement, given } of parties.flatMap(({ asked }) => asked)) {
    const standing = given?.answer ?? 'unanswered';
    const before = standings.get(requirement) ?? 'met';
    standings.set(requirement, worstFirst.find((one) => one === standing || one === before) ?? standing);
  }
  return standings;
}

const worstFirst: readonly RequirementStanding[] = ['no', 'partly', 'unanswered', 'met'];

/** "14 av 18 uppfyllda", aspect by aspect; an aspect that nothing is asked for is left out. */
export function complianceOf(
  parties: readonly AskedParty[]
): readonly { readonly aspect: RequirementAspect; readonly met: number; readonly all: number }[] {
  const standings = [...standingsOf(parties)];
  return requirementAspects.flatMap((aspect) => {
    const own = standings.filter(([requirement]) => requirement.aspect === aspect);
    return own.length === 0 ? [] : [{ aspect, met: own.filter(([, standing]) => standing === 'met').length, all: own.length }];
  });
}

/** What to look at first: the highest level of the class, counted from one, times what is left to answer (H15, H23). */
export function priorityOf({ profile }: Pick<Asset, 'profile'>, party: AskedParty): number {
  return profile === undefined ? 0 : (levels.indexOf(levelOf(profile, 'all')) + 1) * unansweredBy(party).length;
}
