import { type CaseId, caseYear } from '../record/case-id.ts';
import { messageId } from './bank-ids.ts';

/**
 * Where a case's payment file lies: `2022/STB-PAY-2022-02.xml`. From the case alone, so every retry finds the same file and no two
 * cases have one name. Refused, with a RangeError: a case that pays nobody.
 */
export const paymentFileName = (id: CaseId): string => `${caseYear(id)}/${messageId(id)}.xml`;
