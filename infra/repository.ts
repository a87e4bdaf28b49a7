import { join } from 'node:path';

/** The folder that holds package.json; every path in infra is relative to it, wherever the command was given. */
export const repository = join(import.meta.dirname, '..');
