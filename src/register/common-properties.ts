import { iri } from '../rdf/prefixes.js';

/** Properties that say the same of things of different kinds, those first that count first. */

/** What a thing is called. */
export const namingProperties = [
  iri('dct', 'title'),
  iri('foaf', 'name'),
  iri('skos', 'prefLabel'),
  iri('rdfs', 'label'),
];

/** Of what sort it is, in the kind's own vocabulary. */
export const typeProperties = [
  iri('pac', 'actionType'),
  iri('pac', 'commonsKind'),
  iri('pac', 'needStatus'),
  iri('org', 'classification'),
  iri('dct', 'type'),
];

/** What it is, in a few words. */
export const describingProperties = [iri('dct', 'description'), iri('skos', 'definition')];

/** When it began, was made or was published. */
export const datingProperties = [iri('schema', 'startDate'), iri('dct', 'created'), iri('dct', 'issued')];

/** When it ended. */
export const endingProperty = iri('schema', 'endDate');
