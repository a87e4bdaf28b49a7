import { giroText } from '../../core/inputs/giro.ts';
import { kronorText } from '../api/views/amount-text.ts';
import { receivedSek } from '../api/views/payment-fate.ts';
import type { PrintedMonth } from '../api/views/printed-month.ts';
import { monthName } from '../api/views/run-name.ts';
import type { Language } from '../contract/api/problem-type.ts';
import { dayText } from '../shared/day-text.ts';
import {
  cameBack,
  fateSection,
  linesSection,
  sourcesSection,
  voucherText,
  workings,
  workingsHeading,
} from './payment-sections.ts';
import { masthead, paragraph, title } from './pdf/blocks.ts';
import { Sheet } from './pdf/sheet.ts';
import { styles } from './pdf/style.ts';
import { facts } from './pdf/table.ts';
import { say } from './texts.ts';

/**
 * What a region is told of a month's payment: who pays whom, by which decision, what each line is and how it was worked out, and
 * what the bank says of it. A tagged PDF; of the same record always the same bytes.
 *
 * @sv utbetalningsbesked
 */
export function adviceDocument(
  month: PrintedMonth,
  language: Language,
): Promise<Uint8Array<ArrayBuffer>> {
  const { read, proposal, payment, lines, attempts, hash } = month;
  const { released } = read.state;
  if (!released) throw new RangeError(`${read.id} has not been released.`);
  const name = monthName(month.month, language);
  const heading = say('adviceTitle', language, { month: name });
  const sheet = new Sheet({
    title: `${heading} – ${payment.name}`,
    author: proposal.debtor.name,
    keywords: `${read.id} ${hash}`,
    language,
    of: new Date(released.at),
  });
  masthead(sheet, proposal.debtor.name, say('advice', language));
  title(sheet, heading);
  paragraph(sheet, lead(month, language), styles.lead);
  sheet.y += 6;
  facts(sheet, factsOf(month, language));
  linesSection(sheet, month, language);
  fateSection(sheet, attempts, language);
  workingsHeading(sheet, read.id, language);
  workings(sheet, lines, language);
  sourcesSection(sheet, lines, language);
  const voucher = voucherText(attempts[0]?.voucher, language);
  return sheet.finish((number, count) => [
    `${read.id} · ${say('foot', language, { hash, voucher })}`,
    say('page', language, { number: String(number), count: String(count) }),
  ]);
}

function lead({ proposal, payment, attempts }: PrintedMonth, language: Language): string {
  const about = {
    payer: proposal.debtor.name,
    payee: payment.name,
    total: kronorText(payment.totalSek, language),
  };
  if (payment.totalSek === '0') return say('adviceLeadNothing', language, about);
  return say(receivedSek(attempts).isZero() ? 'adviceLeadReturned' : 'adviceLead', language, about);
}

function factsOf({ read, proposal, payment, attempts }: PrintedMonth, language: Language) {
  const number = (of: string) => `${say('organisationNumber', language)} ${of}`;
  const { debtor, agreements, decisions } = proposal;
  const { released } = read.state;
  const rows: readonly (readonly [string, string])[] = [
    [say('payer', language), `${debtor.name}, ${number(debtor.organisationNumber)}`],
    [say('payee', language), `${payment.name}, ${number(payment.organisationNumber)}`],
    [say('account', language), giroText(payment)],
    [say('payDay', language), dayText(proposal.payDay, language)],
    [
      say(attempts.some(cameBack) ? 'sentOn' : 'paidOn', language),
      payment.totalSek === '0' ? '' : dayText(released?.paidOn ?? '', language),
    ],
    [
      say('agreement', language),
      agreements
        .map(({ year, registration }) =>
          say('agreementOf', language, { year: String(year), registration }),
        )
        .join('; '),
    ],
    [say('decisions', language), decisions.join(', ')],
  ];
  return rows.filter(([, value]) => value !== '');
}
