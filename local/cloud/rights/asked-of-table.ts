import { isObject, type Json } from '../../engine/json.ts';
import { ACCOUNT, REGION } from '../intrinsics.ts';
import type { Asked } from './rights.ts';

/** The keys of a table's partitions begin with this attribute's value. */
export const PARTITION_KEY = 'partition';

/**
 * What a request to DynamoDB asks: its action, its table and the partitions that it names, which conditions know as
 * `dynamodb:LeadingKeys`. An operation that names none has none.
 */
export function askedOfTable(operation: string, body: string): Asked {
  const given = read(body);
  const requested = isObject(given.RequestItems ?? null)
    ? Object.keys(given.RequestItems as object)
    : [];
  const table = String(given.TableName ?? requested[0] ?? '');
  const keys = partitionsIn(operation, given);
  return {
    action: `dynamodb:${operation}`,
    resource: `arn:aws:dynamodb:${REGION}:${ACCOUNT}:table/${table}`,
    ...(keys.length > 0 && { context: { 'dynamodb:LeadingKeys': keys } }),
  };
}

type Given = Readonly<Record<string, Json>>;

function partitionsIn(operation: string, given: Given): readonly string[] {
  switch (operation) {
    case 'PutItem':
      return partitionOf(given.Item);
    case 'GetItem':
    case 'UpdateItem':
    case 'DeleteItem':
      return partitionOf(given.Key);
    case 'BatchGetItem':
      return Object.values(object(given.RequestItems)).flatMap((each) => {
        const { Keys } = object(each);
        return (Array.isArray(Keys) ? Keys : []).flatMap(partitionOf);
      });
    case 'Query':
      return queriedPartition(given);
    default:
      return [];
  }
}

/** `#partition = :partition` in the key's condition; DynamoDB demands that there is one. */
function queriedPartition(given: Given): readonly string[] {
  const names = object(given.ExpressionAttributeNames);
  for (const [, name = '', value = ''] of String(given.KeyConditionExpression).matchAll(
    /([#\w]+)\s*=\s*(:\w+)/g,
  ))
    if ((names[name] ?? name) === PARTITION_KEY)
      return texts(object(given.ExpressionAttributeValues)[value]);
  return [];
}

const partitionOf = (item: Json | undefined): readonly string[] =>
  texts(object(item)[PARTITION_KEY]);

const texts = (attribute: Json | undefined): readonly string[] => {
  const { S } = object(attribute);
  return typeof S === 'string' ? [S] : [];
};

const object = (value: Json | undefined): Given =>
  isObject(value ?? null) ? (value as Given) : {};

function read(body: string): Given {
  try {
    return object(JSON.parse(body));
  } catch {
    return {}; // The database says what is wrong with it.
  }
}
