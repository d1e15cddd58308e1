import { graphFormats } from '../../../src/rdf/formats.js';
import { solutionFormats } from '../../../src/sparql/formats.js';
import { endless, query, type HostileRequest } from './hostile-request.js';

const attacks = 'a thread: the writing of large answers';

/** Everything that there is, in every format; an answer may be whole, as all of it is within the bounds. */
const everything = [
  ...solutionFormats.map(({ id }) =>
    query(`all rows, ${id}`, attacks, 'SELECT * { ?s ?p ?o }', { format: id }),
  ),
  ...graphFormats.map(({ id }) =>
    query(`all triples, ${id}`, attacks, 'CONSTRUCT WHERE { ?s ?p ?o }', { format: id }),
  ),
  ...graphFormats.map(({ id }) =>
    query(`all descriptions, ${id}`, attacks, 'DESCRIBE ?s { ?s ?p ?o }', { format: id }),
  ),
];

export const answers: readonly HostileRequest[] = [
  ...everything,
  query('descriptions of all objects', attacks, 'DESCRIBE * { ?s ?p ?o }'),
  query('99 000 wide rows', attacks, 'SELECT * { ?s ?p ?o . ?s ?q ?r } LIMIT 99000'),
  query(
    'rows too wide for 50 MB',
    attacks,
    'SELECT * { ?s ?p ?o . ?s ?q ?r . ?s ?x ?y . ?s ?z ?w } LIMIT 100000',
    {
      allowed: ['refusal', 'cut', 'whole'],
    },
  ),
  query('all triples of all graphs', attacks, 'SELECT * { GRAPH ?g { ?s ?p ?o } }'),
  query(
    'a triple made new in each row',
    attacks,
    'CONSTRUCT { [] ?p [ ?q ?o ] } WHERE { ?s ?p ?o . ?s ?q ?r }',
    endless,
  ),
  query(
    'blank nodes in JSON-LD',
    attacks,
    'CONSTRUCT { _:a ?p _:b . _:b ?p _:c . _:c ?p _:a } WHERE { ?s ?p ?o }',
    { ...endless, format: 'jsonld', allowed: ['refusal', 'cut', 'whole'] },
  ),
];

/** Queries of which the native operators do not know all, or which are planned in parts. */
const incomplete = {
  'blank nodes by name': 'SELECT (BNODE(STR(?o)) AS ?b) { ?s ?p ?o }',
  'blank nodes by name, sorted':
    'SELECT ?b { ?s ?p ?o BIND(BNODE(STR(?o)) AS ?b) } ORDER BY STR(?b) LIMIT 10',
  'blank nodes by name in a product': 'SELECT (BNODE(STR(?o)) AS ?b) { ?s ?p ?o . ?a ?c ?d } LIMIT 100000',
  'a path from a triple term': 'SELECT * { ?t (!<x:none>)* <<( ?s ?p ?o )>> } LIMIT 10',
  'triple terms in a product': 'SELECT * { ?s ?p <<( ?a ?b ?c )>> . ?x ?y ?z }',
  'a regex from a variable': 'SELECT (COUNT(*) AS ?n) { ?a ?p ?t . ?b ?q ?u FILTER(REGEX(STR(?t),STR(?u))) }',
  'a pattern that XPath does not know':
    'SELECT (COUNT(*) AS ?n) { ?s ?p ?o FILTER(REGEX(STR(?o),"(?=a)b")) }',
  'an unknown function': 'SELECT (<x:f>(?o) AS ?x) { ?s ?p ?o . ?a ?b ?c }',
} satisfies Record<string, string>;

export const fallbacks: readonly HostileRequest[] = Object.entries(incomplete).map(([name, text]) =>
  query(`not native: ${name}`, 'time: queries that are not native', text, {
    allowed: ['refusal', 'whole', 'cut'],
  }),
);
