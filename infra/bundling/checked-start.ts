import { join } from 'node:path';
import type { Plugin } from 'esbuild';
import { variablesOf } from '../../functions/contract/environment.ts';
import type { FunctionName } from '../../functions/contract/functions.ts';
import { repository } from '../repository.ts';

const check = join(repository, 'functions/shared/check-environment.ts');

/** What a bundle begins with: the path of the handler, marked. */
export const startOf = (handler: string): string => `start:${handler}`;

/**
 * Begins each bundle with a look at its environment: a function that was deployed wrongly fails when it starts. Only in bundles,
 * because tests call handlers with ports of their own and have no environment. A function that is told nothing looks at nothing.
 */
export const checkedStart: Plugin = {
  name: 'checked-start',
  setup(build) {
    build.onResolve({ filter: /^start:/ }, ({ path }) => ({
      path: path.slice('start:'.length),
      namespace: 'start',
    }));
    build.onLoad({ filter: /.*/, namespace: 'start' }, ({ path }) => {
      const [, name = ''] = /([^\\/]+)\.lambda\.ts$/.exec(path) ?? [];
      const isTold = Object.keys(variablesOf(name as FunctionName)).length > 0;
      const look = `import { checkEnvironment } from ${JSON.stringify(check)};
checkEnvironment(${JSON.stringify(name)}, process.env);\n`;
      return {
        contents: `${isTold ? look : ''}export * from ${JSON.stringify(path)};`,
        resolveDir: repository,
      };
    });
  },
};
