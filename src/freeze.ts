/**
 * Freezes the prototype that all objects share, so that no input can plant a property there: a second belt behind
 * the walk of JSON-LD (jsonld.js issue 584). Called once all modules are loaded, as some set up their own
 * prototypes while loading.
 */
export function freezePrototypes(): void {
  Object.freeze(Object.prototype);
}
