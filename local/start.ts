import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

// Before anything else is imported: what was compiled at the last start need not be compiled again.
enableCompileCache(join(import.meta.dirname, '../.cache/compile'));

const { main } = await import('./main.ts');
process.exitCode = await main(process.argv.slice(2));
