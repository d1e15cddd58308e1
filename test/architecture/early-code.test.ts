import assert from 'node:assert/strict';
import { readFileSync, existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';
import { projectPath } from '../../src/project.js';

/** The packages that a server loads before it listens: each costs every start, and every restart, its time. */
const early = ['commander', 'express', 'helmet', 'n3', 'pino', 'zod'];

/** What a source loads as soon as it is loaded: neither types nor what is imported when it is needed. */
function loadedBy(file: string): string[] {
  const source = ts.createSourceFile(file, readFileSync(projectPath(file), 'utf8'), ts.ScriptTarget.Latest);
  return source.statements.flatMap(statement => {
    if (!ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier)) return [];
    const { importClause, moduleSpecifier } = statement;
    const bindings = importClause?.namedBindings;
    const isOfTypes =
      importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword ||
      (bindings && ts.isNamedImports(bindings) && bindings.elements.every(({ isTypeOnly }) => isTypeOnly));
    return isOfTypes ? [] : [moduleSpecifier.text];
  });
}

/** The packages that a source and all that it loads load. */
function packagesOf(entry: string): string[] {
  const [seen, packages] = [new Set([entry]), new Set<string>()];
  for (const file of seen)
    for (const name of loadedBy(file)) {
      const path = join(dirname(file), name.replace(/\.js$/, '.ts'));
      if (!name.startsWith('.')) packages.add(name);
      else seen.add(existsSync(projectPath(path)) ? path : `${path}x`);
    }
  return [...packages].filter(name => !name.startsWith('node:')).sort();
}

describe('the code of a start', () => {
  it('brings no packages with it but those that listening takes', () => {
    assert.deepEqual(packagesOf('src/http/app.ts'), ['express', 'helmet', 'n3']);
    const all = [...packagesOf('src/cli/serve.ts'), ...packagesOf('src/http/app.ts')];
    assert.deepEqual([...new Set(all)].sort(), early);
  });

  it('is looked at by what finds a package behind other sources', () => {
    assert.ok(packagesOf('src/sparql/parse.ts').includes('@traqula/parser-sparql-1-2'));
  });
});
