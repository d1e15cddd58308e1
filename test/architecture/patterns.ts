import { readFileSync, readdirSync } from 'node:fs';
import ts from 'typescript';
import { projectPath } from '../../src/project.js';

/** A regular expression of the source. */
export interface SourcePattern {
  readonly file: string;
  /** The text of the literal, or of the call that makes it. */
  readonly written: string;
  /** What it is; undefined for one that is made of more than the constants of its file. */
  readonly expression: RegExp | undefined;
}

/** All regular expressions of `src`: the literals, and the calls of `RegExp`. */
export function sourcePatterns(): SourcePattern[] {
  return readdirSync(projectPath('src'), { recursive: true, encoding: 'utf8' })
    .filter(name => /\.tsx?$/.test(name) && !name.endsWith('.d.ts'))
    .sort()
    .flatMap(name => patternsOf(name, readFileSync(projectPath('src', name), 'utf8')));
}

/** The regular expressions of one file. */
export function patternsOf(file: string, text: string): SourcePattern[] {
  const kind = file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, kind);
  const found: SourcePattern[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node) || isCall(node)) {
      const written = node.getText(source);
      found.push({ file, written, expression: evaluated(written, constantsOf(node, source)) });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function isCall(node: ts.Node): node is ts.NewExpression | ts.CallExpression {
  return (ts.isNewExpression(node) || ts.isCallExpression(node)) && node.expression.getText() === 'RegExp';
}

/** The constants of the file that an expression is made of, each after those that it needs itself. */
function constantsOf(node: ts.Node, source: ts.SourceFile): ts.VariableDeclaration[] {
  const declared = new Map(
    source.statements
      .filter(ts.isVariableStatement)
      .flatMap(({ declarationList }) => declarationList.declarations)
      .map(one => [one.name.getText(source), one]),
  );
  const needed = new Set<ts.VariableDeclaration>();
  const read = (part: ts.Node): void => {
    const declaration = ts.isIdentifier(part) ? declared.get(part.text) : undefined;
    if (declaration?.initializer && !needed.has(declaration)) {
      read(declaration.initializer);
      needed.add(declaration);
    }
    ts.forEachChild(part, read);
  };
  read(node);
  return [...needed];
}

function evaluated(written: string, constants: readonly ts.VariableDeclaration[]): RegExp | undefined {
  const code = `${constants.map(one => `const ${one.getText()};`).join('\n')}\nreturn ${written};`;
  const script = ts.transpile(code, { target: ts.ScriptTarget.ES2022 });
  try {
    return new Function(script)() as RegExp;
  } catch (error) {
    if (error instanceof ReferenceError) return undefined;
    throw error;
  }
}
