import iconv from 'iconv-lite';
import { Sek } from '../../core/money/sek.ts';

/*
 * A reader of SIE 4 files of type 4E, made from the standard and not from the writer: it takes what the standard allows and refuses the
 * rest, each refusal with the number of the line.
 */

export interface SieEntry {
  readonly account: string;
  /** Object numbers by dimension. */
  readonly objects: ReadonlyMap<string, string>;
  readonly sek: Sek;
  readonly text: string;
}

export interface SieVoucher {
  readonly series: string;
  readonly number: number;
  readonly day: string;
  readonly text: string;
  readonly entries: readonly SieEntry[];
}

export interface SieFile {
  /** The fields of each label that stands once: `FNAMN`, `ORGNR`, `GEN`. */
  readonly heading: ReadonlyMap<string, readonly string[]>;
  readonly accounts: ReadonlyMap<string, { readonly name: string; readonly type: string }>;
  readonly objects: ReadonlyMap<string, string>;
  readonly opening: ReadonlyMap<string, Sek>;
  readonly closing: ReadonlyMap<string, Sek>;
  readonly results: ReadonlyMap<string, Sek>;
  /** By `account dimension object`. */
  readonly objectOpening: ReadonlyMap<string, Sek>;
  readonly objectClosing: ReadonlyMap<string, Sek>;
  /** By `YYYYMM account`, and `YYYYMM account dimension object`. */
  readonly periods: ReadonlyMap<string, Sek>;
  readonly vouchers: readonly SieVoucher[];
}

/** A field, or the fields between braces. */
type Field = string | readonly string[];

/** Which labels there may be, in the order of the standard, and how many fields each has at least and at most. */
const labels: Readonly<Record<string, readonly [least: number, most: number, once?: true]>> = {
  FLAGGA: [1, 1, true],
  PROGRAM: [2, 2, true],
  FORMAT: [1, 1, true],
  GEN: [1, 2, true],
  SIETYP: [1, 1, true],
  ORGNR: [1, 3, true],
  FNAMN: [1, 1, true],
  RAR: [3, 3],
  OMFATTN: [1, 1, true],
  VALUTA: [1, 1, true],
  KONTO: [2, 2],
  KTYP: [2, 2],
  DIM: [2, 2],
  OBJEKT: [3, 3],
  IB: [3, 4],
  UB: [3, 4],
  OIB: [4, 5],
  OUB: [4, 5],
  RES: [3, 4],
  PSALDO: [5, 6],
  VER: [3, 6],
};
const DATE = /^(19|20)\d{2}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])$/;
const THIS_YEAR = /^0$/;

/** What the first fields of a label may say. */
const says: Readonly<Record<string, readonly RegExp[]>> = {
  FLAGGA: [/^0$/],
  FORMAT: [/^PC8$/],
  SIETYP: [/^4$/],
  GEN: [DATE],
  OMFATTN: [DATE],
  ORGNR: [/^\d{6}-\d{4}$/],
  VALUTA: [/^[A-Z]{3}$/],
  RAR: [/^(0|-\d)$/, DATE, DATE],
  KONTO: [/^\d{4,6}$/],
  KTYP: [/^\d{4,6}$/, /^[TSKI]$/],
  // Dimensions of one's own begin at 20.
  DIM: [/^[2-9]\d$/],
  IB: [THIS_YEAR],
  UB: [THIS_YEAR],
  RES: [THIS_YEAR],
  OIB: [THIS_YEAR],
  OUB: [THIS_YEAR],
  PSALDO: [THIS_YEAR, /^\d{4}(0[1-9]|1[0-2])$/],
};

/** Labels that come mixed with the one before them. */
const together = new Map([
  ['KTYP', 'KONTO'],
  ['OBJEKT', 'DIM'],
]);
const required = ['FLAGGA', 'PROGRAM', 'FORMAT', 'GEN', 'SIETYP', 'FNAMN', 'RAR', 'KONTO', 'VER'];

export function readSie(bytes: Uint8Array): SieFile {
  const text = iconv.decode(Buffer.from(bytes), 'cp437');
  if (!text.endsWith('\r\n')) throw new Error('The last line has no end.');
  const reader = new Reader();
  text
    .slice(0, -2)
    .split('\r\n')
    .forEach((line, index) => {
      try {
        reader.take(line);
      } catch (error) {
        throw new Error(`Line ${index + 1}: ${(error as Error).message}`);
      }
    });
  return reader.finished();
}

class Reader {
  readonly #heading = new Map<string, readonly string[]>();
  readonly #accounts = new Map<string, { name: string; type: string }>();
  readonly #dimensions = new Set<string>();
  readonly #objects = new Map<string, string>();
  readonly #sums: Record<'IB' | 'UB' | 'RES' | 'OIB' | 'OUB' | 'PSALDO', Map<string, Sek>> = {
    IB: new Map(),
    UB: new Map(),
    RES: new Map(),
    OIB: new Map(),
    OUB: new Map(),
    PSALDO: new Map(),
  };
  readonly #vouchers: (SieVoucher & { entries: SieEntry[] })[] = [];
  #stage = 0;
  #within: 'file' | 'before-brace' | 'voucher' = 'file';

  take(line: string): void {
    if (this.#within === 'before-brace') {
      if (line !== '{') throw new Error('a voucher begins with {.');
      this.#within = 'voucher';
    } else if (this.#within === 'voucher' && line.trim() === '}') this.#endVoucher();
    else if (this.#within === 'voucher') this.#transaction(fieldsOf(line));
    else this.#labelled(fieldsOf(line));
  }

  finished(): SieFile {
    if (this.#within !== 'file') throw new Error('The last voucher has no end.');
    for (const label of required)
      if (!this.#heading.has(label)) throw new Error(`#${label} is missing.`);
    return {
      heading: this.#heading,
      accounts: this.#accounts,
      objects: this.#objects,
      opening: this.#sums.IB,
      closing: this.#sums.UB,
      results: this.#sums.RES,
      objectOpening: this.#sums.OIB,
      objectClosing: this.#sums.OUB,
      periods: this.#sums.PSALDO,
      vouchers: this.#vouchers,
    };
  }

  #labelled([label, ...fields]: readonly Field[]): void {
    const name = typeof label === 'string' && label.startsWith('#') ? label.slice(1) : '';
    const rule = labels[name];
    if (!rule) throw new Error(`${label} is no label of type 4E.`);
    const [least, most, once] = rule;
    if (fields.length < least || fields.length > most)
      throw new Error(`#${name} has ${fields.length} fields.`);
    if (once && this.#heading.has(name)) throw new Error(`#${name} comes twice.`);
    const stage = Object.keys(labels).indexOf(together.get(name) ?? name);
    if (stage < this.#stage) throw new Error(`#${name} comes too late.`);
    this.#stage = stage;
    this.#heading.set(name, fields.map(String));
    this.#meaning(name, fields);
  }

  #meaning(name: string, fields: readonly Field[]): void {
    const [first = '', second = '', third = ''] = fields.map(String);
    const patterns = says[name] ?? [];
    for (const [index, pattern] of patterns.entries())
      if (!pattern.test(String(fields[index]))) throw new Error(`#${name} says ${fields[index]}.`);
    if (name === 'KONTO') {
      if (this.#accounts.has(first)) throw new Error(`${first} comes twice.`);
      this.#accounts.set(first, { name: second, type: '' });
    } else if (name === 'KTYP') this.#account(first).type = second;
    else if (name === 'DIM') this.#dimensions.add(first);
    else if (name === 'OBJEKT') {
      if (!this.#dimensions.has(first)) throw new Error(`There is no dimension ${first}.`);
      this.#objects.set(`${first} ${second}`, third);
    } else if (name === 'VER') this.#voucher(fields);
    else if (name === 'IB' || name === 'UB' || name === 'RES') {
      const isResult = 'KI'.includes(this.#account(second).type);
      if (isResult !== (name === 'RES')) throw new Error(`${second} has no #${name}.`);
      this.#sum(name, second, third);
    } else if (name === 'OIB' || name === 'OUB') {
      this.#account(second);
      this.#sum(name, `${second}${this.#object(fields[2])}`, String(fields[3]));
    } else if (name === 'PSALDO') {
      this.#account(third);
      this.#sum(name, `${second} ${third}${this.#object(fields[3])}`, String(fields[4]));
    }
  }

  #sum(label: 'IB' | 'UB' | 'RES' | 'OIB' | 'OUB' | 'PSALDO', key: string, amount: string): void {
    if (this.#sums[label].has(key)) throw new Error(`#${label} ${key} comes twice.`);
    this.#sums[label].set(key, sekOf(amount));
  }

  #voucher([series = '', number = '', day = '', text = '']: readonly Field[]): void {
    if (!/^[1-9]\d*$/.test(String(number)) || !DATE.test(String(day)))
      throw new Error(`No number or no day: ${number} ${day}.`);
    this.#vouchers.push({
      series: String(series),
      number: Number(number),
      day: String(day),
      text: String(text),
      entries: [],
    });
    this.#within = 'before-brace';
  }

  #transaction([label, account = '', objects = '', amount = '', day, text = '']: readonly Field[]) {
    if (label !== '#TRANS') throw new Error(`${label} stands in a voucher.`);
    this.#account(String(account));
    if (typeof objects === 'string') throw new Error('The list of objects has no braces.');
    if (day !== undefined && !DATE.test(String(day))) throw new Error(`${day} is no day.`);
    const pairs = new Map<string, string>();
    for (let at = 0; at < objects.length; at += 2) {
      const [dimension = '', object = ''] = objects.slice(at, at + 2);
      if (!this.#objects.has(`${dimension} ${object}`))
        throw new Error(`There is no object ${dimension} ${object}.`);
      if (pairs.has(dimension)) throw new Error(`${dimension} comes twice.`);
      pairs.set(dimension, object);
    }
    this.#vouchers.at(-1)?.entries.push({
      account: String(account),
      objects: pairs,
      sek: sekOf(String(amount)),
      text: String(text),
    });
  }

  #endVoucher(): void {
    const entries = this.#vouchers.at(-1)?.entries ?? [];
    if (!Sek.sum(entries.map(({ sek }) => sek)).isZero())
      throw new Error('the voucher does not sum to zero.');
    this.#within = 'file';
  }

  #account(number: string): { name: string; type: string } {
    const found = this.#accounts.get(number);
    if (!found) throw new Error(`There is no account ${number}.`);
    return found;
  }

  #object(field: Field | undefined): string {
    if (field === undefined || typeof field === 'string')
      throw new Error('The list of objects has no braces.');
    if (field.length === 0) return '';
    const [dimension, object, ...more] = field;
    if (more.length > 0 || !this.#objects.has(`${dimension} ${object}`))
      throw new Error(`There is no object ${field.join(' ')}.`);
    return ` ${dimension} ${object}`;
  }
}

function sekOf(text: string): Sek {
  if (!/^-?(0|[1-9]\d*)\.\d{2}$/.test(text)) throw new Error(`${text} is no amount.`);
  return Sek.of(text);
}

/** The fields of a line: blanks part them, quotation marks hold them together, braces hold a list. */
function fieldsOf(line: string): readonly Field[] {
  const fields: Field[] = [];
  let list: string[] | undefined;
  let rest = line.trimStart();
  while (rest !== '') {
    const taken = nextField(rest);
    if (taken.field === '{' && !taken.quoted) {
      if (list) throw new Error('a list in a list.');
      list = [];
    } else if (taken.field === '}' && !taken.quoted) {
      if (!list) throw new Error('} without {.');
      fields.push(list);
      list = undefined;
    } else (list ?? fields).push(taken.field as never);
    rest = taken.rest;
  }
  if (list) throw new Error('{ without }.');
  return fields;
}

function nextField(text: string): { field: string; quoted: boolean; rest: string } {
  const brace = /^[{}]/.exec(text);
  if (brace) return { field: brace[0], quoted: false, rest: text.slice(1).trimStart() };
  const inQuotes = /^"((?:[^"\\]|\\")*)"(?=[\s}]|$)/.exec(text);
  if (inQuotes) {
    const [whole, field = ''] = inQuotes;
    if (/\p{Cc}/u.test(field)) throw new Error('a control character.');
    const plain = field.replaceAll('\\"', '"');
    return { field: plain, quoted: true, rest: text.slice(whole.length).trimStart() };
  }
  const bare = /^[^\s"{}]+/.exec(text);
  if (!bare) throw new Error(`no field: ${text}`);
  return { field: bare[0], quoted: false, rest: text.slice(bare[0].length).trimStart() };
}
