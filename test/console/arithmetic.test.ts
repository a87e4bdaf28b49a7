import { readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

/** Names that amounts have in what the API answers: `sek`, `totalSek`, `changeSek`. */
const moneyName = /^sek$|Sek$/;

const sources = readdirSync('console', { recursive: true, encoding: 'utf8' })
  .map((path) => `console/${path.replaceAll('\\', '/')}`)
  .filter((path) => /\.tsx?$/.test(path))
  .sort();

/** Every place where a source makes an integer or a number of text that it was given, as its code; of amounts only, if asked. */
function conversions(path: string, text: string, ofAmounts: boolean): readonly string[] {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const names = (node: ts.Node): boolean =>
    (ts.isIdentifier(node) && moneyName.test(node.text)) || (ts.forEachChild(node, names) ?? false);
  const visit = (node: ts.Node): void => {
    const call = ts.isCallExpression(node) ? node.expression.getText() : '';
    const converts = ofAmounts
      ? /^(Number|BigInt|(Number\.)?parse(Float|Int)|Math\.\w+)$/.test(call)
      : /^(BigInt|(Number\.)?parse(Float|Int))$/.test(call);
    if (ts.isCallExpression(node) && converts && (!ofAmounts || node.arguments.some(names)))
      found.push(node.getText());
    if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.PlusToken)
      if (!ofAmounts || names(node.operand)) found.push(node.getText());
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** Where an amount may become a number, and what for. What comes out of none of them is shown as an amount. */
const allowed: Readonly<Record<string, string>> = {
  'console/components/chart/chart-month.ts': 'draws bars',
  'console/components/compare-sek.ts': 'sorts a column',
  'console/format/kronor.ts': 'groups digits by thousands',
};

const converting = (ofAmounts: boolean) =>
  sources.filter((path) => conversions(path, readFileSync(path, 'utf8'), ofAmounts).length > 0);

describe('the console never recalculates', () => {
  it('makes a number of an amount only to sort, to group digits and to draw', () => {
    for (const path of converting(true)) expect(Object.keys(allowed)).toContain(path);
    for (const path of converting(false)) expect(Object.keys(allowed)).toContain(path);
  });

  it('allows nothing that does not need it', () => {
    const needing = new Set([...converting(true), ...converting(false)]);
    expect([...needing].sort()).toEqual(Object.keys(allowed));
  });

  it('imports no arithmetic: neither core’s money and rules nor what works amounts out', () => {
    const calculating =
      /core\/(money|rules|forecast|reckon|explain|simulate-year|payment\/(compose|payout|compare|balances|voucher))/;
    for (const path of sources)
      for (const [, from = ''] of readFileSync(path, 'utf8').matchAll(
        /^(?:import|export)(?! type)[^'";]*?from\s+'([^']+)'/gms,
      ))
        expect(`${path} imports ${from}`).not.toMatch(calculating);
  });
});

describe('the search for numbers made of amounts', () => {
  it.each([
    'Number(line.sek) + 1',
    'parseFloat(totalSek)',
    'BigInt(a.totalSek) - BigInt(b.totalSek)',
    'Math.abs(changeSek as never)',
    '+sek',
  ])('finds %s', (code) => {
    expect(conversions('sample.ts', code, true).length).toBeGreaterThan(0);
  });

  it.each(['Number(year) - 1', 'totalSek.length', 'kronor(sek, language)'])(
    'lets be %s',
    (code) => {
      expect(conversions('sample.ts', code, true)).toEqual([]);
    },
  );
});
