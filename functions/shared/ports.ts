import { agreements, type Rulebooks } from '../../core/agreement/rulebook.ts';
import type { Debtor } from '../../core/payment/debtor.ts';
import type { Files, Records } from '../../core/ports.ts';
import { DynamoDb } from '../adapters/aws/dynamodb.ts';
import { S3 } from '../adapters/aws/s3.ts';
import { CountedRecords } from '../adapters/counted-records.ts';
import { DynamoDbRecords } from '../adapters/dynamodb-records.ts';
import { S3Files } from '../adapters/s3-files.ts';
import { debtorIn, environment } from './environment.ts';
import { type Metrics, metrics } from './metrics.ts';

/** What a step that reads and appends may use of the world outside. Tests give their own. */
export interface Ports {
  readonly records: Records;
  /** By which agreements is paid. */
  readonly rulebooks: Rulebooks;
  /** Which code made a proposal: named in it, so that it can be recomputed with the same code. */
  readonly codeVersion: string;
  /** From whose account the money leaves. */
  readonly debtor: Debtor;
  /** Where payment files lie. */
  readonly paymentFiles: Files;
  /** Where the documents lie that inputs were read from. */
  readonly documents: Files;
  /** Where it is said what is counted. */
  readonly metrics: Metrics;
}

let made: Ports | undefined;

/** The record, and the rulebooks that it is paid by. */
export type PaysBy = Pick<Ports, 'records' | 'rulebooks'>;

/** The ports of this Lambda, made once per process from its environment. */
export function ports(): Ports {
  made ??= {
    records: new CountedRecords(
      new DynamoDbRecords(new DynamoDb(), environment('TABLE_NAME')),
      metrics,
    ),
    rulebooks: agreements,
    codeVersion: environment('CODE_VERSION'),
    debtor: debtorIn(process.env),
    paymentFiles: filesOf('PAYMENT_FILES_BUCKET'),
    documents: filesOf('DOCUMENTS_BUCKET'),
    metrics,
  };
  return made;
}

/** Asked for with the first file: only functions that touch files are told the bucket. */
const filesOf = (variable: string): Files => ({
  put: async (...file) => bucketFiles(variable).put(...file),
  read: async (...file) => bucketFiles(variable).read(...file),
});

let s3: S3 | undefined;

/** The files of the bucket that the environment names. */
export function bucketFiles(variable: string): Files {
  s3 ??= new S3();
  return new S3Files(s3, environment(variable));
}
