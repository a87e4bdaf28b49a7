import { readdirSync, readFileSync } from 'node:fs';

/** Every file below a folder whose name ends so, TypeScript when left out; ascending, as a path from the repository's root. */
export const filesIn = (folder: string, ends = '.ts'): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith(ends))
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
