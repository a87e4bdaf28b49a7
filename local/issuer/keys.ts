import type { KeyObject } from 'node:crypto';
import { createHash, createPrivateKey, createPublicKey, randomBytes } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { calculateJwkThumbprint, exportPKCS8, generateKeyPair, type JWK } from 'jose';

/** What the local issuer keeps to itself, and the half of it that everybody may have. */
export interface IssuerKeys {
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
  /** The public key as the key set shows it, with `kid`, `alg` and `use`. */
  readonly jwk: JWK & { readonly kid: string };
  /** SKR's client secret: made once on this machine, and of no use on any other. */
  readonly skrSecret: string;
}

/** Ignored by git, and only the user may read it. */
export const issuerDirectory = fileURLToPath(new URL('../../.cache/local-issuer', import.meta.url));

const kept = new Map<string, Promise<IssuerKeys>>();

/** The keys that lie in the directory; made when there are none yet. Read once per process. */
export function issuerKeys(directory: string = issuerDirectory): Promise<IssuerKeys> {
  const known = kept.get(directory);
  if (known !== undefined) return known;
  const fresh = readKeys(directory);
  kept.set(directory, fresh);
  return fresh;
}

async function readKeys(directory: string): Promise<IssuerKeys> {
  const pem = await keep(directory, 'key.pem', async () => {
    const { privateKey } = await generateKeyPair('RS256', {
      modulusLength: 2048,
      extractable: true,
    });
    return exportPKCS8(privateKey);
  });
  const skrSecret = await keep(directory, 'skr-client-secret', () =>
    randomBytes(32).toString('base64url'),
  );
  const privateKey = createPrivateKey(pem);
  const publicKey = createPublicKey(privateKey);
  const { kty, n, e } = publicKey.export({ format: 'jwk' });
  const bare = { kty, n, e } as JWK;
  const jwk = { ...bare, kid: await calculateJwkThumbprint(bare), alg: 'RS256', use: 'sig' };
  return { privateKey, publicKey, jwk, skrSecret: skrSecret.trim() };
}

/** Reads a file, or makes it: written whole beside it and then linked, so that of two processes one makes it and both read it. */
async function keep(
  directory: string,
  name: string,
  make: () => string | Promise<string>,
): Promise<string> {
  const file = join(directory, name);
  if (existsSync(file)) return readFileSync(file, 'utf8');
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const beside = `${file}.${process.pid}`;
  writeFileSync(beside, await make(), { mode: 0o600 });
  try {
    linkSync(beside, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  rmSync(beside);
  return readFileSync(file, 'utf8');
}

/** A secret compared without telling by the time it takes how much of it was right. */
export const digestOf = (text: string): Buffer => createHash('sha256').update(text).digest();
