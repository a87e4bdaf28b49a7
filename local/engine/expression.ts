import jsonata from 'jsonata';
import type { Json, JsonObject } from './json.ts';
import { StatesError } from './states-error.ts';

/** Compiled once per text: a definition is a few hundred expressions, evaluated again and again. */
const compiled = new Map<string, jsonata.Expression>();

/** The JSONata inside `{% … %}`, or undefined for a text that is meant literally. */
export function expressionIn(text: string): string | undefined {
  return text.startsWith('{%') && text.endsWith('%}') ? text.slice(2, -2).trim() : undefined;
}

/** Compiles JSONata; throws jsonata's own error, with code and position, when it does not parse. */
export function compile(source: string): jsonata.Expression {
  const known = compiled.get(source);
  if (known !== undefined) return known;
  const expression = jsonata(source);
  compiled.set(source, expression);
  return expression;
}

/**
 * Fills in a template: every text `{% … %}` in it is replaced by its value.
 *
 * An expression that fails, or gives nothing, is `States.QueryEvaluationError` (Developer Guide,
 * "Transforming data with JSONata": an undefined result is an error).
 */
export async function fillIn(template: Json, bindings: JsonObject): Promise<Json> {
  if (typeof template === 'string') {
    const source = expressionIn(template);
    return source === undefined ? template : evaluate(source, bindings);
  }
  if (Array.isArray(template)) {
    const list: Json[] = [];
    for (const item of template as readonly Json[]) list.push(await fillIn(item, bindings));
    return list;
  }
  if (typeof template !== 'object' || template === null) return template;
  const filled: Record<string, Json> = {};
  for (const [key, value] of Object.entries(template)) filled[key] = await fillIn(value, bindings);
  return filled;
}

async function evaluate(source: string, bindings: JsonObject): Promise<Json> {
  let value: unknown;
  try {
    value = await compile(source).evaluate(undefined, bindings);
  } catch (error) {
    const { code, message } = error as { code?: string; message?: string };
    const reason = [code, message].filter((part) => part !== undefined).join(' ');
    throw new StatesError('States.QueryEvaluationError', `{% ${source} %} failed: ${reason}.`);
  }
  // Through text, because jsonata's lists carry properties of their own.
  const text = JSON.stringify(value);
  if (text === undefined) {
    throw new StatesError('States.QueryEvaluationError', `{% ${source} %} gave nothing.`);
  }
  return JSON.parse(text);
}
