import ts from 'typescript';

/** Attributes and properties that people see or hear; what they hold comes from the texts. */
const spoken = new Set([
  'aria-label',
  'aria-description',
  'aria-roledescription',
  'aria-valuetext',
  'title',
  'placeholder',
  'alt',
  'label',
  'caption',
  'heading',
  'header',
  'lead',
  'description',
  'confirm',
  'empty',
  'text',
]);

const says = (text: string) => /\p{L}{2,}/u.test(text);

/** Every text in a TSX source that the user would see and that stands there itself, with its line. */
export function bareTexts(path: string, source: string): readonly string[] {
  const file = ts.createSourceFile(path, source, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const found: string[] = [];
  const note = (node: ts.Node, text: string) => {
    const { line } = file.getLineAndCharacterOfPosition(node.getStart());
    found.push(`${path}:${line + 1} ${text.trim()}`);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isJsxText(node) && says(node.text)) note(node, node.text);
    if (isText(node) && says(textOf(node)) && isShown(node)) note(node, textOf(node));
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

type Text = ts.StringLiteralLike | ts.TemplateExpression;
const isText = (node: ts.Node): node is Text =>
  ts.isStringLiteralLike(node) || ts.isTemplateExpression(node);
const textOf = (node: Text): string =>
  ts.isTemplateExpression(node)
    ? [node.head, ...node.templateSpans.map(({ literal }) => literal)]
        .map(({ text }) => text)
        .join('')
    : node.text;

/** Whether a text ends up before the user: it is a child of an element, or the value of a spoken attribute or property. */
function isShown(node: ts.Node): boolean {
  const above = node.parent;
  if (ts.isParenthesizedExpression(above)) return isShown(above);
  if (ts.isConditionalExpression(above)) return above.condition !== node && isShown(above);
  if (ts.isBinaryExpression(above)) return isJoin(above) && isShown(above);
  if (ts.isJsxExpression(above)) return ts.isJsxAttribute(above.parent) ? isShown(above) : true;
  if (ts.isJsxAttribute(above)) return spoken.has(above.name.getText());
  if (ts.isPropertyAssignment(above)) {
    return above.initializer === node && spoken.has(above.name.getText().replace(/^'|'$/g, ''));
  }
  return false;
}

const joins = [
  ts.SyntaxKind.AmpersandAmpersandToken,
  ts.SyntaxKind.BarBarToken,
  ts.SyntaxKind.QuestionQuestionToken,
  ts.SyntaxKind.PlusToken,
];
const isJoin = (node: ts.BinaryExpression) => joins.includes(node.operatorToken.kind);
