import type { Language } from '../register/text.js';
import type { Phrase } from './statements.js';

/** A way to question the data over the network. Paths are below the base IRI. */
export interface Service {
  readonly name: 'sparql' | 'api';
  readonly title: Phrase;
  readonly description: Phrase;
  readonly keywords: Readonly<Record<Language, readonly string[]>>;
  readonly endpoint: string;
  readonly endpointDescription: string;
  /** The page where people learn to use it. */
  readonly page: string;
  readonly standard: { readonly iri: string; readonly title: string };
}

export const services: readonly Service[] = [
  {
    name: 'sparql',
    title: { fr: "Point d'accès SPARQL du registre", en: 'SPARQL endpoint of the register' },
    description: {
      fr: 'Interrogation en SPARQL 1.1 de toutes les données du registre et de son vocabulaire, par GET ou par POST, sans inscription. Réponses en JSON, XML, CSV, TSV, Turtle, JSON-LD, RDF/XML et N-Triples.',
      en: 'SPARQL 1.1 queries over all the data of the register and its vocabulary, by GET or POST, with no registration. Answers in JSON, XML, CSV, TSV, Turtle, JSON-LD, RDF/XML and N-Triples.',
    },
    keywords: {
      fr: ['communs numériques', 'sparql', 'données liées'],
      en: ['digital commons', 'sparql', 'linked data'],
    },
    endpoint: 'sparql',
    endpointDescription: 'sparql',
    page: 'sparql',
    standard: { iri: 'https://www.w3.org/TR/sparql11-protocol/', title: 'SPARQL 1.1 Protocol' },
  },
  {
    name: 'api',
    title: { fr: 'API JSON-LD du registre', en: 'JSON-LD API of the register' },
    description: {
      fr: 'Listes filtrées et notices du registre en JSON-LD, lisibles comme du simple JSON : recherche, thème, territoire, acteur, type, date, tri et pagination. Décrite en OpenAPI 3.1, ouverte à tous les sites, sans inscription.',
      en: 'Filtered lists and records of the register in JSON-LD that reads as plain JSON: search, theme, territory, actor, type, date, sorting and paging. Described in OpenAPI 3.1, open to every site, with no registration.',
    },
    keywords: {
      fr: ['communs numériques', 'api', 'json-ld'],
      en: ['digital commons', 'api', 'json-ld'],
    },
    endpoint: 'api',
    endpointDescription: 'api/openapi.json',
    page: 'api',
    standard: { iri: 'https://www.w3.org/TR/json-ld11/', title: 'JSON-LD 1.1' },
  },
];
