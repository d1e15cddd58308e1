import { loadProcessor } from './jsonld/processor.js';

/**
 * Freezes the prototype that all objects share, so that no input can plant a property there: a second belt behind
 * the walk of JSON-LD (jsonld.js issue 584). What is loaded only when it is needed is loaded first: some libraries set
 * up their own prototypes while they load, and cannot do so afterwards.
 */
export async function freezePrototypes(): Promise<void> {
  await Promise.all([loadProcessor(), import('./rdf/rdf-xml.js')]);
  Object.freeze(Object.prototype);
}
