import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';
import { projectPath } from '../../src/project.js';

/** Texts of ours that a comment may cite: documents by name, everything else by its path from the project's folder. */
const citation = /(?<![\w./:-])(?:(?:docs|src|test|ontology|queries)\/[\w./-]*[\w/]|[\w./-]+\.md)(?![\w-])/g;

/** What is written beside the project while it is designed, and is not there for its readers. */
const elsewhere = /\bDESIGN\b|\.\.\/shared\//;

/** What the comments of a source cite that is not there, a line each. */
function unresolved(file: string, text: string): string[] {
  // Most files cite none of it, and need not be parsed.
  if (text.search(citation) < 0 && !elsewhere.test(text)) return [];
  return comments(file, text).flatMap(comment => {
    const cited = [...comment.matchAll(citation)].map(([path]) => path);
    const gone = cited.filter(path => !resolves(path, file)).map(path => `${file} cites ${path}`);
    return elsewhere.test(comment)
      ? [...gone, `${file} cites ${String(elsewhere.exec(comment)?.[0])}`]
      : gone;
  });
}

/** Each comment once: the same one stands before a statement and before its first word. */
function comments(file: string, text: string): string[] {
  const kind = file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const ends = new Map<number, number>();
  const visit = (node: ts.Node): void => {
    const ranges = [
      ...(ts.getLeadingCommentRanges(text, node.getFullStart()) ?? []),
      ...(ts.getTrailingCommentRanges(text, node.getEnd()) ?? []),
    ];
    for (const { pos, end } of ranges) ends.set(pos, end);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, kind));
  return [...ends].map(([start, end]) => text.slice(start, end));
}

/** From the project's folder, or from that of the file which cites. */
function resolves(path: string, file: string): boolean {
  return existsSync(projectPath(path)) || existsSync(join(projectPath(dirname(file)), path));
}

function sources(): string[] {
  const named = (folder: string) =>
    readdirSync(projectPath(folder), { recursive: true, encoding: 'utf8' }).map(name => join(folder, name));
  return [...['src', 'test'].flatMap(named), '.dependency-cruiser.cjs', 'eslint.config.js'].filter(name =>
    /\.(tsx?|c?js)$/.test(name),
  );
}

describe('citations', () => {
  it('of our own documents and files lead to them', () => {
    const files = sources();
    assert.ok(files.length > 600, 'the sources were read');
    assert.deepEqual(
      files.flatMap(file => unresolved(file, readFileSync(projectPath(file), 'utf8'))),
      [],
    );
  });

  it('in the description of the house name files that are there', () => {
    const text = readFileSync(projectPath('docs', 'architecture.md'), 'utf8');
    const named = [
      ...text.matchAll(/`([\w.-]+(?:\/[\w.-]+)*\/?\.?[\w-]*\.tsx?|[\w-]+(?:\/[\w-]+)*\/)`/g),
    ].map(([, path = '']) => path);
    assert.ok(named.length > 40, 'files are named');
    const missing = named.filter(
      path => !existsSync(projectPath(path)) && !existsSync(projectPath('src', path)),
    );
    assert.deepEqual(missing, []);
  });

  it('are read by rules that find what they look for', () => {
    const faulty = `
      /** As in docs/nowhere.md, DESIGN section 4, and security.md. */
      const a = 'docs/in-a-text.md'; // src/nowhere.ts
      /* ../shared/facts */`;
    assert.equal(unresolved('src/faulty.ts', faulty).length, 5);
    const fine = `
      /** As in docs/architecture.md, THREATS.md and src/limits.ts (https://example.org/docs/a.md). */
      const a = /\\/docs\\/b.md/;`;
    assert.deepEqual(unresolved('src/fine.ts', fine), []);
  });
});
