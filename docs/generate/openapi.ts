import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { openApi } from '../../functions/contract/api/openapi.ts';

const file = 'docs/openapi.json';

/** Writes docs/openapi.json, the description that the API serves at /openapi.json, formatted as every file here is. */
writeFileSync(file, JSON.stringify(openApi(), null, 2));
execFileSync(process.execPath, [
  'node_modules/@biomejs/biome/bin/biome',
  'format',
  '--write',
  file,
]);
