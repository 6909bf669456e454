// What decided classes are held against on the screens: the model in force, the clock, and the serious incidents that the person may read.
import { seriousIncidents, type Grounds } from '../../domain/reconsideration';
import { modelInForce } from '../../reference/model-in-force';
import { statesOf, type Source } from '../source';

/** An incident that is not theirs to read is no reason they are told of. */
export async function readGrounds(source: Source): Promise<Grounds> {
  const incidents = await source.seriousIncidents();
  const known = seriousIncidents(incidents.ok ? statesOf(incidents.value) : []);
  return { now: new Date().toISOString(), model: modelInForce, incidents: known };
}
