import { holds, withoutUnordered } from '../../core/bank/tally.ts';
import type { Finding } from '../../core/bank/tally-findings.ts';
import type { Sek } from '../../core/money/sek.ts';
import type { Language, Texts } from '../contract/api/problem-type.ts';
import type { LoggedFacts } from './errors.ts';
import type { ReadTally } from './tally.ts';

type Difference = Extract<Finding, { left: Sek }>;

/** What each pair of sides is called: the left one, and the right one. */
const sides: Readonly<
  Record<Exclude<Difference['what'], 'unordered'>, readonly [left: Texts, right: Texts]>
> = {
  approved: [
    { sv: 'förberett', en: 'prepared' },
    { sv: 'godkänt av två', en: 'approved by two' },
  ],
  filed: [
    { sv: 'godkänt av två', en: 'approved by two' },
    { sv: 'i betalningsfilen', en: 'in the payment file' },
  ],
  answered: [
    { sv: 'i betalningsfilen', en: 'in the payment file' },
    {
      sv: 'bokfört av banken, återtaget och obesvarat',
      en: 'booked by the bank, taken back and not answered',
    },
  ],
  booked: [
    { sv: 'förberett', en: 'prepared' },
    { sv: 'i verifikationen', en: 'in the voucher' },
  ],
  'taken-back': [
    { sv: 'kom tillbaka från banken', en: 'came back from the bank' },
    { sv: 'återfört i verifikationerna', en: 'reversed in the vouchers' },
  ],
  reissued: [
    { sv: 'ska betalas ut på nytt', en: 'to be paid again' },
    { sv: 'i det nya ärendet', en: 'in the case that pays it again' },
  ],
  'control-sum': [
    { sv: 'filens betalningar', en: 'the file’s payments' },
    { sv: 'filens kontrollsumma', en: 'the file’s control sum' },
  ],
  cash: [
    { sv: 'taget från anslaget', en: 'taken from the appropriation' },
    { sv: 'förberett', en: 'prepared' },
  ],
};

/** What differs, in a clause with both sides: `förberett 10 kr, i betalningsfilen 9.50 kr`. Amounts are exact, ungrouped. */
export function findingText(finding: Finding, language: Language): string {
  const sv = language === 'sv';
  switch (finding.what) {
    case 'file-missing':
      return sv ? 'betalningsfilen saknas' : 'the payment file is missing';
    case 'file-unreadable':
      return `${sv ? 'betalningsfilen kan inte läsas' : 'the payment file cannot be read'}: ${finding.why}`;
    case 'message-id':
      return sv
        ? `filen heter ${finding.right}, ärendet sände ${finding.left}`
        : `the file is ${finding.right}, the case sent ${finding.left}`;
    case 'count':
      return sv
        ? `filen har ${finding.left} betalningar och säger ${finding.right}`
        : `the file has ${finding.left} payments and says ${finding.right}`;
    case 'stranger':
      return sv
        ? `filen betalar ${finding.sek} kr med okänt id ${finding.endToEndId}`
        : `the file pays ${finding.sek} kr under the unknown id ${finding.endToEndId}`;
    case 'unordered':
      return sv
        ? `${finding.right} kr har rört sig på kontot utan uppdrag härifrån`
        : `${finding.right} kr moved on the account without an order from here`;
    default: {
      const [left, right] = sides[finding.what];
      return `${left[language]} ${finding.left} kr, ${right[language]} ${finding.right} kr`;
    }
  }
}

/**
 * What differs in a case, in one sentence that names every payee with both sides; undefined when nothing does. For whoever must not go
 * on, and must say why: money that moved without an order is not among it, since a person has been asked about that.
 */
export function whatDiffers(tally: ReadTally, language: Language): string | undefined {
  const { rows, total } = withoutUnordered(tally);
  if (holds({ rows, total })) return undefined;
  const whole = total.findings.map((finding) => findingText(finding, language));
  const each = rows.flatMap(({ payee, findings }) =>
    findings.map((finding) => `${payee}: ${findingText(finding, language)}`),
  );
  return `${tally.case}: ${[...whole, ...each].join('; ')}.`;
}

/** Which of a case's pairs of sides differ, and for which payees, without an amount: for the log. */
export function whereDiffers(tally: ReadTally): LoggedFacts {
  const rows = tally.rows.filter(({ findings }) => findings.length > 0);
  const findings = [...tally.total.findings, ...rows.flatMap((row) => row.findings)];
  return {
    case: tally.case,
    differs: [...new Set(findings.map(({ what }) => what))].join(' '),
    payees: rows.map(({ payee }) => payee).join(' '),
  };
}
