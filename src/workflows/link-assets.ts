// A handler says which information assets an incident touches: their objektägare may read it from then on, and their class suggests its severity.
import { z } from 'zod';
import type { Asset } from '../domain/asset';
import { aspects } from '../domain/classification';
import { handlingLimits, type Handling, type LinkedAsset } from '../domain/handling';
import { handlingOf, type Incident } from '../domain/incident';
import type { CategoryMeanings } from '../domain/incident-category';
import { done, refused } from '../domain/outcome';
import type { HandlingRefusal } from '../domain/permissions';
import { numberIn } from '../domain/reference-number';
import { suggestSeverity } from '../domain/severity';
import { changeIncident } from './change-incident';
import { readMended } from './commit';
import type { Answer, Context, Request } from './context';

/** All assets that it touches: one that is not named any more is taken away. */
export const LinkAssetsInput = z.strictObject({
  reference: numberIn('I'),
  assets: z.array(numberIn('T')).max(handlingLimits.links).readonly()
});
export type LinkAssetsInput = Readonly<z.infer<typeof LinkAssetsInput>>;

type Refusal = HandlingRefusal | 'unknown-asset';

export async function linkAssets(
  context: Context,
  meanings: CategoryMeanings,
  request: Request<LinkAssetsInput>
): Promise<Answer<Incident, Refusal>> {
  const numbers = [...new Set(request.input.assets)];
  const found = (await Promise.all(numbers.map((number) => readMended(context, context.assets, number)))).flatMap((page) => page ?? []);
  return changeIncident(context, request, {
    act: 'link-assets',
    take: (incident) => {
      if (found.length < numbers.length) return refused('unknown-asset');
      const assets = found.map(({ state }) => asLinked(state));
      return done({ event: 'assets-linked', text: numbers.join(', '), changes: { assets, ...suggestedAnew(incident, meanings, assets) } });
    },
    notices: () => []
  });
}

function asLinked({ reference, name, objectOwner, profile }: Asset): LinkedAsset {
  return { reference, name, ...(objectOwner && { objectOwner }), ...(profile && { profile }) };
}

/** The decided level stays what somebody decided; that the suggestion now differs from it is shown. */
function suggestedAnew(incident: Incident, meanings: CategoryMeanings, assets: readonly LinkedAsset[]): Pick<Handling, 'suggested'> {
  const { category, facts } = handlingOf(incident);
  if (facts === undefined) return {};
  const hit = category === undefined ? aspects : meanings[category].aspects;
  return { suggested: suggestSeverity({ aspects: hit, assets, facts }).severity };
}
