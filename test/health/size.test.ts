import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { filesIn, textOf } from './source-files.ts';

/** A rule fits on two screens; what folds events or lists steps may be longer, and still has an end. */
const RULE = { file: 120, function: 70 };
const OTHER = { file: 300, function: 100 };

const linesOf = (text: string): number => text.trimEnd().split('\n').length;

/** The functions of a file with the lines that each takes, those inside others too. */
function functionsOf(path: string, text: string): { name: string; lines: number }[] {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const found: { name: string; lines: number }[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) && 'body' in node && node.body) {
      const name = node.name?.getText(source) ?? 'a function without a name';
      found.push({ name, lines: linesOf(node.getText(source)) });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** A builder that is a list of one-step methods is long by what it lists, not by what it does. */
const lists = new Set(['core/reckon.ts: reckon']);

describe.each(filesIn('core'))('%s', (path) => {
  const text = textOf(path);
  const most = path.startsWith('core/rules/') ? RULE : OTHER;

  it(`fits in ${most.file} lines`, () => {
    expect(linesOf(text)).toBeLessThanOrEqual(most.file);
  });

  it(`has no function of more than ${most.function} lines`, () => {
    const long = functionsOf(path, text)
      .filter(({ name, lines }) => lines > most.function && !lists.has(`${path}: ${name}`))
      .map(({ name, lines }) => `${name}: ${lines} lines`);
    expect(long).toEqual([]);
  });
});
