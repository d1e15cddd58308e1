import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import ts from 'typescript';
import { projectPath } from '../../src/project.js';

const files = readdirSync(projectPath('src'), { recursive: true, encoding: 'utf8' }).filter(name =>
  /\.tsx?$/.test(name),
);

/** What the house does without, and how it is recognised. */
const forbidden: Readonly<Record<string, (node: ts.Node) => boolean>> = {
  'the type any': node => node.kind === ts.SyntaxKind.AnyKeyword,
  'a default export': node =>
    (ts.isExportAssignment(node) && !node.isExportEquals) ||
    (ts.canHaveModifiers(node) &&
      (ts.getModifiers(node) ?? []).some(({ kind }) => kind === ts.SyntaxKind.DefaultKeyword)) ||
    (ts.isExportSpecifier(node) && node.name.text === 'default'),
  'a non-null assertion': node => ts.isNonNullExpression(node),
  'an enum or a namespace': node =>
    ts.isEnumDeclaration(node) || (ts.isModuleDeclaration(node) && ts.isIdentifier(node.name)),
};

/** Where in a source each forbidden thing stands. */
function findings(name: string, text: string): string[] {
  const source = ts.createSourceFile(
    name,
    text,
    ts.ScriptTarget.Latest,
    true,
    name.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS,
  );
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    for (const [what, matches] of Object.entries(forbidden))
      if (matches(node)) {
        const { line } = source.getLineAndCharacterOfPosition(node.getStart());
        found.push(`${name}:${String(line + 1)} has ${what}`);
      }
    ts.forEachChild(node, visit);
  };
  visit(source);
  if (/\b(TODO|FIXME|XXX)\b/.test(text)) found.push(`${name} has something left to do`);
  if (/@ts-(ignore|expect-error|nocheck)/.test(text)) found.push(`${name} silences the compiler`);
  return found;
}

/** Columns are read within their bounds; a fallback value there would only hide a fault. */
const readsColumns = /^(store|sparql\/native)\//;

describe('sources', () => {
  it('are all read', () => {
    assert.ok(files.length > 100);
  });

  it('are at most 250 lines long', () => {
    for (const name of files) {
      const lines = readFileSync(projectPath('src', name), 'utf8').split('\n').length - 1;
      assert.ok(lines <= 250, `${name}: ${String(lines)} lines`);
    }
  });

  it('have no any, no default export, no assertion that something is there, and nothing left to do', () => {
    // A declaration of somebody else's module says what that module exports.
    const own = files.filter(name => !name.endsWith('.d.ts'));
    assert.deepEqual(
      own
        .flatMap(name => findings(name, readFileSync(projectPath('src', name), 'utf8')))
        .filter(finding => !(readsColumns.test(finding) && finding.endsWith('a non-null assertion'))),
      [],
    );
  });

  it('are read by rules that find what they look for', () => {
    const faulty =
      'export default function f(x: any) { return x!; } // TODO\nenum A {}\nexport { f as default };';
    assert.equal(findings('faulty.ts', faulty).length, 6);
    assert.deepEqual(findings('fine.ts', 'export const company = "any default";'), []);
  });
});
