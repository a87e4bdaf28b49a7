/** Packages by name, or by scope when the name ends in a slash. */
const packages = (...names) =>
  names.map(
    (name) => `(^|/)node_modules/${name.replace(/\./g, '\\.')}${name.endsWith('/') ? '' : '/'}`,
  );

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'core-stands-alone',
      comment:
        'core holds the rules of the agreement. It knows decimal.js and nothing else: no AWS, no Node, no clock.',
      severity: 'error',
      from: { path: '^core/' },
      to: { pathNot: ['^core/', ...packages('decimal.js')] },
    },
    {
      name: 'functions-are-thin',
      comment:
        'A handler parses, asks core and records. It knows neither the CDK nor anything else that is not needed for that.',
      severity: 'error',
      from: { path: '^functions/' },
      to: {
        dependencyTypesNot: ['core'], // Node's own modules.
        pathNot: [
          '^(core|functions)/',
          ...packages('@middy/', '@aws-lambda-powertools/', 'zod', '@types/'),
          // AWS's own parts: signature, HTTP, retries, checksums. Not its clients, which are too large (ADR 15).
          ...packages('@smithy/', '@aws-sdk/checksums'),
          ...packages('jose', 'csv-parse'), // Tokens are verified and CSV is read at the door.
          // What the bank and people are sent, and what the bank sends: XML, PDF, workbooks, SIE.
          ...packages('@xmldom/xmldom', 'pdfkit', '@types/pdfkit', '@fontsource/'),
          ...packages('write-excel-file', 'iconv-lite'),
        ],
      },
    },
    {
      name: 'contract-is-read-by-everyone',
      comment:
        'infra and the console read the contract, so it brings no AWS SDK and no handler with it.',
      severity: 'error',
      from: { path: '^functions/contract/' },
      to: { pathNot: ['^functions/contract/', '^core/', ...packages('zod')] },
    },
    {
      name: 'handlers-do-not-call-handlers',
      comment:
        'Steps are joined by the state machines; what two of them share lies in functions/shared.',
      severity: 'error',
      from: { path: '^functions/' },
      to: { path: '^functions/[^/]+\\.lambda\\.ts$' },
    },
    {
      name: 'infra-sees-only-the-contract',
      comment: 'infra names handlers by file path and shares only the contract with them.',
      severity: 'error',
      from: { path: '^infra/' },
      to: {
        dependencyTypesNot: ['core'],
        pathNot: [
          '^infra/',
          '^functions/contract/',
          ...packages('aws-cdk-lib', 'constructs', 'esbuild', 'cdk-nag', '@aws-sdk/client-s3'),
        ],
      },
    },
    {
      name: 'local-runs-what-is-synthesized',
      comment:
        'The local run takes definitions and schedules from the template; of infra it knows only who makes that.',
      severity: 'error',
      from: { path: '^local/' },
      to: {
        path: ['^infra/', ...packages('aws-cdk-lib', 'constructs', 'esbuild')],
        pathNot: '^infra/synthesize\\.ts$',
      },
    },
    {
      name: 'console-shows-and-does-not-act',
      comment:
        'The console shows amounts with their working and never recalculates; it acts through the API only.',
      severity: 'error',
      from: { path: '^console/', pathNot: '^console/build' },
      to: {
        pathNot: [
          '^(console|core|functions/contract)/',
          ...packages('preact', 'oauth4webapi', '@noble/', '@digdir/', 'zod'),
        ],
      },
    },
    ...['local', 'console', 'test'].map((edge) => ({
      name: `nothing-leans-on-${edge}`,
      comment: `${edge} is an edge of the product: it may know the others, none may know it. Tests may know everything, and what writes the docs may read what it writes about.`,
      severity: 'error',
      from: { pathNot: `^(${edge}|test|docs/generate)/` },
      to: { path: `^${edge}/` },
    })),
    {
      name: 'no-development-packages',
      comment:
        'What runs is installed without the tools that it is developed with. Types leave nothing behind.',
      severity: 'error',
      from: { path: '^(core|functions|infra|local|console)/' },
      to: { dependencyTypes: ['npm-dev'], pathNot: packages('@types/') },
    },
    {
      name: 'everything-is-found',
      comment: 'An import that leads nowhere, or to a package that package.json does not name.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'no-cycles',
      comment: 'Two files that need each other are one file, or a third is missing.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true, // Types count: knowing a shape is knowing.
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(\\.[a-z-]+|cdk\\.out|coverage|reports)/' }, // What is made, not written.
    // Packages say by `exports` which file an import means.
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
