import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';
import { projectPath } from '../../src/project.js';

const sourcesIn = (folder: string) =>
  readdirSync(projectPath(folder), { recursive: true, encoding: 'utf8' })
    .filter(name => /\.tsx?$/.test(name) && !name.endsWith('.d.ts'))
    .map(name => join(folder, name));

const parse = (name: string, text: string) =>
  ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);

/** The values that a source exports where it declares them. Types are named by those who read a signature, too. */
function exportsOf(source: ts.SourceFile): string[] {
  return source.statements.flatMap(statement => {
    const isExported =
      ts.canHaveModifiers(statement) &&
      ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
    if (!isExported || ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement))
      return [];
    if (ts.isVariableStatement(statement))
      return statement.declarationList.declarations.flatMap(({ name }) => namesIn(name));
    const { name } = statement as ts.DeclarationStatement;
    return name ? [name.getText(source)] : [];
  });
}

function namesIn(name: ts.BindingName): string[] {
  if (ts.isIdentifier(name)) return [name.text];
  return name.elements.flatMap(element => (ts.isBindingElement(element) ? namesIn(element.name) : []));
}

/** What a source takes from others: `file name`, or `file *` for all that is there. */
function importsOf(source: ts.SourceFile): string[] {
  const found: string[] = [];
  const take = (specifier: ts.Node, names: readonly string[]) => {
    if (!ts.isStringLiteral(specifier) || !specifier.text.startsWith('.')) return;
    const file = join(dirname(source.fileName), specifier.text).replace(/\.js$/, '');
    found.push(...names.map(name => `${file} ${name}`));
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) take(node.moduleSpecifier, importedBy(node));
    // What is loaded late is taken apart where it comes in, or used as a whole.
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const [specifier] = node.arguments;
      if (specifier) take(specifier, ['*']);
    } else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument))
      take(node.argument.literal, ['*']);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function importedBy({ importClause }: ts.ImportDeclaration): string[] {
  const bindings = importClause?.namedBindings;
  if (!bindings) return [];
  if (ts.isNamespaceImport(bindings)) return ['*'];
  return bindings.elements.map(({ name, propertyName }) => (propertyName ?? name).text);
}

/** The exports of sources that no other source takes, nor a test if that is enough. */
function unused(exporting: readonly ts.SourceFile[], importing: readonly ts.SourceFile[]): string[] {
  const taken = new Set(importing.flatMap(importsOf));
  return exporting.flatMap(source => {
    const file = source.fileName.replace(/\.tsx?$/, '');
    return taken.has(`${file} *`)
      ? []
      : exportsOf(source)
          .map(name => `${file} ${name}`)
          .filter(name => !taken.has(name));
  });
}

describe('exports', () => {
  const read = (name: string) => parse(name, readFileSync(projectPath(name), 'utf8'));
  const sources = sourcesIn('src').map(read);
  const tests = sourcesIn('test').map(read);

  it('are each taken by another source or by a test', () => {
    assert.ok(sources.flatMap(exportsOf).length > 500);
    assert.deepEqual(unused(sources, [...sources, ...tests]), []);
  });

  it('of the tests are each taken by another test', () => {
    assert.ok(tests.flatMap(exportsOf).length > 100);
    assert.deepEqual(unused(tests, tests), []);
  });

  it('are looked at by what finds those that nobody takes', () => {
    const used = parse(
      'src/a.ts',
      'export const a = 1, b = 2; export interface C {} export function d() {} function e() {}',
    );
    const user = parse('src/x/y.ts', "import { a as z, type C } from '../a.js'; import './b.js';");
    assert.deepEqual(unused([used], [used, user]), ['src/a b', 'src/a d']);
  });
});
