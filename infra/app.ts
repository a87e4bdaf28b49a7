/**
 * The app of cdk.json: bundles the handlers, builds the console, then synthesizes. Runs as `node infra/app.ts` with or without the
 * CDK's command.
 *
 * The console is built by a process of its own, since infra does not know it. One that does not build is not deployed: its error
 * is shown, and nothing is synthesized.
 */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { bundle } from './bundle.ts';
import { grantApp } from './grant-app.ts';
import { repository } from './repository.ts';

const bundles = join(repository, '.cache/bundles');
const files = join(repository, '.cache/deployed-console');
await bundle({ outdir: bundles });
execFileSync(process.execPath, [join(repository, 'console/build.ts'), '--outdir', files], {
  stdio: ['ignore', 'ignore', 'inherit'],
});
grantApp({ bundles, console: files }).synth();
