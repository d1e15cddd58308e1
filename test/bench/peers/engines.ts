import { Communaux } from './communaux.js';
import { Comunica } from './comunica.js';
import type { Engine } from './engine.js';
import { Oxigraph } from './oxigraph.js';

/** The engines that run in a process of their own, by the name of their peer. Each is made in its process only. */
export const engines: Readonly<Record<string, () => Engine>> = {
  communaux: () => new Communaux(),
  'comunica-n3': () => Comunica.overN3(),
  'comunica-rdf-stores': () => Comunica.overRdfStores(),
  oxigraph: () => new Oxigraph(),
};
