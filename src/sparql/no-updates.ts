import { Problem } from '../errors.js';

/** The refusal of an update. It stands apart from the parser, which takes long to load, as the HTTP door needs it alone. */
export function noUpdates(): Problem {
  return new Problem('refused', {
    en: 'This endpoint answers queries only. It does not take SPARQL Update.',
    fr: "Ce point d'accès ne répond qu'aux requêtes. Il n'admet pas SPARQL Update.",
  });
}
