/**
 * The app of cdk.json: bundles the handlers, then synthesizes and checks. Runs as `node infra/app.ts` with or without the CDK's command.
 */
import { join } from 'node:path';
import { bundle } from './bundling/bundle.ts';
import { check } from './checks.ts';
import { grantApp } from './grant-app.ts';
import { repository } from './repository.ts';

const bundles = join(repository, '.cache/bundles');
await bundle({ outdir: bundles });
check(grantApp({ bundles })).synth();
