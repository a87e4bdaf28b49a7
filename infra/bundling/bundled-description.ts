import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import type { Plugin } from 'esbuild';

/** The file of functions/api that gives the description; wherever the handlers lie. */
const maker = /[\\/]api[\\/]description\.ts$/;

/**
 * Puts the description of the API into the bundle that serves it, compressed, in place of what makes it. It is a pure function of
 * the contract, so what is made here is what would be made there; test/infra/bundled-description.test.ts holds it to that.
 */
export const bundledDescription: Plugin = {
  name: 'bundled-description',
  setup(build) {
    build.onResolve({ filter: /^the-description$/ }, () => ({ path: 'it', namespace: 'made' }));
    build.onLoad({ filter: /.*/, namespace: 'made' }, async () => {
      // Only now: a synthesis that bundles nothing of the API does not need it.
      const { openApi } = await import('../../functions/contract/api/openapi.ts');
      return { contents: brotliCompressSync(JSON.stringify(openApi())), loader: 'binary' };
    });
    build.onLoad({ filter: maker }, ({ path }) => ({
      contents: `import { brotliDecompressSync } from 'node:zlib';
import bytes from 'the-description';
export const description = () => JSON.parse(brotliDecompressSync(bytes).toString());`,
      resolveDir: join(path, '..'),
    }));
  },
};
