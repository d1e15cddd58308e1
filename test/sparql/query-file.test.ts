import assert from 'node:assert/strict';
import { projectPath } from '../../src/project.js';
import { parseQuery } from '../../src/sparql/parse.js';
import { readQueryFiles } from '../../src/sparql/query-file.js';
import { folderOf } from '../support/folder.js';

const query = 'SELECT ?s { ?s a ?kind ; ?p ?word }\n';

async function headerOf(lines: string) {
  const queries = await readQueryFiles(await folderOf({ 'x.rq': lines + query }));
  return queries.get('x')?.header;
}

describe('readQueryFiles', () => {
  it('reads the queries of a folder by name, sorted, and nothing else', async () => {
    const text = `#+ summary: Things\n#+ internal: true\n${query}`;
    const folder = await folderOf({ 'b.rq': text, 'a-b.rq': text, 'README.md': 'x', 'c.rq.bak': 'x' });
    const queries = await readQueryFiles(folder);
    assert.deepEqual([...queries.keys()], ['a-b', 'b']);
    assert.deepEqual(queries.get('b'), {
      name: 'b',
      text,
      header: { summary: 'Things', tags: [], example: false, internal: true, parameters: {} },
      family: 'solutions',
    });
  });

  it('reads a whole header', async () => {
    assert.deepEqual(
      await headerOf(`#+ summary: Things
#+ summary_fr: Des choses
#+ description: |
#+   More of them
#+ example: true
#+ internal: true
#+ parameters:
#+   kind:
#+     type: iri
#+     description: A class
#+     default: http://e/C
#+   word:
#+     type: text
#+     description: A word
`),
      {
        summary: 'Things',
        summary_fr: 'Des choses',
        description: 'More of them',
        tags: [],
        example: true,
        internal: true,
        parameters: {
          kind: { type: 'iri', description: 'A class', default: 'http://e/C' },
          word: { type: 'text', description: 'A word' },
        },
      },
    );
  });

  for (const [name, lines] of [
    ['no header', ''],
    ['no summary', '#+ example: true\n'],
    ['an entry that is misspelt', '#+ summary: x\n#+ sumary_fr: y\n'],
    [
      'a type that there is none of',
      '#+ summary: x\n#+ parameters:\n#+   a: {type: number, description: y}\n',
    ],
    ['a parameter without a description', '#+ summary: x\n#+ parameters:\n#+   a: {type: iri}\n'],
    ['a summary that is no text', '#+ summary: [x]\n'],
    ['a list', '#+ - summary\n'],
  ] as const)
    it(`names the file that has ${name}`, () =>
      assert.rejects(headerOf(lines), /queries\/x\.rq has a faulty header/));

  it('names the file whose header is no YAML', () => assert.rejects(headerOf('#+ summary: "x\n'), /x\.rq/));

  it('passes over comments that are no header', async () => {
    const header = await headerOf('#+ summary: x\n#+ internal: true\n# not: this\n');
    assert.equal(header?.summary, 'x');
  });
});

const queries = await readQueryFiles(projectPath('queries'));

describe('the queries shipped', () => {
  it('are there', () => {
    assert.ok(queries.size > 5);
  });

  for (const { name, text } of queries.values())
    it(`${name} can be asked`, () => {
      assert.ok(parseQuery(text, 'http://localhost:3000/').algebra.type);
    });

  it('say in both languages what they are for, where they are examples', () => {
    const examples = [...queries.values()].filter(({ header }) => header.example);
    assert.ok(examples.length > 2);
    for (const { name, header } of examples) assert.ok(header.summary_fr, name);
  });

  it('have the variables that their parameters are', () => {
    const parameters = [...queries.values()].flatMap(({ text, header }) =>
      Object.keys(header.parameters).map(parameter => [text, parameter] as const),
    );
    assert.ok(parameters.length > 0);
    for (const [text, parameter] of parameters) assert.match(text, new RegExp(`[?$]${parameter}\\b`));
  });
});
