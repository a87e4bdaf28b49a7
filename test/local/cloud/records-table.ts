import type { TableResource } from '../../../local/cloud/template.ts';

/** A table with the keys that the product's table has. */
export const RECORDS: TableResource = {
  name: 'Records',
  keySchema: [
    { AttributeName: 'pk', KeyType: 'HASH' },
    { AttributeName: 'sk', KeyType: 'RANGE' },
  ],
  attributes: [
    { AttributeName: 'pk', AttributeType: 'S' },
    { AttributeName: 'sk', AttributeType: 'S' },
  ],
};
