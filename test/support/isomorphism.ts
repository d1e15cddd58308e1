import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { termToId, Writer, type Term as N3Term } from 'n3';
import type { Quad, Term } from '@rdfjs/types';

/** A colour for each blank node: what is known of it so far. */
type Colours = ReadonlyMap<string, string>;

/** Both are the same graph or dataset, but for the labels of blank nodes (RDF 1.1 Concepts section 3.6). */
export function assertIsomorphic(actual: Iterable<Quad>, expected: Iterable<Quad>, note = ''): void {
  const [left, right] = [[...actual], [...expected]];
  if (isomorphic(left, right)) return;
  assert.equal(nquads(left), nquads(right), `not isomorphic ${note}`);
  assert.fail(`not isomorphic, though alike line by line ${note}`);
}

/** Whether a bijection of blank nodes turns one set of quads into the other. */
export function isomorphic(left: readonly Quad[], right: readonly Quad[]): boolean {
  return match([left, start(left)], [right, start(right)]);
}

/** Refines both until blank nodes differ; of those still alike, one is told apart on either side, each way in turn. */
function match(
  [left, leftStart]: [readonly Quad[], Colours],
  [right, rightStart]: [readonly Quad[], Colours],
): boolean {
  const leftColours = refine(left, leftStart);
  const rightColours = refine(right, rightStart);
  if (written(left, leftColours) !== written(right, rightColours)) return false;
  const [twin] = [...leftColours].filter(([, colour]) => sharers(leftColours, colour).length > 1);
  if (!twin) return true;
  const [label, colour] = twin;
  return sharers(rightColours, colour).some(other =>
    match(
      [left, new Map([...leftColours, [label, 'chosen']])],
      [right, new Map([...rightColours, [other, 'chosen']])],
    ),
  );
}

const sharers = (colours: Colours, colour: string) =>
  [...colours].filter(([, other]) => other === colour).map(([label]) => label);

function start(quads: readonly Quad[]): Colours {
  return new Map(
    quads
      .flatMap(terms)
      .filter(isBlank)
      .map(({ value }) => [value, '']),
  );
}

const terms = ({ subject, predicate, object, graph }: Quad): Term[] => [subject, predicate, object, graph];
const isBlank = ({ termType }: Term) => termType === 'BlankNode';

/** Colours that tell apart what the quads around a blank node tell apart, as many steps away as there are nodes. */
function refine(quads: readonly Quad[], colours: Colours): Colours {
  let refined = colours;
  for (let step = 0; step < colours.size; step += 1)
    refined = new Map(
      [...refined].map(([label, colour]) => [label, hash(colour + around(label, quads, refined))]),
    );
  return refined;
}

function around(label: string, quads: readonly Quad[], colours: Colours): string {
  const own = new Map([...colours, [label, 'itself']]);
  return written(
    quads.filter(item => terms(item).some(term => isBlank(term) && term.value === label)),
    own,
  );
}

const hash = (text: string) => createHash('sha256').update(text).digest('hex');

/** The set of quads with colours for blank nodes, as one text. */
function written(quads: readonly Quad[], colours: Colours): string {
  const key = (term: Term) =>
    isBlank(term) ? `_:${colours.get(term.value) ?? ''}` : JSON.stringify(termToId(term as N3Term));
  return [...new Set(quads.map(item => terms(item).map(key).join(' ')))].sort().join('\n');
}

function nquads(quads: readonly Quad[]): string {
  const lines = new Writer({ format: 'N-Quads' }).quadsToString([...quads]).split('\n');
  return [...new Set(lines)].sort().join('\n');
}
