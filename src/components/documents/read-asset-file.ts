// What the dossier of an asset is made from, read anew when it is made, as far as the person may read.
import type { AssetFile } from '../../documents/asset-dossier';
import { done, refused, type Outcome } from '../../domain/outcome';
import type { Person } from '../../domain/person';
import { incidentsOf } from '../../domain/recurring-causes';
import { requirementCatalogue } from '../../reference/requirement-catalogue';
import { statesOf, type Read, type Row, type Source } from '../source';

/** All but how the levels are numbered. `no-right`: the person may not read the asset any more, or its row cannot be read; no document is made of half of it. */
export async function readAssetFile(
  source: Source,
  reference: string,
  by: Person
): Promise<Outcome<Omit<AssetFile, 'levelNumbers'>, 'no-right'>> {
  const [asset, register, units, vacancies, classifications, answers, measures, incidents] = await Promise.all([
    source.asset(reference),
    source.assets(),
    source.units(),
    source.vacancies(),
    source.classificationsOf(reference),
    source.requirementAnswersOf(reference),
    source.measuresOfAsset(reference),
    source.incidents()
  ]);
  if (!asset.ok || asset.value === undefined || asset.value.broken || !register.ok || !classifications.ok) return refused('no-right');
  const about = [classifications.value, rowsOf(answers), rowsOf(measures)].flatMap((rows) =>
    statesOf<{ readonly reference: string }>(rows)
  );
  const log = await source.logOf([reference, ...about.map((one) => one.reference)]);
  const read = [register.value, classifications.value, rowsOf(answers), rowsOf(measures), rowsOf(incidents), rowsOf(log)];
  return done({
    asset: asset.value.state,
    ...{ register: statesOf(register.value), units: statesOf(units), vacancies: statesOf(rowsOf(vacancies)) },
    classifications: statesOf(classifications.value),
    ...{ answers: seen(answers), measures: seen(measures), log: seen(log) },
    incidents: incidents.ok ? incidentsOf(reference, statesOf(incidents.value)) : incidents.reason,
    ...{ catalogue: requirementCatalogue, unread: read.flat().filter(({ broken }) => broken).length },
    ...{ by, at: new Date().toISOString() }
  });
}

type Rows<V> = Read<readonly Row<V>[]>;

function rowsOf<V>(read: Rows<V>): readonly Row<V>[] {
  return read.ok ? read.value : [];
}

function seen<V>(read: Rows<V>): readonly V[] | 'no-right' {
  return read.ok ? statesOf(read.value) : read.reason;
}
