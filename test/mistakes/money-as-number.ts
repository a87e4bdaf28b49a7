import ts from 'typescript';

/** Types that carry an amount or what amounts are worked out with; each is exact. */
const exactTypes = new Set(['Sek', 'Rate', 'Fraction', 'Foreign']);
/** Names that amounts as text have: `sek`, `totalSek`, `sekPerEuro`. */
const moneyName = /^sek$|Sek$|^sekPer[A-Z]|Sek(Per|At)[A-Z]/;
const converters = /^(Number|parseFloat|parseInt)$/;
const arithmetic = new Set([
  ts.SyntaxKind.PlusToken,
  ts.SyntaxKind.MinusToken,
  ts.SyntaxKind.AsteriskToken,
  ts.SyntaxKind.SlashToken,
  ts.SyntaxKind.PercentToken,
  ts.SyntaxKind.AsteriskAsteriskToken,
]);

/**
 * Every place in a source where an amount becomes a JavaScript number, or is one, as `path: code`:
 *
 * 1. `Number`, `parseFloat`, `parseInt`, a unary plus, a method of `Math` or a `toNumber` that is given an amount;
 * 2. arithmetic whose result is a number and that an amount takes part in;
 * 3. anything named as an amount whose type is a number.
 *
 * An amount is what has an exact type, is a whole number of kronor (`bigint`), or is named as an amount is. A count of amounts is
 * none: what is asked of an amount's list or text (`length`, `indexOf`) is not looked into.
 */
export function moneyAsNumber(checker: ts.TypeChecker, source: ts.SourceFile): readonly string[] {
  const found: string[] = [];
  const note = (node: ts.Node) =>
    found.push(`${source.fileName}: ${node.getText().replace(/\s+/g, ' ')}`);
  const typeOf = (node: ts.Node) => checker.getTypeAtLocation(node);
  const isNumber = (node: ts.Node) => is(typeOf(node), ts.TypeFlags.NumberLike);
  const isMoney = (node: ts.Node): boolean => {
    if (ts.isIdentifier(node) && moneyName.test(node.text)) return true;
    if (!ts.isExpression(node)) return false;
    const type = typeOf(node);
    return is(type, ts.TypeFlags.BigIntLike) || exactTypes.has(type.symbol?.name ?? '');
  };
  /** Whether an amount goes into what the expression comes to. */
  const holdsMoney = (node: ts.Node): boolean => {
    if (ts.isFunctionLike(node)) return false;
    if (ts.isPropertyAccessExpression(node))
      return isMoney(node.name) || isMoney(node) || (!isCount(node) && holdsMoney(node.expression));
    if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression))
      if (isCount(node.expression)) return false;
    if (ts.isConditionalExpression(node))
      return holdsMoney(node.whenTrue) || holdsMoney(node.whenFalse);
    if (ts.isBinaryExpression(node) && is(typeOf(node), ts.TypeFlags.BooleanLike)) return false;
    return isMoney(node) || (ts.forEachChild(node, holdsMoney) ?? false);
  };

  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && converts(node) && node.arguments.some(holdsMoney)) note(node);
    if (ts.isCallExpression(node) && isToNumber(node)) note(node);
    if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.PlusToken)
      if (holdsMoney(node.operand)) note(node);
    if (ts.isBinaryExpression(node) && arithmetic.has(node.operatorToken.kind) && isNumber(node))
      if (holdsMoney(node.left) || holdsMoney(node.right)) note(node);
    if (isDeclared(node) && moneyName.test(node.name.getText()) && isNumber(node.name)) note(node);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** Whether a type, or any that it may be, has the flags; `number | undefined` is a number too. */
const is = (type: ts.Type, flags: ts.TypeFlags): boolean =>
  type.isUnion() ? type.types.some((each) => is(each, flags)) : (type.flags & flags) !== 0;

/** `Number(…)`, `Number.parseFloat(…)`, `Math.round(…)`. */
function converts({ expression }: ts.CallExpression): boolean {
  if (ts.isIdentifier(expression)) return converters.test(expression.text);
  if (!ts.isPropertyAccessExpression(expression)) return false;
  const of = expression.expression.getText();
  return of === 'Math' || (of === 'Number' && converters.test(expression.name.text));
}

const isToNumber = ({ expression }: ts.CallExpression): boolean =>
  ts.isPropertyAccessExpression(expression) && expression.name.text === 'toNumber';

/** What says how many or where, and not how much. */
const isCount = ({ name }: ts.PropertyAccessExpression): boolean =>
  /^(length|size|indexOf|findIndex|search|localeCompare|compare)$/.test(name.text);

type Declared = ts.Node & { readonly name: ts.Node };
const isDeclared = (node: ts.Node): node is Declared =>
  (ts.isVariableDeclaration(node) ||
    ts.isParameter(node) ||
    ts.isBindingElement(node) ||
    ts.isPropertySignature(node) ||
    ts.isPropertyAssignment(node)) &&
  ts.isIdentifier(node.name);
