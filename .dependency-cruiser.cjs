/** The direction of imports (docs/architecture.md): main, cli → compose → http → register, pages → ports → rdf → errors. */
const only = (name, from, allowed) => ({
  name,
  severity: 'error',
  comment: `${from} may import only: ${allowed.join(', ') || 'nothing of ours'}`,
  from: { path: `^src/${from}` },
  to: { path: '^src/', pathNot: allowed.map(path => `^src/${path}`) },
});

/** Files that modules of theirs name as a type: the register is given to those who read it for the register. */
const ringsOfTypes = ['^src/register/read\\.ts$'];

module.exports = {
  forbidden: [
    {
      name: 'no-cycle',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-cycle-of-types',
      severity: 'error',
      comment: `Except through ${ringsOfTypes.join(', ')}: the list is to shrink.`,
      from: {},
      to: { circular: true, viaOnly: { pathNot: ringsOfTypes } },
    },
    {
      name: 'no-orphan',
      severity: 'error',
      from: { orphan: true, pathNot: ['\\.d\\.ts$', '^src/cli\\.ts$', '^src/sparql/worker\\.ts$'] },
      to: {},
    },
    only('errors-know-nothing', 'errors\\.ts', []),
    only('rdf-is-pure', 'rdf/', ['rdf/', 'jsonld/', 'errors\\.ts', 'project\\.ts']),
    only('jsonld-is-pure', 'jsonld/', ['jsonld/', 'rdf/', 'errors\\.ts', 'project\\.ts']),
    only('store-knows-rdf', 'store/', ['store/', 'rdf/', 'errors\\.ts']),
    only('sparql-knows-the-columns', 'sparql/', [
      'sparql/',
      'rdf/',
      '(errors|limits)\\.ts',
      'store/(snapshot|dictionary|cursor|columns|term-tags|term-values|sort-columns|bytes)\\.ts',
    ]),
    only('shacl-knows-rdf', 'shacl/', ['shacl/', 'rdf/', 'errors\\.ts', 'project\\.ts']),
    only('register-knows-ports', 'register/', [
      'register/',
      'rdf/',
      'errors\\.ts',
      'store/(quad-store|transaction)\\.ts',
      'sparql/(engine|formats)\\.ts',
      'shacl/validator\\.ts',
    ]),
    only('catalogue-reads-the-register', 'catalogue/', ['catalogue/', 'register/', 'rdf/', 'errors\\.ts']),
    only('feed-knows-the-register', 'feed/', ['feed/', 'register/', 'rdf/', 'errors\\.ts']),
    only('pages-get-plain-data', 'pages/', ['pages/', 'register/(views|text|kinds|written-date)\\.ts']),
    only('http-knows-no-adapter', 'http/', [
      'http/',
      'pages/',
      'register/',
      'catalogue/',
      'feed/',
      'rdf/',
      'jsonld/',
      'sparql/(engine|answer-key|format-names|formats|parse|protocol|service-description|dataset|query-file|parameter-types|inline-terms)\\.ts',
      '(errors|limits)\\.ts',
      'address\\.ts',
      'log\\.ts',
    ]),
    only('supervisor-runs-nothing-else', 'supervisor/', ['supervisor/', 'address\\.ts', 'log\\.ts']),
    {
      name: 'register-reads-no-file',
      severity: 'error',
      comment: 'the register knows no Express and no file',
      from: { path: '^src/register/' },
      to: { path: '^(node:)?(fs|fs/promises|http)$|node_modules/express/' },
    },
    {
      name: 'only-compose-names-adapters',
      severity: 'error',
      from: {
        path: '^src/',
        pathNot: ['^src/(compose|open-store|fill-store|query-pools)\\.ts$', '^src/(store|sparql|shacl)/'],
      },
      to: {
        path: [
          '^src/store/(column-store|quad-loader)\\.ts',
          '^src/sparql/(pool|worker|cached-engine|comunica-engine|native-evaluator)\\.ts',
          '^src/shacl/shacl-engine-validator\\.ts',
        ],
      },
    },
    {
      name: 'no-development-package',
      severity: 'error',
      from: { path: '^src/' },
      to: {
        dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'],
        dependencyTypesNot: ['type-only'],
        pathNot: 'node_modules/@types/',
      },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.js', '.d.ts'] },
  },
};
