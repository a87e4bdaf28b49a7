/** What changes a report: given numbers from 0 up to 1, another text or other bytes. */
export type Random = () => number;
type Change = (xml: string, random: Random) => string;

const below = (random: Random, count: number): number => Math.floor(random() * count);
const pick = <T>(random: Random, from: readonly T[]): T => from[below(random, from.length)] as T;

/** Replaces one of the places that match, if there is any. */
function atOne(xml: string, random: Random, what: RegExp, to: (found: RegExpExecArray) => string) {
  const found = [...xml.matchAll(what)];
  const one = found.length === 0 ? undefined : (pick(random, found) as RegExpExecArray);
  if (!one) return xml;
  return xml.slice(0, one.index) + to(one) + xml.slice(one.index + one[0].length);
}

const ID = /STB-PAY-2021-03(?:-\d\d)?(?=<)/g;
const AMOUNT = /(?<=Ccy="[A-Z]{3}">)[^<]*/g;
const LEAF = /<(\w+)(?: [^<>]*)?>[^<>]*<\/\1>/g;
const names = ['TxInfAndSts', 'OrgnlPmtInfAndSts', 'OrgnlGrpInfAndSts', 'GrpHdr', 'StsRsnInf'];
const accountNames = ['Ntry', 'NtryDtls', 'TxDtls', 'Refs', 'Btch', 'RtrInf', 'BkTxCd', 'AmtDtls'];
const codes = ['ACCP', 'ACSC', 'RJCT', 'PART', 'PDNG', 'BOOK', 'INFO', 'XXXX', ''];

const ids = [
  'STB-PAY-2021-03',
  'STB-PAY-2021-03-01',
  'STB-PAY-2021-03-03',
  'STB-PAY-2021-03-14',
  'STB-PAY-2021-04-01',
  'STB-PAY-2021-03-02',
  'STB-PAY-2021-03-SKR',
  'STB-REQ-2021-SOL-SKR',
  'STB-REI-2021-03-01-1-01',
  'stb-pay-2021-03-01',
  'STB-PAY-2021-13-01',
  'STB-PAY-2021-03-011',
  ' STB-PAY-2021-03-01\n',
  'STB‐PAY‐2021‐03‐01',
  'STB-PAY-2021-03-０1',
  'NOTPROVIDED',
  'INV-2021-17',
  "'; DROP TABLE payments; --",
  '../../STB-PAY-2021-03-01',
  'x'.repeat(36),
  '',
];

const amounts: readonly ((text: string, random: Random) => string)[] = [
  (text) => `${text}.01`,
  (text) => `${text}.00`,
  (text) => `00${text}`,
  (text) => `-${text}`,
  (text) => `+${text}`,
  (text) => `${text}.`,
  (text) => `.${text}`,
  (text) => `${text}0`,
  (text) => text.slice(0, -1),
  (text) => `${text}e0`,
  (text) => text.replace(/(\d{3})$/, ' $1'),
  (text) => text.replace(/(\d{2})$/, ',$1'),
  (text) => `0x${text}`,
  () => '0',
  () => '1',
  () => '9'.repeat(30),
  () => 'NaN',
  () => '',
  (text) => `${text}.000001`,
  (text) => `\n ${text}\t`,
  (_text, random) => String(below(random, 1e9)),
];

/** Wraps or writes text so that it is the same to XML. */
const disguises: readonly ((text: string) => string)[] = [
  (text) => `<![CDATA[${text}]]>`,
  (text) => text.replaceAll(/\d/g, (digit) => `&#${digit.charCodeAt(0)};`),
  (text) => `${text.slice(0, 4)}<!-- -->${text.slice(4)}`,
  (text) => `${text.slice(0, 4)}<?x ?>${text.slice(4)}`,
  (text) => `<b>${text}</b>`,
];

const element = (name: string): RegExp =>
  new RegExp(`<${name}(?: [^<>]*)?>[\\s\\S]*?</${name}>`, 'g');
const someElement = (random: Random): RegExp =>
  random() < 0.5 ? LEAF : element(pick(random, [...names, ...accountNames]));

const doctypes = [
  '<!DOCTYPE Document>',
  '<!DOCTYPE Document [<!ENTITY a "STB-PAY-2021-03-01">]>',
  '<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;">]>',
  '<!DOCTYPE a SYSTEM "file:///etc/passwd">',
  '<!DOCTYPE a [<!ENTITY % x SYSTEM "http://127.0.0.1/x"> %x;]>',
];

/** Changes that know what a report is made of, by name. */
export const structural: Readonly<Record<string, Change>> = {
  'another id': (xml, random) => atOne(xml, random, ID, () => pick(random, ids)),
  'ids swapped': (xml, random) => {
    const found = [...new Set(xml.match(ID))];
    const [one, other] = [pick(random, found), pick(random, found)];
    if (one === undefined || other === undefined) return xml;
    return xml.replaceAll(ID, (id) => (id === one ? other : id === other ? one : id));
  },
  'another amount': (xml, random) =>
    atOne(xml, random, AMOUNT, ([text]) => pick(random, amounts)(text, random)),
  'amounts swapped': (xml, random) => {
    const found = xml.match(AMOUNT) ?? [];
    return atOne(xml, random, AMOUNT, ([text]) => (found.length > 0 ? pick(random, found) : text));
  },
  'another currency': (xml, random) =>
    atOne(xml, random, /Ccy="[A-Z]*"/g, () =>
      pick(random, ['Ccy="EUR"', 'Ccy="sek"', 'Ccy=""', '', 'ccy="SEK"', "Ccy='SEK'"]),
    ),
  'another status': (xml, random) =>
    atOne(xml, random, /(?<=<(?:TxSts|GrpSts|PmtInfSts|Sts|Cd)>)\w+(?=<)/g, () =>
      pick(random, codes),
    ),
  'the other direction': (xml, random) =>
    atOne(xml, random, /CRDT|DBIT/g, ([text]) =>
      random() < 0.8 ? (text === 'CRDT' ? 'DBIT' : 'CRDT') : 'BOTH',
    ),
  'a reversal': (xml, random) =>
    atOne(
      xml,
      random,
      /<\/CdtDbtInd>/g,
      () => `</CdtDbtInd><RvslInd>${pick(random, ['true', 'false', '1', 'yes'])}</RvslInd>`,
    ),
  'another kind of transaction': (xml, random) =>
    atOne(xml, random, /(?<=<SubFmlyCd>)\w+/g, () => pick(random, ['RRTN', 'RPCR', 'DMCT', 'X'])),
  'an element twice': (xml, random) =>
    atOne(xml, random, someElement(random), ([text]) => text + text),
  'an element less': (xml, random) => atOne(xml, random, someElement(random), () => ''),
  'an element in itself': (xml, random) =>
    atOne(xml, random, someElement(random), ([text]) =>
      text.replace(/^(<[^<>]*>)([\s\S]*)(<\/\w+>)$/, '$1$1$2$3$3'),
    ),
  'an element elsewhere': (xml, random) => {
    const found = xml.match(someElement(random)) ?? [];
    if (found.length === 0) return xml;
    const moved = pick(random, found);
    return atOne(xml.replace(moved, ''), random, />/g, () => `>${moved}`);
  },
  'an element renamed': (xml, random) =>
    atOne(xml, random, LEAF, ([text, name = '']) => text.replaceAll(name, `${name}X`)),
  'another version': (xml, random) =>
    atOne(xml, random, /001\.\d\d(?=")/g, () => pick(random, ['001.01', '001.02', '001.13', 'x'])),
  'another message': (xml, random) =>
    atOne(xml, random, /pain\.002|camt\.05[34]/g, () =>
      pick(random, ['pain.001', 'pain.002', 'camt.052', 'camt.053', 'camt.054']),
    ),
  'a prefix everywhere': (xml) =>
    xml
      .replaceAll(/<(\/?)(\w)/g, '<$1n:$2')
      .replace('<n:?', '<?')
      .replace('xmlns=', 'xmlns:n='),
  'a foreign namespace': (xml, random) =>
    atOne(xml, random, /<\w+>/g, ([tag]) => tag.replace('>', ' xmlns="urn:x">')),
  'the same text, disguised': (xml, random) =>
    atOne(xml, random, random() < 0.5 ? ID : /(?<=>)[^<>]+(?=<)/g, ([text]) =>
      pick(random, disguises)(text),
    ),
  'blanks between': (xml) => xml.replaceAll('><', '>\n  <'),
  'a document type': (xml, random) =>
    xml.replace('<Document', `${pick(random, doctypes)}<Document`),
  'an entity': (xml, random) =>
    atOne(xml, random, ID, () => pick(random, ['&a;', '&amp;', '&lt;b&gt;'])),
  'deep inside': (xml, random) => {
    const depth = below(random, 600); // The other parser gives up at 2048.
    return atOne(xml, random, />/g, () => `>${'<d>'.repeat(depth)}${'</d>'.repeat(depth)}`);
  },
  'a long text': (xml, random) =>
    atOne(xml, random, /(?<=>)[^<>]+(?=<)/g, ([text]) => text.repeat(below(random, 3000))),
  'many entries': (xml, random) =>
    atOne(xml, random, element(pick(random, ['Ntry', 'TxDtls', 'TxInfAndSts'])), ([text]) =>
      text.repeat(pick(random, [5, 40, 600])),
    ),
  'another encoding said': (xml, random) =>
    xml.replace('UTF-8', pick(random, ['utf-8', 'UTF-16', 'ISO-8859-1', 'UTF-7', ''])),
  'no declaration': (xml) => xml.replace(/^<\?xml[^>]*>\n?/, ''),
};

/** Changes of bytes that know nothing. */
export const bytewise: Readonly<Record<string, (bytes: Buffer, random: Random) => Buffer>> = {
  'cut off': (bytes, random) => bytes.subarray(0, below(random, bytes.length)),
  'bytes flipped': (bytes, random) => {
    const other = Buffer.from(bytes);
    for (let left = 1 + below(random, 5); left > 0; left--) {
      const at = below(random, other.length);
      other[at] = (other[at] ?? 0) ^ (1 << below(random, 8));
    }
    return other;
  },
  'bytes put in': (bytes, random) => {
    const at = below(random, bytes.length);
    const more = Buffer.from(
      Array.from({ length: 1 + below(random, 8) }, () => below(random, 256)),
    );
    return Buffer.concat([bytes.subarray(0, at), more, bytes.subarray(at)]);
  },
  'bytes left out': (bytes, random) => {
    const at = below(random, bytes.length);
    return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1 + below(random, 30))]);
  },
  'a piece twice': (bytes, random) => {
    const [from, length] = [below(random, bytes.length), below(random, 400)];
    const to = below(random, bytes.length);
    const piece = bytes.subarray(from, from + length);
    return Buffer.concat([bytes.subarray(0, to), piece, bytes.subarray(to)]);
  },
  'in UTF-16': (bytes) => Buffer.from(`\ufeff${bytes.toString('utf8')}`, 'utf16le'),
  'with a byte order mark': (bytes) => Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), bytes]),
  'in Latin-1': (bytes) => Buffer.from(bytes.toString('utf8').replaceAll('BANK', 'BÅNK'), 'latin1'),
  'digits turned': (bytes, random) => {
    const digits = [...bytes.keys()].filter((at) => /\d/.test(String.fromCharCode(bytes[at] ?? 0)));
    const other = Buffer.from(bytes);
    if (digits.length > 0) other[pick(random, digits)] = 0x30 + below(random, 10);
    return other;
  },
};

/** A report with one to four changes; mostly of its structure, for most bytes that are changed make it unreadable. */
export function mutated(
  xml: string,
  random: Random,
): { readonly bytes: Buffer; readonly how: string } {
  const how: string[] = [];
  let text = xml;
  for (let left = 1 + below(random, 3); left > 0; left--) {
    const [name, change] = pick(random, Object.entries(structural));
    text = change(text, random);
    how.push(name);
  }
  let bytes: Buffer = Buffer.from(text);
  if (random() < 0.3) {
    const [name, change] = pick(random, Object.entries(bytewise));
    if (bytes.length > 0) bytes = change(bytes, random);
    how.push(name);
  }
  return { bytes, how: how.join(', ') };
}
