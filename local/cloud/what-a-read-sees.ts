import { isObject, type Json, type JsonObject } from '../engine/json.ts';

/** Whether a read's answer can be another one after this item was put, an item in DynamoDB's form. */
export type Sees = (item: JsonObject) => boolean;

const anything: Sees = () => true;

/**
 * What a read sees. One by keys sees the items of its keys, a query those that hold its key condition. Everything else, and
 * whatever is not understood here, may see any item; so may an item of which it cannot be told.
 *
 * @param operation DynamoDB's name of the read, such as Query
 * @param body the request, as it was sent
 */
export function whatAReadSees(operation: string, body: string): Sees {
  const request = parsed(body);
  switch (operation) {
    case 'GetItem':
      return atKeys([request.Key]);
    case 'BatchGetItem':
      return atKeys(Object.values(objectIn(request.RequestItems)).flatMap(keysOf));
    case 'Query':
      return inCondition(request);
    default:
      return anything;
  }
}

const keysOf = (asked: Json): readonly Json[] => {
  const { Keys } = objectIn(asked);
  return Array.isArray(Keys) ? Keys : [];
};

function atKeys(keys: readonly (Json | undefined)[]): Sees {
  const attributes = [...new Set(keys.flatMap((key) => Object.keys(objectIn(key))))];
  const places = new Set(keys.map((key) => placeOf(objectIn(key), attributes)));
  // Numbers can be spelled in several ways, and keys of two tables can have other names: only plain texts tell keys apart.
  if (places.size === 0 || places.has(undefined)) return anything;
  return (item) => {
    const place = placeOf(item, attributes);
    return place === undefined || places.has(place);
  };
}

function placeOf(item: JsonObject, attributes: readonly string[]): string | undefined {
  const texts = attributes.map((attribute) => textOf(item[attribute]));
  return texts.length === 0 || texts.includes(undefined) ? undefined : JSON.stringify(texts);
}

/** All parts of a key condition hold for an item that the query finds. One that is not understood leaves out none. */
function inCondition(request: JsonObject): Sees {
  const names = objectIn(request.ExpressionAttributeNames);
  const values = objectIn(request.ExpressionAttributeValues);
  const terms = String(request.KeyConditionExpression ?? '').split(' AND ');
  const all = terms.flatMap((term): readonly Sees[] => {
    const [, equalName, equalValue, startName, startValue] =
      /^(#?\w+) = (:\w+)$|^begins_with\((#?\w+), (:\w+)\)$/.exec(term) ?? [];
    const name = equalName ?? startName ?? '';
    const attribute = String(names[name] ?? name);
    const wanted = textOf(values[equalValue ?? startValue ?? '']);
    if (wanted === undefined) return [];
    const isBeginning = startName !== undefined;
    return [
      (item) => {
        const found = textOf(item[attribute]);
        if (found === undefined) return true;
        return isBeginning ? found.startsWith(wanted) : found === wanted;
      },
    ];
  });
  return (item) => all.every((holds) => holds(item));
}

const textOf = (value: Json | undefined): string | undefined =>
  isObject(value) && typeof value.S === 'string' ? value.S : undefined;

const objectIn = (value: Json | undefined): JsonObject => (isObject(value) ? value : {});

/** A body that is no JSON object is refused by DynamoDB, and a refusal is not kept. */
function parsed(body: string): JsonObject {
  try {
    return objectIn(JSON.parse(body));
  } catch {
    return {};
  }
}
