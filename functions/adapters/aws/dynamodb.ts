import { JsonService } from './json-service.ts';
import type { ServiceOptions } from './service.ts';

/** The record's attributes are text, all of them. */
export type Item = Readonly<Record<string, { readonly S: string }>>;

interface Keys {
  readonly Keys: readonly Item[];
  readonly ConsistentRead: true;
  readonly ProjectionExpression?: string;
  readonly ExpressionAttributeNames?: Readonly<Record<string, string>>;
}

/** What is asked of DynamoDB, and nothing else can be: a put where nothing is, and consistent reads. */
type DynamoDbOperations = {
  readonly PutItem: {
    readonly input: {
      readonly TableName: string;
      readonly Item: Item;
      readonly ConditionExpression: string;
      readonly ExpressionAttributeNames: Readonly<Record<string, string>>;
    };
    readonly output: object;
  };
  readonly GetItem: {
    readonly input: {
      readonly TableName: string;
      readonly Key: Item;
      readonly ConsistentRead: true;
    };
    readonly output: { readonly Item?: Item };
  };
  readonly BatchGetItem: {
    readonly input: { readonly RequestItems: Readonly<Record<string, Keys>> };
    readonly output: {
      readonly Responses?: Readonly<Record<string, readonly Item[]>>;
      readonly UnprocessedKeys?: Readonly<Record<string, { readonly Keys?: readonly Item[] }>>;
    };
  };
  readonly Query: {
    readonly input: {
      readonly TableName: string;
      readonly ConsistentRead: true;
      readonly KeyConditionExpression: string;
      readonly ExpressionAttributeNames: Readonly<Record<string, string>>;
      readonly ExpressionAttributeValues: Item;
      readonly ExclusiveStartKey?: Item;
    };
    readonly output: { readonly Items?: readonly Item[]; readonly LastEvaluatedKey?: Item };
  };
};

/** DynamoDB. Four attempts, as AWS's SDK makes for it. */
export class DynamoDb extends JsonService<DynamoDbOperations> {
  constructor(options?: ServiceOptions) {
    super('dynamodb', 'DynamoDB_20120810', { maxAttempts: 4, ...options });
  }
}
