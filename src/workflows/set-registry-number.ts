// Whoever handles an incident says under which number it stands in the municipality's registry (diarienummer, OSL 5 kap. 1 §, H56).
import { z } from 'zod';
import type { Incident } from '../domain/incident';
import { done } from '../domain/outcome';
import type { HandlingRefusal } from '../domain/permissions';
import { numberIn } from '../domain/reference-number';
import { RegistryNumber } from '../domain/registry-number';
import { changeIncident } from './change-incident';
import type { Answer, Context, Request } from './context';

export const SetRegistryNumberInput = z.strictObject({ reference: numberIn('I'), registryNumber: RegistryNumber });
export type SetRegistryNumberInput = Readonly<z.infer<typeof SetRegistryNumberInput>>;

/** Another number takes the place of the one before, which stays in the timeline. */
export function setRegistryNumber(context: Context, request: Request<SetRegistryNumberInput>): Promise<Answer<Incident, HandlingRefusal>> {
  const { registryNumber } = request.input;
  return changeIncident<never>(context, request, {
    act: 'set-registry-number',
    take: () => done({ event: 'registry-number-set', text: registryNumber, changes: { registryNumber } }),
    notices: () => []
  });
}
