import { Fraction } from '../../../core/money/fraction.ts';
import { parameterText } from '../../contract/api/parameter-texts.ts';
import type { Language, Texts } from '../../contract/api/problem-type.ts';
import { rowText } from '../../contract/api/row-texts.ts';
import { payeeName } from '../../shared/payee-name.ts';
import { amountText } from './amount-text.ts';
import { needName } from './record-words.ts';
import type { RecordedNode } from './working-source.ts';

/** What a node is or does, in a sentence; `of` are its arguments in order. */
export function workingText(
  node: RecordedNode,
  of: readonly RecordedNode[],
  language: Language,
): string {
  switch (node.node) {
    case 'input':
      return inputText(node)[language];
    case 'parameter':
      return (readAs[node.name ?? ''] ?? stated(node.name ?? ''))[language];
    case 'step':
      return stepText(node, of, language)[language];
  }
}

/** What is stated by a reading and not by the agreement itself. */
const readAs: Readonly<Record<string, Texts>> = {
  'rebate.nothingDeducted': {
    sv: 'Ingen utbetalning hade dragit av någon prognos när stat och SKR undertecknade.',
    en: 'No payment had deducted a forecast when State and SKR signed.',
  },
};

function stated(name: string): Texts {
  const text = parameterText(name) ?? { sv: name, en: name };
  return {
    sv: `Står i överenskommelsen: ${text.sv}.`,
    en: `Stated in the agreement: ${text.en}.`,
  };
}

function inputText({ row = '', source }: RecordedNode): Texts {
  const [partition = '', kind = ''] = (source?.stream ?? '').split('/');
  const year = partition.slice(partition.indexOf('#') + 1);
  const version = source?.version ?? 0;
  const [first = '', ...rest] = row.split(' ');
  const what = (language: Language) =>
    [payeeName(first), ...rest.map((word) => rowText(word)[language])].join(', ');
  if (!partition.startsWith('INPUT#'))
    return {
      sv: `Kom tillbaka från banken: ${payeeName(first)}, utbetalningen ${year}-${kind}.`,
      en: `Returned by the bank: ${payeeName(first)}, the payout of ${year}-${kind}.`,
    };
  const of = (language: Language) =>
    year === 'all' ? needName(kind, language) : `${needName(kind, language)} ${year}`;
  return {
    sv: `${of('sv')}, version ${version}: ${what('sv')}.`,
    en: `${of('en')}, version ${version}: ${what('en')}.`,
  };
}

type Words = (node: RecordedNode, shown: readonly string[], of: readonly RecordedNode[]) => Texts;

const two =
  (sv: (a: string, b: string) => string, en: (a: string, b: string) => string): Words =>
  (_node, [a = '', b = '']) => ({ sv: sv(a, b), en: en(a, b) });

/** The third when the first is over (or at least) the second, else the fourth. */
const chosen =
  (over: Texts, notOver: Texts): Words =>
  ({ exact }, [first = '', second = '', third = '', fourth = ''], of) => {
    const [a, b, then] = of.map((each) => Fraction.parse(each.exact));
    const compared = a && b ? a.compare(b) : 0;
    const holds = over.en === 'over' ? compared > 0 : compared >= 0;
    // What stands there is what counts; the comparison only says why.
    const amount = holds && then?.equals(Fraction.parse(exact)) ? third : fourth;
    const why = holds ? over : notOver;
    return {
      sv: `${amount}, eftersom ${first} är ${why.sv} ${second}.`,
      en: `${amount}, since ${first} is ${why.en} ${second}.`,
    };
  };

const operations: Readonly<Record<string, Words>> = {
  sum: (_node, shown) => ({
    sv: `Summan av ${shown.length} belopp.`,
    en: `The sum of ${shown.length} amounts.`,
  }),
  difference: two(
    (a, b) => `${a} minus ${b}.`,
    (a, b) => `${a} minus ${b}.`,
  ),
  product: (_node, shown, of) => {
    const at = of.findIndex(({ unit }) => unit === 'share');
    const [share, other] = at === 1 ? [shown[1], shown[0]] : [shown[0], shown[1]];
    return at === -1
      ? { sv: `${shown.join(' gånger ')}.`, en: `${shown.join(' times ')}.` }
      : { sv: `${share} av ${other}.`, en: `${share} of ${other}.` };
  },
  quotient: two(
    (a, b) => `${a} delat med ${b}.`,
    (a, b) => `${a} divided by ${b}.`,
  ),
  negated: (_node, [a = '']) => ({ sv: `Minus ${a}.`, en: `Minus ${a}.` }),
  smaller: two(
    (a, b) => `Det mindre av ${a} och ${b}.`,
    (a, b) => `The smaller of ${a} and ${b}.`,
  ),
  larger: two(
    (a, b) => `Det större av ${a} och ${b}.`,
    (a, b) => `The larger of ${a} and ${b}.`,
  ),
  'if-over': chosen({ sv: 'mer än', en: 'over' }, { sv: 'högst', en: 'not over' }),
  'if-at-least': chosen({ sv: 'minst', en: 'at least' }, { sv: 'mindre än', en: 'less than' }),
  whole: (_node, [a = '']) => ({
    sv: `${a}, avrundat till hela kronor.`,
    en: `${a}, in whole kronor.`,
  }),
  allocation: (_node, shown) => ({
    sv: `${shown.length} belopp görs till hela kronor tillsammans: var och en avrundas nedåt, och de kronor som blir över går till dem som förlorade mest.`,
    en: `${shown.length} amounts made whole kronor together: each is rounded down, and the kronor left over go to those that lost most.`,
  }),
  part: ({ key = '' }) => ({
    sv: `Det som ${payeeName(key)} får i hela kronor när alla avrundas tillsammans.`,
    en: `What ${payeeName(key)} gets in whole kronor when all are rounded together.`,
  }),
  instalments: ({ count = 0 }, shown) => ({
    sv: `${shown.length} regioners bidrag, vart och ett delat i ${count} utbetalningar av hela kronor.`,
    en: `The grants of ${shown.length} regions, each cut into ${count} instalments of whole kronor.`,
  }),
  instalment: ({ key = '', instalment = 0 }) => ({
    sv: `Utbetalning nummer ${instalment} av årets bidrag till ${payeeName(key)}.`,
    en: `Instalment number ${instalment} of the year's grant to ${payeeName(key)}.`,
  }),
};

/** Refuses an operation that core does not know. */
function stepText(node: RecordedNode, of: readonly RecordedNode[], language: Language): Texts {
  const words = operations[node.operation ?? ''];
  if (!words) throw new RangeError(`No working knows the operation ${node.operation}.`);
  const shown = of.map(({ exact, unit }) => amountText(Fraction.parse(exact), unit, language));
  return words(node, shown, of);
}
