import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../core/bank/tally-findings.ts';
import { Sek } from '../../../core/money/sek.ts';
import { findingText } from '../../../functions/shared/tally-text.ts';

const pair = { left: Sek.of('40'), right: Sek.of('39.5') };

describe('What differs is said with both sides', () => {
  it.each<[Finding, string, string]>([
    [
      { what: 'approved', ...pair },
      'förberett 40 kr, godkänt av två 39.5 kr',
      'prepared 40 kr, approved by two 39.5 kr',
    ],
    [
      { what: 'filed', ...pair },
      'godkänt av två 40 kr, i betalningsfilen 39.5 kr',
      'approved by two 40 kr, in the payment file 39.5 kr',
    ],
    [
      { what: 'answered', ...pair },
      'i betalningsfilen 40 kr, bokfört av banken, återtaget och obesvarat 39.5 kr',
      'in the payment file 40 kr, booked by the bank, taken back and not answered 39.5 kr',
    ],
    [
      { what: 'booked', ...pair },
      'förberett 40 kr, i verifikationen 39.5 kr',
      'prepared 40 kr, in the voucher 39.5 kr',
    ],
    [
      { what: 'taken-back', ...pair },
      'kom tillbaka från banken 40 kr, återfört i verifikationerna 39.5 kr',
      'came back from the bank 40 kr, reversed in the vouchers 39.5 kr',
    ],
    [
      { what: 'reissued', ...pair },
      'ska betalas ut på nytt 40 kr, i det nya ärendet 39.5 kr',
      'to be paid again 40 kr, in the case that pays it again 39.5 kr',
    ],
    [
      { what: 'control-sum', ...pair },
      'filens betalningar 40 kr, filens kontrollsumma 39.5 kr',
      'the file’s payments 40 kr, the file’s control sum 39.5 kr',
    ],
    [
      { what: 'cash', ...pair },
      'taget från anslaget 40 kr, förberett 39.5 kr',
      'taken from the appropriation 40 kr, prepared 39.5 kr',
    ],
    [{ what: 'file-missing' }, 'betalningsfilen saknas', 'the payment file is missing'],
    [
      { what: 'file-unreadable', why: 'it is nothing' },
      'betalningsfilen kan inte läsas: it is nothing',
      'the payment file cannot be read: it is nothing',
    ],
    [
      { what: 'message-id', left: 'A', right: 'B' },
      'filen heter B, ärendet sände A',
      'the file is B, the case sent A',
    ],
    [
      { what: 'count', left: '2', right: '3' },
      'filen har 2 betalningar och säger 3',
      'the file has 2 payments and says 3',
    ],
    [
      { what: 'stranger', endToEndId: 'X', sek: Sek.of('7') },
      'filen betalar 7 kr med okänt id X',
      'the file pays 7 kr under the unknown id X',
    ],
  ])('%o', (finding, sv, en) => {
    expect(findingText(finding, 'sv')).toBe(sv);
    expect(findingText(finding, 'en')).toBe(en);
  });
});
