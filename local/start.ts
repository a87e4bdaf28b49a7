import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

// Before anything else is imported: what was compiled at the last start need not be compiled again.
enableCompileCache(join(import.meta.dirname, '../.cache/compile'));

const { runCommand } = await import('./run-command.ts');
await runCommand(async () => {
  const { main } = await import('./main.ts');
  return await main(process.argv.slice(2));
});
