import { Sek } from '../../core/money/sek.ts';
import { kronorText } from '../api/views/amount-text.ts';
import type { PrintedMonth } from '../api/views/printed-month.ts';
import { monthName } from '../api/views/run-name.ts';
import type { AnswerOf } from '../contract/api/operation.ts';
import type { Language } from '../contract/api/problem-type.ts';
import { dayText } from '../shared/day-text.ts';
import {
  cameBack,
  fateTable,
  sourcesSection,
  voucherText,
  workings,
  workingsHeading,
} from './payment-sections.ts';
import { heading, masthead, paragraph, subheading, title } from './pdf/blocks.ts';
import { Sheet } from './pdf/sheet.ts';
import { styles } from './pdf/style.ts';
import { facts, table } from './pdf/table.ts';
import { say } from './texts.ts';

/** What a statement is made of: what the API answers about the region's year, and each month as documents print it. */
export interface PrintedStatement {
  readonly statement: AnswerOf<'readStatement'>;
  /** At least one, the oldest first. */
  readonly months: readonly PrintedMonth[];
  readonly forecast: AnswerOf<'readForecast'>;
}

/**
 * What a region has got of an agreement year and has still to expect: months, kinds, what came back from the bank, what is to come,
 * and every line's working. A tagged PDF; of the same record always the same bytes.
 *
 * @sv årsbesked
 */
export function statementDocument(
  { statement, months, forecast }: PrintedStatement,
  language: Language,
): Promise<Uint8Array<ArrayBuffer>> {
  const { name, year } = statement;
  const last = months.at(-1);
  const released = last?.read.state.released;
  if (!last || !released) throw new RangeError(`${name} has no released payment of ${year}.`);
  const { debtor } = last.proposal;
  const mainTitle = say('statementTitle', language, { year: String(year) });
  const sheet = new Sheet({
    title: `${mainTitle} – ${name}`,
    author: debtor.name,
    keywords: months.map(({ read, hash }) => `${read.id} ${hash}`).join(', '),
    language,
    of: new Date(released.at),
  });
  masthead(sheet, debtor.name, say('statement', language));
  title(sheet, mainTitle);
  const total = kronorText(statement.paidSek, language);
  const lead = { payee: name, total, year: String(year) };
  paragraph(sheet, say('statementLead', language, lead), styles.lead);
  sheet.y += 6;
  facts(sheet, factsOf(statement, last, language));
  monthsSection(sheet, statement, months, language);
  kindsSection(sheet, statement, months, language);
  returnsSection(sheet, months, language);
  forecastSection(sheet, forecast, statement.owedSek, language);
  workingsHeading(sheet, say('eachRun', language), language);
  for (const { month, lines } of months)
    workings(sheet, lines, language, `${capitalised(monthName(month, language))}: `);
  tracesSection(sheet, months, language);
  sourcesSection(
    sheet,
    months.flatMap(({ lines }) => lines),
    language,
  );
  return sheet.finish((number, count) => [
    `${name} · ${mainTitle} · ${last.read.id} · ${say('foot', language, { hash: `${last.hash.slice(0, 16)}…`, voucher: voucherText(last.attempts[0]?.voucher, language) })}`,
    say('page', language, { number: String(number), count: String(count) }),
  ]);
}

function factsOf(
  { grantSek, paidSek }: PrintedStatement['statement'],
  { payment, proposal, month }: PrintedMonth,
  language: Language,
) {
  const number = (of: string) => `${say('organisationNumber', language)} ${of}`;
  const { debtor, agreements } = proposal;
  const rows: readonly (readonly [string, string])[] = [
    [say('payer', language), `${debtor.name}, ${number(debtor.organisationNumber)}`],
    [say('payee', language), `${payment.name}, ${number(payment.organisationNumber)}`],
    [
      say('agreement', language),
      agreements
        .map(({ year, registration }) =>
          say('agreementOf', language, { year: String(year), registration }),
        )
        .join('; '),
    ],
    [say('grant', language), grantSek === undefined ? '' : kronorText(grantSek, language)],
    [say('received', language), kronorText(paidSek, language)],
    [say('until', language), monthName(month, language)],
  ];
  return rows.filter(([, value]) => value !== '');
}

function monthsSection(
  sheet: Sheet,
  { months: shown }: PrintedStatement['statement'],
  months: readonly PrintedMonth[],
  language: Language,
): void {
  heading(sheet, say('months', language));
  const all = (seks: readonly string[]) =>
    kronorText(Sek.sum(seks.map((sek) => Sek.of(sek))).toString(), language);
  const back = months.some(({ attempts }) => attempts.some(cameBack));
  const received = new Map(shown.map(({ month, receivedSek }) => [month, receivedSek]));
  const paid = (text: string) => (back ? [text] : []);
  const rows = months.map(({ month, payment, attempts }) => ({
    cells: [
      monthName(month, language),
      dayText(attempts[0]?.read.state.released?.paidOn ?? '', language),
      voucherText(attempts[0]?.voucher, language),
      kronorText(payment.totalSek, language),
      ...paid(kronorText(received.get(month) ?? '0', language)),
    ],
  }));
  const totals = [
    all(shown.map(({ totalSek }) => totalSek)),
    ...paid(all(shown.map(({ receivedSek }) => receivedSek))),
  ];
  table(
    sheet,
    [
      { head: say('month', language), part: back ? 0.23 : 0.3 },
      { head: say(back ? 'sentOn' : 'paidOn', language), part: back ? 0.23 : 0.28 },
      { head: say('voucher', language), part: back ? 0.14 : 0.16 },
      { head: say('amount', language), part: back ? 0.2 : 0.26, align: 'right' },
      ...(back ? [{ head: say('paid', language), part: 0.2, align: 'right' } as const] : []),
    ],
    [...rows, { strong: true, cells: [say('total', language), '', '', ...totals] }],
  );
}

/** The kinds, and from their sum to what the region has received. */
function kindsSection(
  sheet: Sheet,
  { byKind, paidSek }: PrintedStatement['statement'],
  months: readonly PrintedMonth[],
  language: Language,
): void {
  heading(sheet, say('kinds', language));
  const lines = Sek.sum(byKind.map(({ totalSek }) => Sek.of(totalSek)));
  const attempts = months.flatMap((month) => month.attempts);
  const back = Sek.sum(attempts.filter(cameBack).map(({ line }) => Sek.of(line?.sek ?? '0')));
  const again = Sek.sum(
    months.flatMap((month) => month.attempts.slice(1)).map(({ line }) => Sek.of(line?.sek ?? '0')),
  );
  const row = (text: string, sek: Sek) => ({
    cells: [text, kronorText(sek.toString(), language)],
  });
  const strong = { strong: true };
  table(
    sheet,
    [
      { head: say('kind', language), part: 0.7 },
      { head: say('amount', language), part: 0.3, align: 'right' },
    ],
    [
      ...byKind.map(({ text, totalSek }) => row(text, Sek.of(totalSek))),
      ...(back.isZero()
        ? []
        : [
            { ...row(say('sumOfLines', language), lines), ...strong },
            row(say('returnedTotal', language), back.negated()),
            ...(again.isZero() ? [] : [row(say('reissuedTotal', language), again)]),
          ]),
      { ...row(say('receivedTotal', language), Sek.of(paidSek)), ...strong },
    ],
  );
}

/** The payments that came back, each with what became of it; nothing when all arrived. */
function returnsSection(sheet: Sheet, months: readonly PrintedMonth[], language: Language): void {
  const troubled = months.filter(({ attempts }) => attempts.some(cameBack));
  if (troubled.length === 0) return;
  heading(sheet, say('returnedTotal', language));
  for (const { month, attempts } of troubled) {
    subheading(sheet, monthName(month, language));
    fateTable(sheet, attempts, language);
  }
}

function forecastSection(
  sheet: Sheet,
  { items, year }: PrintedStatement['forecast'],
  owedSek: string,
  language: Language,
): void {
  heading(sheet, say('toCome', language));
  if (owedSek !== '0')
    paragraph(sheet, say('owed', language, { sek: kronorText(owedSek, language) }), styles.lead);
  if (items.length === 0) {
    if (owedSek === '0') paragraph(sheet, say('nothingToCome', language, { year: String(year) }));
    return;
  }
  paragraph(sheet, say('toComeHow', language), styles.small);
  table(
    sheet,
    [
      { head: say('month', language), part: 0.17 },
      { head: say('kind', language), part: 0.57 },
      { head: say('amount', language), part: 0.26, align: 'right' },
    ],
    items.map(({ month, text, fromSek, toSek, how }) => ({
      cells: [monthName(month, language), `${text}\n${how}`, boundsText(fromSek, toSek, language)],
    })),
  );
}

function boundsText(from: string | undefined, to: string | undefined, language: Language): string {
  if (from === undefined || to === undefined) return say('unknown', language);
  const [least, most] = [kronorText(from, language), kronorText(to, language)];
  return from === to ? least : say('range', language, { from: least, to: most });
}

/** Run, proposal and voucher of every payment, reissues too: paper leads back to the record. */
function tracesSection(sheet: Sheet, months: readonly PrintedMonth[], language: Language): void {
  heading(sheet, say('traces', language));
  const released = months
    .flatMap(({ attempts }) => attempts)
    .filter(({ read }) => read.state.released);
  table(
    sheet,
    [
      { head: say('run', language), part: 0.23 },
      { head: say('voucher', language), part: 0.13 },
      { head: say('proposal', language), part: 0.64, style: styles.small },
    ],
    released.map(({ read, voucher }) => ({
      cells: [read.id, voucherText(voucher, language), read.state.released?.proposal ?? ''],
    })),
  );
}

const capitalised = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
