import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { projectPath } from '../../src/project.js';

/** What is said to those who start the server, in the language of its log. */
const toOperators = ['http/server.ts'];

/** The files whose problems outsiders are told. */
const files = ['http', 'pages', 'sparql'].flatMap(folder =>
  readdirSync(projectPath('src', folder), { recursive: true, encoding: 'utf8' })
    .filter(name => /\.tsx?$/.test(name))
    .map(name => `${folder}/${name}`),
);

/** How often a source makes a problem, and how often one whose detail is a text, which can be of one language only. */
function problemsIn(text: string): { made: number; inOneLanguage: number } {
  const source = ts.createSourceFile('x.tsx', text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  let [made, inOneLanguage] = [0, 0];
  const visit = (node: ts.Node): void => {
    if (ts.isNewExpression(node) && node.expression.getText(source) === 'Problem') {
      made += 1;
      const detail = node.arguments?.[1];
      if (detail && (ts.isStringLiteralLike(detail) || ts.isTemplateExpression(detail))) inOneLanguage += 1;
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return { made, inOneLanguage };
}

describe('problems that outsiders are told', () => {
  it('are told in both languages', () => {
    const found = files.map(name => ({
      name,
      ...problemsIn(readFileSync(projectPath('src', name), 'utf8')),
    }));
    assert.ok(found.reduce((sum, { made }) => sum + made, 0) > 60);
    assert.deepEqual(
      found.flatMap(({ name, inOneLanguage }) => (inOneLanguage > 0 ? [name] : [])),
      toOperators,
    );
  });

  it('are looked at by what finds those of one language', () => {
    const text = "new Problem('a', 'b'); new Problem('a', `b${c}`); new Problem('a', { en: 'b', fr: 'c' });";
    assert.deepEqual(problemsIn(text), { made: 3, inOneLanguage: 2 });
  });
});
