import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Records } from '../../core/ports.ts';
import { DynamoDbRecords } from '../adapters/dynamodb-records.ts';

/** What a step that reads and appends may use of the world outside. Tests give their own. */
export interface Ports {
  readonly records: Records;
  /** Which code made a proposal: named in it, so that it can be recomputed with the same code. */
  readonly codeVersion: string;
  /** From whose account the money leaves. */
  readonly debtor: { readonly name: string; readonly account: string };
}

let made: Ports | undefined;

/** The ports of this Lambda, made once per process from its environment. */
export function ports(): Ports {
  made ??= {
    records: new DynamoDbRecords(new DynamoDBClient({}), environment('TABLE_NAME')),
    codeVersion: environment('CODE_VERSION'),
    debtor: { name: environment('DEBTOR_NAME'), account: environment('DEBTOR_ACCOUNT') },
  };
  return made;
}

export function environment(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`The environment lacks ${name}.`);
  return value;
}
