import { parsePoint, type Point } from '../register/coordinates.js';
import type { Register } from '../register/read.js';
import { factsOf } from './record-facts.js';

/** A territory of the register as a place on a map. */
export interface Place {
  readonly centroid: Point;
  /** Short name of its level: `municipality`, `country` … */
  readonly level: string;
}

/** The territories whose centre is known, by IRI. */
export function placesOf(register: Register): Promise<ReadonlyMap<string, Place>> {
  return register.derive('places', async () => {
    const territories = await register.entries('territory');
    const facts = await factsOf([...territories.values()], register);
    return new Map(
      facts.flatMap(territory => {
        const centroid = parsePoint(territory.value('dcat:centroid') ?? '');
        const level = territory.value('dct:type')?.split('#')[1] ?? '';
        return centroid ? [[territory.thing, { centroid, level }] as const] : [];
      }),
    );
  });
}
