/** The app of cdk.json: bundles the handlers, then synthesizes. Runs as `node infra/app.ts` with or without the CDK's command. */
import { join } from 'node:path';
import { bundle } from './bundle.ts';
import { grantApp } from './grant-app.ts';
import { repository } from './repository.ts';

const bundles = join(repository, '.cache/bundles');
await bundle({ outdir: bundles });
grantApp({ bundles }).synth();
