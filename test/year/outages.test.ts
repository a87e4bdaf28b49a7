import { cpSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { synthesize } from '../../infra/synthesize.ts';
import { readTemplate } from '../../local/cloud/template.ts';
import { folder } from '../helpers/folders.ts';
import { onlyEvent, vouchers, wrongIn } from '../helpers/record.ts';
import { ranYear } from '../helpers/year.ts';

/** What fails on the way to a service, or ends the process: each is the real thing, made in the function's own process. */
const faults = {
  'a closed port': `await get('http://127.0.0.1:1');`,
  'a connection that is reset': `
    const server = createServer((socket) => socket.resetAndDestroy()).listen(0, '127.0.0.1');
    await once(server, 'listening');
    await get('http://127.0.0.1:' + server.address().port).finally(() => server.close());`,
  'a service that is silent': `
    const server = createServer().listen(0, '127.0.0.1').unref();
    await once(server, 'listening');
    await fetch('http://127.0.0.1:' + server.address().port, { signal: AbortSignal.timeout(20) });`,
  'a name that is not found': `await get('http://record.invalid');`,
  'a process that ends': `process.exit(1);`,
} as const;

const steps = Object.values(faults).map((fault) => `async () => { ${fault} }`);

/** The release's handler, that meets every fault once before its work and once after it, and only then is left alone. */
const meetsEveryFault = (tries: string): string => `
import { once } from 'node:events';
import { appendFileSync, readFileSync } from 'node:fs';
import * as http from 'node:http';
import { createServer } from 'node:net';
import { handler as real } from './undisturbed.mjs';
const get = (url) => new Promise((resolve, reject) => http.get(url, resolve).on('error', reject));
const faults = [${steps.join(',')}];
export async function handler(event, context) {
  const tries = readFileSync('${tries}', 'utf8').length;
  appendFileSync('${tries}', '.');
  const before = faults[tries];
  if (before) await before();
  const answer = await real(event, context);
  const after = faults[tries - faults.length];
  if (after) await after();
  return answer;
}`;

describe('A release that meets an outage', () => {
  it('is tried again after each fault of network and process, before its work and after it, and pays once', async () => {
    const tries = join(folder(), 'tries');
    writeFileSync(tries, '');
    const assembly = folder();
    cpSync((await synthesize()).assembly, assembly, { recursive: true });
    const release = readTemplate(assembly).functions.find(
      ({ stableName }) => stableName === 'release-payment',
    );
    const bundle = join(release?.directory ?? '', 'index.mjs');
    renameSync(bundle, join(release?.directory ?? '', 'undisturbed.mjs'));
    writeFileSync(bundle, meetsEveryFault(tries));

    const disturbed = await ranYear({ until: '2021-03', assembly });
    const calm = await ranYear({ until: '2021-03' });

    expect(readFileSync(tries, 'utf8')).toHaveLength(2 * steps.length + 1);
    expect(disturbed.failed).toEqual([]);
    expect(vouchers(disturbed.found)).toEqual(vouchers(calm.found));
    const ordered = [disturbed, calm].map(({ found }) =>
      onlyEvent(found, 'payout-2021-03', 'release-ordered'),
    );
    expect(ordered[0]).toEqual(ordered[1]);
    expect(disturbed.result.payments).toEqual(calm.result.payments);
    expect(wrongIn(disturbed.found)).toEqual([]);
  });
});
