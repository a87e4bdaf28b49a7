import { readdirSync, readFileSync } from 'node:fs';

/** Every TypeScript file below a folder, ascending, as a path from the repository's root. */
export const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => `${folder}/${path}`)
    .sort();

export const textOf = (path: string): string => readFileSync(path, 'utf8');

/** The code of a file: comments and the contents of texts taken out, so that words in them are not found. */
export const codeOf = (path: string): string =>
  textOf(path)
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/(?<![:'"`\\])\/\/.*$/gm, '')
    .replace(/'(?:[^'\\\n]|\\.)*'/g, "''")
    .replace(/"(?:[^"\\\n]|\\.)*"/g, '""');
