import type { ListedFiles } from '../../core/ports.ts';
import { DynamoDb } from '../adapters/aws/dynamodb.ts';
import { S3 } from '../adapters/aws/s3.ts';
import { DynamoDbRecords } from '../adapters/dynamodb-records.ts';
import { S3ListedFiles } from '../adapters/s3-listed-files.ts';
import { environment } from './environment.ts';
import type { HeldFiles } from './held-files.ts';
import { type Metrics, metrics } from './metrics.ts';
import type { StoredRecords } from './stored-records.ts';

/** What may be used of the world outside by those who anchor the record. Their role lets them read it, and append nothing. */
export interface AnchorPorts {
  readonly stored: StoredRecords;
  /** Where anchors lie. */
  readonly anchors: ListedFiles;
  /** Where it is said that the record was verified, or was not: alarms go by it. */
  readonly metrics: Metrics;
}

/** And by who verifies all of it: the files that left and came, and the documents of inputs, too. */
export interface WholePorts extends AnchorPorts {
  readonly files: HeldFiles;
}

let made: AnchorPorts | undefined;

export function anchorPorts(): AnchorPorts {
  made ??= {
    stored: new DynamoDbRecords(new DynamoDb(), environment('TABLE_NAME')),
    anchors: new S3ListedFiles(new S3(), environment('ANCHORS_BUCKET')),
    metrics,
  };
  return made;
}

export function wholePorts(): WholePorts {
  const s3 = new S3();
  const files = {
    payments: new S3ListedFiles(s3, environment('PAYMENT_FILES_BUCKET')),
    reports: new S3ListedFiles(s3, environment('BANK_REPORTS_BUCKET')),
    documents: new S3ListedFiles(s3, environment('DOCUMENTS_BUCKET')),
  };
  return { ...anchorPorts(), files };
}
