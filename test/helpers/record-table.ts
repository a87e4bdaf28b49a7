import type { TableResource } from '../../local/cloud/template.ts';

/** A table with the keys that the product's table has (infra/constructs/data/record-table.ts). */
export const recordTable = {
  name: 'record',
  keySchema: [
    { AttributeName: 'partition', KeyType: 'HASH' },
    { AttributeName: 'event', KeyType: 'RANGE' },
  ],
  attributes: [
    { AttributeName: 'partition', AttributeType: 'S' },
    { AttributeName: 'event', AttributeType: 'S' },
  ],
} as const satisfies TableResource;
