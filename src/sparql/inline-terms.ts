import { Generator } from '@traqula/generator-sparql-1-2';
import { Parser } from '@traqula/parser-sparql-1-2';
import { AstFactory, AstTransformer, type TermVariable } from '@traqula/rules-sparql-1-2';
import type { Term } from '@rdfjs/types';

const factory = new AstFactory();

/** Parser, transformer and generator, made when they are first needed, as that takes a while. */
let tools: ReturnType<typeof makeTools> | undefined;

function makeTools() {
  return {
    // Keeps where each part of the tree stands in the text, so that the rest of the text stays as it was written.
    parser: new Parser({
      defaultContext: { astFactory: factory },
      lexerConfig: { positionTracking: 'full' },
    }),
    transformer: new AstTransformer(),
    generator: new Generator(),
  };
}

/**
 * The query with terms in the place of variables, for people to read and change. The terms go into the syntax
 * tree, which a generator then writes: nothing in a value can be read as a part of the query.
 * @throws Error when a term cannot stand where the variable does (SELECT ?x, AS ?x)
 */
export function inlineTerms(text: string, terms: Readonly<Record<string, Term>>): string {
  const { parser, transformer, generator } = (tools ??= makeTools());
  const tree = parser.parse(text, {});
  const inlined = transformer.transformNodeSpecific<'unsafe', typeof tree>(
    tree,
    {},
    {
      term: {
        variable: {
          transform: (node: TermVariable) => {
            const value = Object.hasOwn(terms, node.value) ? terms[node.value] : undefined;
            return value ? toNode(value, node) : node;
          },
        },
      },
    },
  );
  return generator.generate(inlined, { origSource: text });
}

function toNode(value: Term, { loc }: TermVariable) {
  // A subject shared by several predicates (`;`) stands in the text once: its other copies stay unwritten.
  const place = factory.isSourceLocationNoMaterialize(loc)
    ? loc
    : factory.sourceLocationNodeReplaceUnsafe(loc);
  if (value.termType !== 'Literal') return factory.termNamed(place, value.value);
  const { datatype, language } = value;
  if (language) return factory.termLiteral(place, value.value, language);
  return datatype.value.endsWith('#string')
    ? factory.termLiteral(place, value.value)
    : factory.termLiteral(place, value.value, factory.termNamed(factory.gen(), datatype.value));
}
