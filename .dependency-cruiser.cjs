/** The import table of docs/architecture.md, enforced. A wrong arrow fails `npm run lint`, not a review. */
const inside = (folder) => `^src/${folder}/`;

/** `from` may import files of `to` and its own; every other folder of src is refused. */
const only = (from, to) => ({
  name: `${from}-imports`,
  comment: `src/${from} may import ${to.length ? to.map((t) => `src/${t}`).join(', ') : 'no other folder of src'}.`,
  severity: 'error',
  from: { path: inside(from) },
  to: { path: '^src/', pathNot: [from, ...to].map(inside) },
});

module.exports = {
  forbidden: [
    only('model', []),
    only('engine', ['model']),
    only('build', ['model', 'engine']),
    only('check', ['model', 'engine', 'build']),
    only('cli', ['model', 'engine', 'build', 'check']),
    only('site', ['model', 'engine', 'build']),
    {
      name: 'model-packages',
      comment: 'src/model knows zod and nothing else.',
      severity: 'error',
      from: { path: inside('model') },
      to: { dependencyTypes: ['npm', 'npm-dev', 'core'], pathNot: 'node_modules/zod/' },
    },
    {
      name: 'engine-is-alone',
      comment: 'src/engine has no packages and no Node: the same code runs in a worker, the CLI and the tests.',
      severity: 'error',
      from: { path: inside('engine') },
      to: { dependencyTypes: ['npm', 'npm-dev', 'npm-no-pkg', 'core'] },
    },
    {
      name: 'engine-sees-no-schema',
      comment: 'src/engine uses the model’s ids, limits and result: the files without zod.',
      severity: 'error',
      from: { path: inside('engine') },
      to: { path: inside('model'), pathNot: '^src/model/(ids|limits|result)\\.ts$' },
    },
    {
      name: 'client-is-small',
      comment: 'Code that runs in the browser may not pull in the build or zod.',
      severity: 'error',
      from: { path: '^src/site/client/' },
      to: { path: ['^src/build/', 'node_modules/(zod|yaml|unified|remark)'] },
    },
    {
      name: 'rules-stand-alone',
      comment: 'One content rule does not import another.',
      severity: 'error',
      from: { path: '^src/check/rules/' },
      to: { path: '^src/check/rules/' },
    },
    {
      name: 'no-circular',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-unresolved',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^(astro:|mdast$|unist$)' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default'],
      extensions: ['.ts', '.mjs', '.js'],
    },
  },
};
