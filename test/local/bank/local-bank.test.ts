import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import type { Conduct } from '../../../local/bank/conduct.ts';
import { LocalBank } from '../../../local/bank/local-bank.ts';
import { folder, removeFolders } from '../../helpers/folders.ts';
import { BankCloud } from './bank-cloud.ts';
import { fileTextOf, received, type Sent } from './sent-files.ts';

afterAll(removeFolders);

const MARCH = 'payout-2021-03';
const FILE = '2021/STB-PAY-2021-03.xml';
const sent: Sent = { case: MARCH, payees: ['05', '12'] };

let cloud: BankCloud;
let records: string;
beforeEach(() => {
  cloud = new BankCloud();
  records = folder();
});

const bankOf = (conduct: Conduct = 'calm') => new LocalBank(cloud.as(), records, conduct);

/** The bank does everything up to a moment, one thing after the other, as the time line has it. */
async function upTo(bank: LocalBank, until: string): Promise<void> {
  for (;;) {
    const at = bank.nextAt(cloud.as().waits());
    if (at === undefined || at > until) return;
    await bank.act(at, cloud.as());
  }
}

describe('The local bank', () => {
  it('has nothing to do while nobody sends a file', () => {
    expect(bankOf().nextAt([])).toBeUndefined();
  });

  it('fetches a file as soon as its workflow waits, and answers in its own time', async () => {
    const bank = bankOf();
    cloud.sends(MARCH, FILE, fileTextOf(sent), received());
    expect(bank.nextAt(cloud.as().waits())).toBe(received());
    await upTo(bank, received());
    expect(cloud.reports).toEqual([]);
    expect(bank.nextAt(cloud.as().waits())).toBe('2021-03-01T05:05:00.000Z');
    await upTo(bank, '2021-03-01T05:39:59.999Z');
    expect(cloud.reports).toEqual(['LOKALBANK-STB-PAY-2021-03-1-pain.002.xml']);
    await upTo(bank, '2021-03-02T00:00:00.000Z');
    expect(cloud.reports).toEqual([
      'LOKALBANK-STB-PAY-2021-03-1-pain.002.xml',
      'LOKALBANK-STB-PAY-2021-03-2-camt.054.xml',
    ]);
  });

  it('still tells of what comes back when nobody waits any more, also when it was stopped meanwhile', async () => {
    const july = { case: 'payout-2021-07', payees: ['20'], day: '2021-07-01' } as const;
    cloud.sends(july.case, '2021/STB-PAY-2021-07.xml', fileTextOf(july), received('2021-07-01'));
    await upTo(bankOf('troubled'), '2021-07-02T00:00:00.000Z');
    cloud.closesAll();
    const before = cloud.reports.length;
    // Nine bank days after 1 July 2021, which is a Thursday.
    await upTo(bankOf('troubled'), '2021-07-14T07:59:00.000Z');
    expect(cloud.reports).toHaveLength(before);
    await upTo(bankOf('troubled'), '2021-07-14T08:00:00.000Z');
    expect(cloud.reports.slice(before)).toEqual(['LOKALBANK-STB-PAY-2021-07-3-camt.054.xml']);
  });

  it('puts a file again that it may have put when it was killed, and no other', async () => {
    cloud.sends(MARCH, FILE, fileTextOf(sent), received());
    cloud.diesAfterPut = true;
    await expect(upTo(bankOf(), '2021-03-02T00:00:00.000Z')).rejects.toThrow('killed');
    cloud.diesAfterPut = false;
    await upTo(bankOf(), '2021-03-02T00:00:00.000Z');
    expect(cloud.reports.map((name) => name.slice(-14))).toEqual([
      '1-pain.002.xml',
      '1-pain.002.xml',
      '2-camt.054.xml',
    ]);
  });

  it('refuses a message that it has received before, and makes no payment of it again', async () => {
    const bank = bankOf();
    cloud.sends(MARCH, FILE, fileTextOf(sent), received());
    await upTo(bank, received());
    // Another file with the id of the first: no workflow of ours sends one.
    cloud.sends(
      'payout-2021-04',
      '2021/STB-PAY-2021-04.xml',
      fileTextOf(sent),
      received('2021-04-01'),
    );
    await upTo(bank, '2021-04-02T00:00:00.000Z');
    const [last] = bank.deliveries().slice(-1);
    expect(last?.text).toContain('<GrpSts>RJCT</GrpSts><StsRsnInf><Rsn><Cd>DUPL</Cd>');
    expect(bank.deliveries().filter(({ name }) => name.includes('camt.054'))).toHaveLength(1);
  });

  it('refuses a file that it cannot read, by the reason', async () => {
    cloud.sends(MARCH, FILE, fileTextOf(sent).replaceAll('2000.00', '1.00'), received());
    const bank = bankOf();
    await upTo(bank, '2021-03-02T00:00:00.000Z');
    expect(bank.deliveries().map(({ text }) => /<Cd>(\w+)</.exec(text)?.[1])).toEqual(['AM10']);
  });

  it('stops when there is no file of a payment that it is asked about', async () => {
    cloud.sends(MARCH, 'elsewhere.xml', '', received());
    await expect(upTo(bankOf(), received())).rejects.toThrow(`There is no payment file ${FILE}.`);
  });
});
