import ts from 'typescript';

/** A place where a promise could be left running, because something beside it throws after it was started. */
export interface Beside {
  readonly line: number;
  readonly what: string;
}

const isList = (node: ts.Node): node is ts.CallExpression =>
  ts.isCallExpression(node) &&
  /^Promise\.(all|allSettled|any|race)$/.test(node.expression.getText());

const isCall = (node: ts.Node): boolean => ts.isCallExpression(node) || ts.isNewExpression(node);

const isAsync = (node: ts.Node): boolean =>
  ts.canHaveModifiers(node) &&
  (ts.getModifiers(node) ?? []).some(({ kind }) => kind === ts.SyntaxKind.AsyncKeyword);

/** A node and everything in it that is worked out with it: what stands in a function inside is not. */
function* partsOf(node: ts.Node): Generator<ts.Node> {
  yield node;
  if (ts.isFunctionLike(node)) return;
  const children: ts.Node[] = [];
  ts.forEachChild(node, (child) => void children.push(child));
  for (const child of children) yield* partsOf(child);
}

/** Every node of a tree, those in functions too. */
function* allOf(node: ts.Node): Generator<ts.Node> {
  yield node;
  const children: ts.Node[] = [];
  ts.forEachChild(node, (child) => void children.push(child));
  for (const child of children) yield* allOf(child);
}

const callsIn = (node: ts.Node): readonly ts.Node[] =>
  [...partsOf(node)].filter((each) => isCall(each) || ts.isThrowStatement(each));

/** The names of all functions that give a promise whatever happens in them: those that are async or say that they give one. */
export function promising(sources: readonly ts.SourceFile[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const node of sources.flatMap((source) => [...allOf(source)])) {
    if (!ts.isFunctionLike(node)) continue;
    const { parent } = node;
    const name = node.name ?? ('name' in parent ? (parent.name as ts.Node | undefined) : undefined);
    if (name && (isAsync(node) || /^Promise</.test(node.type?.getText() ?? '')))
      names.add(name.getText());
  }
  return names;
}

/**
 * Where a promise is started and something beside it may throw before anybody waits for it: then nobody ever does, and what it comes
 * to, a failure perhaps, falls upon whoever is served next.
 *
 * - In a list given to `Promise.all` and its like: an entry after the first that calls what gives no promise, or works something
 *   out for its arguments.
 * - In a callback that starts one promise for each of many and is not async: any other call than that one.
 * - A promise that is kept in a constant and awaited later: what is called, thrown, returned or awaited in between, unless the
 *   constant was given to somebody or has its failure caught.
 */
export function startedBeside(
  source: ts.SourceFile,
  promises: ReadonlySet<string>,
): readonly Beside[] {
  return [...allOf(source)].flatMap((node) =>
    isList(node)
      ? [...inList(node, promises), ...inCallbacks(node, promises)]
      : ts.isAwaitExpression(node) && ts.isIdentifier(node.expression)
        ? beforeAwait(node, node.expression.text)
        : [],
  );
}

const beside = (node: ts.Node): Beside => ({
  line: node.getSourceFile().getLineAndCharacterOfPosition(node.getStart()).line + 1,
  what: node.getText().replace(/\s+/g, ' ').slice(0, 100),
});

function inList({ arguments: [list] }: ts.CallExpression, promises: ReadonlySet<string>): Beside[] {
  if (!list || !ts.isArrayLiteralExpression(list)) return [];
  return list.elements.slice(1).flatMap((entry) => {
    const started = startedBy(entry);
    const wrong = callsIn(entry).some((call) =>
      started.includes(call)
        ? !(ts.isCallExpression(call) && startsOne(call, promises))
        : !isList(call) && !walks(call),
    );
    return wrong ? [beside(entry)] : [];
  });
}

/** What an entry is, once its arguments are known: itself, or either of two. */
function startedBy(entry: ts.Expression): readonly ts.Node[] {
  if (ts.isSpreadElement(entry)) return startedBy(entry.expression);
  if (ts.isConditionalExpression(entry))
    return [...startedBy(entry.whenTrue), ...startedBy(entry.whenFalse)];
  return [entry];
}

const startsOne = (call: ts.CallExpression, promises: ReadonlySet<string>): boolean =>
  promises.has(nameOf(call)) || isList(call) || walks(call);

const nameOf = ({ expression }: ts.CallExpression): string =>
  ts.isPropertyAccessExpression(expression) ? expression.name.text : expression.getText();

/** Goes through many things; what it does with each stands in its callback. */
const walks = (node: ts.Node): node is ts.CallExpression =>
  ts.isCallExpression(node) && /^(filter|flatMap|map)$/.test(nameOf(node));

function inCallbacks(list: ts.CallExpression, promises: ReadonlySet<string>): Beside[] {
  return [...partsOf(list)].filter(walks).flatMap((node) => {
    const [callback] = node.arguments;
    if (!callback || !ts.isArrowFunction(callback) || isAsync(callback)) return [];
    const [call, ...more] = callsIn(callback.body).filter((each) => !walks(each));
    const wrong = call && !(ts.isCallExpression(call) && startsOne(call, promises));
    return wrong || more.length > 0 ? [beside(node)] : [];
  });
}

function beforeAwait(awaited: ts.AwaitExpression, name: string): Beside[] {
  const within = ts.findAncestor(awaited, (node) => ts.isFunctionLike(node)) as
    | ts.FunctionLikeDeclaration
    | undefined;
  if (!within?.body) return [];
  const parts = [...partsOf(within.body)];
  const started = parts.find(
    (node) => ts.isVariableDeclaration(node) && node.name.getText() === name,
  ) as ts.VariableDeclaration | undefined;
  if (!started?.initializer || !startsWork(started.initializer)) return [];
  const between = parts
    .filter((node) => node.getStart() >= started.end && node.end <= awaited.getStart())
    .filter(
      (node) =>
        isCall(node) ||
        ts.isThrowStatement(node) ||
        ts.isReturnStatement(node) ||
        ts.isAwaitExpression(node),
    );
  const kept = between.some(
    (node) =>
      ts.isCallExpression(node) &&
      (node.arguments.some((given) => given.getText() === name) ||
        node.expression.getText().replace('?.', '.') === `${name}.catch`),
  );
  return between.length > 0 && !kept ? [beside(started)] : [];
}

/** A promise that others fulfil by calling what is given to them starts nothing that could fail. */
const startsWork = (initializer: ts.Expression): boolean =>
  !ts.isAwaitExpression(initializer) &&
  !ts.isNewExpression(initializer) &&
  callsIn(initializer).length > 0;
