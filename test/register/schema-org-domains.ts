import { readFileSync } from 'node:fs';
import { projectPath } from '../../src/project.js';

/** An interface of schema-dts: the properties that it has itself, and the interfaces that it extends. */
interface Declared {
  readonly own: readonly string[];
  readonly parents: readonly string[];
}

/** The interfaces of schema-dts, which are made from schema.org's own vocabulary. */
function declarations(): ReadonlyMap<string, Declared> {
  const text = readFileSync(projectPath('node_modules/schema-dts/dist/schema.d.ts'), 'utf8');
  const blocks = text.matchAll(/^(?:export )?interface (\w+) extends ([^{]+) \{\n([\s\S]*?)^\}/gm);
  return new Map(
    [...blocks].map(([, name = '', parents = '', body = '']) => [
      name,
      {
        own: [...body.matchAll(/^ {4}"(\w+)"\??:/gm)].map(([, property = '']) => property),
        parents: parents.split(',').map(parent => parent.trim()),
      },
    ]),
  );
}

const declared = declarations();

function propertiesOf(name: string): string[] {
  const { own, parents } = declared.get(name) ?? { own: [], parents: [] };
  return [...own, ...parents.flatMap(propertiesOf)];
}

/** The properties whose domain is a class of schema.org, or one that it is a subclass of; none for what is no class. */
export function domainOf(type: string): ReadonlySet<string> {
  return new Set(propertiesOf(`${type}Leaf`));
}

/** What is wrong with a node and those within it: properties outside the domain of their class, a line each. */
export function outsideDomains(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(outsideDomains);
  if (typeof node !== 'object' || node === null) return [];
  const { '@id': id, '@type': type, ...others } = node as Record<string, unknown>;
  const properties = Object.fromEntries(Object.entries(others).filter(([key]) => !key.startsWith('@')));
  // A node that another tells of.
  if (type === undefined && Object.keys(properties).length === 0 && typeof id === 'string') return [];
  const domain = domainOf(String(type));
  return [
    ...Object.keys(properties).flatMap(key => (domain.has(key) ? [] : [`${String(type)} ${key}`])),
    ...Object.values(properties).flatMap(outsideDomains),
  ];
}
