import { Sek } from '../money/sek.ts';
import { hasComeBack, type SentLine } from './lines.ts';

/**
 * Kronor that are paid: sent to the bank by a release, and not with the State again. What came back is not paid because somebody has
 * decided on it, but when it has been sent again, or stands in a later payment that has been sent. It is what *paid* means on every page
 * and in every document and table.
 *
 * @sv utbetalt
 */
export const paidSek = (sent: Iterable<Pick<SentLine, 'sek' | 'status'>>): Sek =>
  Sek.sum([...sent].filter((line) => !hasComeBack(line)).map(({ sek }) => Sek.of(sek)));
