// An asset that does not meet one of its requirements, and the measure that somebody proposes for it.
import type { Asset } from '../../src/domain/asset';
import { requirementCatalogue as catalogue } from '../../src/reference/requirement-catalogue';
import { answerRequirements } from '../../src/workflows/answer-requirements';
import { commitNew, newNumber, type Change } from '../../src/workflows/commit';
import type { ProposeMeasureInput } from '../../src/workflows/propose-measure';
import { actor, memoryContext, people, type MemoryContext } from './memory-context';

const asset = 'T-2026-0001';

/** IT has said of an asset of Kommunarkivet that it lacks sign-in by more than one factor. */
export async function lacking(changes: Partial<Asset> = {}, context = memoryContext()): Promise<MemoryContext> {
  const level = 'significant' as const;
  await commitNew(
    context,
    context.assets,
    await newNumber(context, 'T'),
    (number): Change<Asset> => ({
      event: 'asset-registered',
      command: 'before',
      actor: actor('manager'),
      from: '',
      to: 'active',
      state: {
        reference: number,
        name: 'Arkivets register',
        description: '',
        carriers: ['system'],
        unit: 'KLF-ARK',
        unitName: 'Kommunarkivet',
        informationOwner: people.manager,
        objectOwner: people.objectOwner,
        custodian: people.custodian,
        state: 'active',
        profile: { confidentiality: level, integrity: level, availability: level, traceability: level },
        ...changes
      }
    })
  );
  const answers = [
    { code: 'K-07', answer: 'no', proof: 'Systemet saknar stöd' },
    { code: 'R-07', answer: 'met', proof: '' }
  ] as const;
  await answerRequirements(context, catalogue, { command: 'answered', actor: actor('it'), input: { asset, actor: 'it', answers } });
  return context;
}

/** A measure for it. */
export const wanted: ProposeMeasureInput = {
  asset,
  requirement: 'K-07',
  what: 'Koppla systemet till kommunens inloggning',
  cost: 120_000,
  owner: people.it.upn,
  due: '2027-02-26',
  check: '2027-04-01'
};
