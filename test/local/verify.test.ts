import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sha256Of } from '../../functions/adapters/sha256.ts';
import { lockRecords } from '../../local/cloud/records-lock.ts';

const script = (name: string) => fileURLToPath(new URL(`../../local/${name}.ts`, import.meta.url));
const root = mkdtempSync(join(tmpdir(), 'statsbidrag-verify-'));
const records = join(root, 'records');
const whole = join(root, 'whole.jsonl');

function run(name: string, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script(name), ...args], {
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

const verify = (...args: string[]) => run('verify', ...args);
const anchor = join(records, 'anchor.json');
const headHash = () => (JSON.parse(readFileSync(anchor, 'utf8')) as { headHash: string }).headHash;
const lines = () => readFileSync(whole, 'utf8').trimEnd().split('\n');

/** What is verified of a copy of the records directory in which something was changed. */
function verifyCopy(change: (copy: string) => void) {
  const copy = join(root, 'copy');
  rmSync(copy, { recursive: true, force: true });
  cpSync(records, copy, { recursive: true });
  change(copy);
  return verify(copy);
}

/** Every file below a folder, with when it was written and how it is. */
const filesBelow = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((file) => `${file} ${statSync(file).mtimeMs} ${sha256Of(readFileSync(file))}`);

/** The record with its lines changed, verified against the anchored heads. */
function verifyChanged(change: (all: string[]) => string[], ...args: string[]) {
  const file = join(root, 'changed.jsonl');
  writeFileSync(file, `${change(lines()).join('\n')}\n`);
  return verify(file, ...(args.length > 0 ? args : ['--anchor', anchor]));
}

beforeAll(() => {
  expect(run('start', '--records', records, '--until', '2021-03', '--no-serve').status).toBe(0);
  expect(verify(records, '--export', whole).status).toBe(0);
});
afterAll(() => rmSync(root, { recursive: true }));

describe('the offline verifier', () => {
  it('finds a year that nobody has touched whole, against the heads noted beside it', () => {
    const { status, stdout } = verify(records);
    expect(stdout).toMatch(/^✓ the record is whole: \d+ events in \d+ streams, against the anchor/);
    expect(stdout).toContain(`head hash ${headHash()}`);
    expect(status).toBe(0);
  });

  it('finds the exported text as whole as the table, given the head hash that was noted', () => {
    expect(verify(whole, '--head', headHash()).status).toBe(0);
  });

  it('refuses another head hash', () => {
    const { status, stdout } = verify(whole, '--head', '0'.repeat(64));
    expect([status, stdout]).toEqual([1, expect.stringContaining('was anchored')]);
  });

  it('finds a krona that was changed in a voucher', () => {
    const { status, stdout } = verifyChanged((all) =>
      all.map((line) =>
        line.includes('"partition":"JOURNAL#2021"') ? line.replace('"sek":"', '"sek":"1') : line,
      ),
    );
    expect(stdout).toContain('JOURNAL#2021/voucher event 1 is not what its hash was made of');
    expect(status).toBe(1);
  });

  it.each(['RUN#2021', 'JOURNAL#2021', 'GRANT#2021'])(
    'finds that the tail of %s was cut off; without an anchor nobody could',
    (partition) => {
      const cut = (all: string[]) => {
        const last = all.findLastIndex((line) => line.includes(`"partition":"${partition}"`));
        return all.filter((_line, index) => index !== last);
      };
      expect(verifyChanged(cut).status).toBe(1);
      expect(verifyChanged(cut).stdout).toMatch(/were anchored|is missing/);
    },
  );

  it('holds the record against every anchor that was made while it grew', () => {
    const { status, stdout } = verify(records);
    const [, held, all] = /✓ (\d+) of (\d+) anchors hold/.exec(stdout) ?? [];
    expect([held, Number(all) > 2, status]).toEqual([all, true, 0]);
  });

  it('holds an exported text against the same anchors, and says when there are none', () => {
    expect(verify(whole, '--anchors', join(records, 'anchors')).stdout).toMatch(
      /✓ \d+ of \d+ anchors hold/,
    );
    const { stdout, status } = verify(whole, '--head', headHash());
    expect([status, stdout]).toEqual([
      0,
      expect.stringContaining('· no anchors to hold it against'),
    ]);
  });

  it.each([
    [
      'a tail that was cut off',
      (all: string[]) =>
        all.filter(
          (line) =>
            !/"number":2,.*"stream":"03"|"partition":"RUN#2021".*"number":[3-9]\b/.test(line),
        ),
      /RUN#2021\/03 has \d event.*missing \(\d+ anchors say so\)/,
    ],
    [
      'a stream that was dropped',
      (all: string[]) => all.filter((line) => !line.includes('"partition":"JOURNAL#2021"')),
      /JOURNAL#2021\/voucher is missing; 1 event anchored/,
    ],
    [
      'a body that was edited',
      (all: string[]) =>
        all.map((line) =>
          line
            .replace('"type":"allocation"', '"type":"allocated"')
            .replace('"kind":"allocation"', '"kind":"allocated"'),
        ),
      /is not what its hash was made of/,
    ],
  ])('finds %s by the anchors alone', (_, change, said) => {
    const { status, stdout } = verifyChanged(change, '--anchors', join(records, 'anchors'));
    expect(stdout).toMatch(said);
    expect(status).toBe(1);
  });

  it('finds a forged anchor of a later record', () => {
    const forged = join(records, 'anchors', `000099999-${'a'.repeat(64)}.json`);
    writeFileSync(forged, JSON.stringify({ headHash: 'a'.repeat(64), heads: [] }));
    try {
      const { status, stdout } = verify(records);
      expect(stdout).toMatch(
        /✗ anchors The anchor 000099999-a+\.json says a+; its heads make [0-9a-f]{64}/,
      );
      expect(stdout).toMatch(/✗ \d+ of \d+ anchors hold/);
      expect(status).toBe(1);
    } finally {
      rmSync(forged);
    }
  });

  it('finds events that changed places', () => {
    const { stdout } = verifyChanged((all) => {
      const at = all.findIndex((line) => line.includes('"partition":"RUN#2021"'));
      return all.toSpliced(at, 2, all[at + 1] ?? '', all[at] ?? '');
    });
    expect(stdout).toContain('stands where event 1 should');
  });

  it('finds that a whole stream was taken away, and that one was put in', () => {
    const removed = verifyChanged((all) => all.filter((line) => !line.includes('INPUT#all')));
    expect(removed.stdout).toContain('INPUT#all/payees is missing');
    const added = verifyChanged((all) => [
      ...all,
      ...all
        .filter((line) => line.includes('"partition":"AGENDA#all"'))
        .map((line) => line.replace('"stream":"closed"', '"stream":"other"')),
    ]);
    expect(added.stdout).toContain('AGENDA#all/other was not anchored');
  });

  it.skipIf(process.platform === 'win32').each<[string, (file: string) => void]>([
    ['an empty file', (file) => writeFileSync(file, '')],
    ['a blank line', (file) => writeFileSync(file, '\n')],
    ['a text that is no export', (file) => writeFileSync(file, 'Dear Sir,\nplease pay.\n')],
    ['bytes', (file) => writeFileSync(file, Buffer.from([0, 255, 10, 254]))],
    ['the null device', (file) => symlinkSync('/dev/null', file)],
    ['a pipe', (file) => spawnSync('mkfifo', [file])],
    ['an empty directory', (file) => mkdirSync(file)],
    [
      'a directory of something else',
      (file) => cpSync(join(records, 'anchors'), file, { recursive: true }),
    ],
    [
      'a directory with an empty table',
      (file) => mkdirSync(join(file, 'table'), { recursive: true }),
    ],
  ])('is given %s, calls it no record, and ends with 2', (_, make) => {
    const file = join(mkdtempSync(join(root, 'given-')), 'given');
    make(file);
    const { status, stdout, stderr } = verify(file);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(
      /holds no (event of a )?record|is a pipe|is neither a file nor a directory/,
    );
    expect(stderr).not.toContain('fault of the program');
  });

  it.each([
    [['no-such-directory'], 'There is no no-such-directory.'],
    [[root], 'holds no record'],
    [[whole, '--head', 'abc'], '--head: given "abc", allowed: 64 hex digits.'],
    [[whole, '--anchor', 'nowhere.json'], '--anchor: there is no nowhere.json.'],
    [[whole, '--anchors', 'nowhere'], '--anchors: there is no nowhere.'],
  ])('says what is wrong with the command %j, and ends with 2', (args, said) => {
    const { status, stderr } = verify(...args);
    expect([status, stderr]).toEqual([2, expect.stringContaining(said)]);
  });

  it.each<[string, (line: string) => string]>([
    ['is no event', () => 'not an event'],
    ['has a blank more', (line) => line.replace(':', ': ')],
    ['has a member twice', (line) => line.replace('"number":', '"number":1,"number":')],
    ['has a member more', (line) => line.replace(/}$/, ',"zone":"1"}')],
    ['lacks a member', (line) => line.replace(/"hash":"[0-9a-f]+",/, '')],
    ['ends too soon', (line) => line.slice(0, -1)],
  ])('says which line of a text %s, and verifies the rest', (_, change) => {
    const { status, stdout, stderr } = verifyChanged((all) => {
      const at = all.findLastIndex((line) => line.includes('"partition":"RUN#2021"'));
      return all.map((line, index) => (index === at || index === 0 ? change(line) : line));
    });
    expect([status, stderr]).toEqual([1, '']);
    expect(stdout).toMatch(/^✗ .*changed\.jsonl:1 (is no event|is a line|holds what)/m);
    expect(stdout.match(/^✗ .*changed\.jsonl:\d+ /gm)?.length).toBeGreaterThan(1);
    expect(stdout).toMatch(/head hash [0-9a-f]{64}\n$/);
  });

  it('says that a text was cut off within its last line', () => {
    const file = join(root, 'cut.jsonl');
    writeFileSync(file, readFileSync(whole, 'utf8').slice(0, -20));
    const { status, stdout } = verify(file, '--anchor', anchor);
    expect([status, stdout]).toEqual([
      1,
      expect.stringMatching(/cut\.jsonl:\d+ does not end with a line/),
    ]);
  });
});

describe('From heads that were verified before', () => {
  const anchors = () =>
    readdirSync(join(records, 'anchors'))
      .filter((name) => name.endsWith('.json'))
      .sort();
  const firstAnchor = () => anchors()[0] ?? '';
  const eventsNoted = () => {
    const { heads } = JSON.parse(readFileSync(anchor, 'utf8')) as { heads: { length: number }[] };
    return heads.reduce((sum, { length }) => sum + length, 0);
  };
  /** A file with what another says, changed. */
  const changed = (name: string, file: string, change: (text: string) => string) => {
    writeFileSync(join(root, name), change(readFileSync(file, 'utf8')));
    return join(root, name);
  };

  it.each<[string, () => string, () => number]>([
    [
      'an anchor',
      () => join(records, 'anchors', firstAnchor()),
      () => Number(firstAnchor().slice(0, 9)),
    ],
    ['the note that a run left', () => anchor, eventsNoted],
    [
      'an anchor under another name',
      () => changed('old.json', join(records, 'anchors', firstAnchor()), (text) => text),
      () => Number(firstAnchor().slice(0, 9)),
    ],
  ])('in %s: takes what stood there, and finds the same head', (_, file, events) => {
    const { status, stdout } = verify(records, '--since', file());
    expect(stdout).toContain(`· ${events()} events were verified before`);
    expect(stdout).toContain(`head hash ${headHash()}`);
    expect(status).toBe(0);
  });

  it('finds what was changed after them, and holds what stood before to its bytes and hashes', () => {
    const since = join(records, 'anchors', firstAnchor());
    for (const partition of ['INPUT#2021', 'JOURNAL#2021']) {
      const at = (all: string[]) =>
        all.findIndex((line) => line.includes(`"partition":"${partition}"`));
      const { status, stdout } = verifyChanged(
        (all) =>
          all.toSpliced(
            at(all),
            1,
            (all[at(all)] ?? '')
              .replace('"at":"2021', '"at":"2020')
              .replace('"day":"2021', '"day":"2020'),
          ),
        '--since',
        since,
      );
      expect([status, stdout]).toEqual([1, expect.stringContaining(`✗ ${partition}/`)]);
    }
  });

  it('refuses by name a record that does not hold every one of them, and takes nothing as verified', () => {
    const { status, stdout } = verifyChanged(
      (all) => all.filter((line) => !line.includes('"partition":"JOURNAL#2021"')),
      '--since',
      anchor,
    );
    expect(stdout).toMatch(
      /^✗ --since HeadsNotHeld: 1 of the \d+ heads in anchor\.json are not in this record, so nothing/m,
    );
    expect(stdout).toContain('✗ JOURNAL#2021/voucher is missing; 1 event anchored (anchor.json)');
    expect(stdout).toContain('· 0 events were verified before');
    expect(status).toBe(1);
  });

  it.each<[string, () => string, RegExp]>([
    [
      'is not there',
      () => join(root, 'nowhere.json'),
      /^--since: there is no file .*nowhere\.json\.\n$/,
    ],
    ['is a folder', () => records, /^--since: there is no file /],
    [
      'is something else',
      () => whole,
      /^--since: .* holds no heads that make its head hash\. Allowed: an anchor/,
    ],
    [
      'was edited',
      () => changed('edited.json', anchor, (text) => text.replace('"length": 1', '"length": 2')),
      /^--since: .* holds no heads that make its head hash/,
    ],
    [
      'has the name of another anchor',
      () => changed(anchors()[1] ?? '', join(records, 'anchors', firstAnchor()), (text) => text),
      /^--since: The anchor .* holds what .* is the name of\.\n$/,
    ],
  ])('refuses a file that %s, and ends with 2', (_, file, said) => {
    const { status, stderr } = verify(records, '--since', file());
    expect([status, stderr]).toEqual([2, expect.stringMatching(said)]);
  });
});

describe('What lies beside the record', () => {
  const edited = (file: string) => (copy: string) => {
    const path = join(copy, file);
    const bytes = readFileSync(path);
    bytes[100] = (bytes[100] ?? 0) ^ 1;
    writeFileSync(path, bytes);
  };
  const gone = (file: string) => (copy: string) => rmSync(join(copy, file), { recursive: true });
  const renamed = (from: string, to: string) => (copy: string) => {
    const path = join(copy, 'anchor.json');
    writeFileSync(path, readFileSync(path, 'utf8').replace(from, to));
  };
  const put = (file: string) => (copy: string) => writeFileSync(join(copy, file), 'made up');
  const names = (folder: string) =>
    readdirSync(join(records, folder)).filter((name) => !name.startsWith('.'));
  const payment = 'payment-files/2021/STB-PAY-2021-03.xml';
  const report = () => `bank-reports/${names('bank-reports')[0]}`;
  const anchorAt = (index: number) => `anchors/${names('anchors').sort().at(index)}`;

  it.each<[string, () => (copy: string) => void, RegExp]>([
    ['a payment file that was changed', () => edited(payment), /STB-PAY-2021-03\.xml has the hash/],
    ['a payment file that is gone', () => gone(payment), /STB-PAY-2021-03\.xml is missing/],
    [
      'a payment file that nobody released',
      () => put('payment-files/2021/STB-PAY-2021-04.xml'),
      /STB-PAY-2021-04\.xml is a file that was not released/,
    ],
    ['a report that was changed', () => edited(report()), /bank-reports\/.* has the hash/],
    ['a report that is gone', () => gone(report()), /bank-reports\/.* is missing/],
    [
      'a report that was put there',
      () => put('bank-reports/more.xml'),
      /more\.xml is a file that was not taken in/,
    ],
    ...['payment-files', 'bank-reports', 'documents', 'anchors'].flatMap((folder) =>
      (
        [
          ['another file than a run leaves', '.halves/STB-PAY-2021-04.xml'],
          ['a folder', '.halves/2021/half'],
        ] as const
      ).map(([what, file]): [string, () => (copy: string) => void, RegExp] => [
        `${what} where halves of ${folder} are written`,
        () => (copy) => {
          mkdirSync(dirname(join(copy, folder, file)), { recursive: true });
          put(join(folder, file))(copy);
        },
        new RegExp(`✗ ${folder}/${file} is nothing that a run leaves`),
      ]),
    ),
    ...['payment-files/2031', 'bank-reports/2021', 'anchors/2021'].map(
      (folder): [string, () => (copy: string) => void, RegExp] => [
        `a folder without a file, ${folder}`,
        () => (copy) => mkdirSync(join(copy, folder)),
        /(is a folder without a file|holds 2021, which cannot be read: it is no file|anchors .*2021)/,
      ],
    ),
    [
      'a document that no input names',
      () => (copy: string) => {
        mkdirSync(join(copy, 'documents'), { recursive: true });
        put('documents/letter.pdf')(copy);
      },
      /documents\/letter\.pdf is a file that no input names/,
    ],
    ['the table that is gone', () => gone('table'), /✗ table is missing/],
    ['an anchor that was edited', () => edited(anchorAt(1)), /✗ anchors /],
    ['an anchor that was taken away', () => gone(anchorAt(1)), /anchors lack .*, which .* follows/],
    [
      'the last anchor taken away',
      () => gone(anchorAt(-1)),
      /anchors lack .*, the last when the run ended/,
    ],
    [
      'all anchors taken away',
      () => gone('anchors'),
      /anchors lack .*, the last when the run ended/,
    ],
    [
      'what is no anchor among them',
      () => put('anchors/anchor.txt'),
      /✗ anchors The anchor anchor\.txt is no list/,
    ],
    ['anchor.json taken away', () => gone('anchor.json'), /anchor\.json is missing/],
    ['an anchor.json that was edited', () => edited('anchor.json'), /✗ (anchor\.json|head hash)/],
    ['an anchor.json that is none', () => put('anchor.json'), /anchor\.json cannot be read/],
    ...['null', '5', '[]', '{"headHash":"0"}'].map(
      (text) =>
        [
          `an anchor.json of ${text}`,
          () => (copy: string) => writeFileSync(join(copy, 'anchor.json'), text),
          /anchor\.json names no heads of a record/,
        ] as [string, () => (copy: string) => void, RegExp],
    ),
    [
      'an anchor.json in which a word is another',
      () => renamed('heads', 'headz'),
      /anchor\.json says headz, which no run notes/,
    ],
    [
      'an anchor.json that does not say which anchor was the last',
      () => (copy: string) => {
        const path = join(copy, 'anchor.json');
        writeFileSync(path, readFileSync(path, 'utf8').replace(/\s+"lastAnchor": "[^"]*",/, ''));
      },
      /anchor\.json does not say which anchor was the last/,
    ],
    [
      'an anchor.json that says that there was none',
      () => (copy: string) => {
        const path = join(copy, 'anchor.json');
        writeFileSync(
          path,
          readFileSync(path, 'utf8').replace(/("lastAnchor": )"[^"]*"/, '$1null'),
        );
      },
      /anchors hold .*; anchor\.json names none as the last/,
    ],
    [
      'an anchor.json that names an older anchor as its last',
      () => (copy: string) => {
        const path = join(copy, 'anchor.json');
        const older = names('anchors').sort().at(0);
        writeFileSync(
          path,
          readFileSync(path, 'utf8').replace(/("lastAnchor": )"[^"]*"/, `$1"${older}"`),
        );
      },
      /anchors hold .*; anchor\.json names .* as the last/,
    ],
    [
      'an anchor.json that names another anchor as its last',
      () => renamed('"lastAnchor": "0', '"lastAnchor": "/'),
      /anchors lack \/.*, the last when the run ended/,
    ],
  ])('is held to it: %s is found', (_, change, said) => {
    const { status, stdout, stderr } = verifyCopy(change());
    expect([status, stderr]).toEqual([1, '']);
    expect(stdout).toMatch(said);
  });

  it('is whole beside a report that the bank delivered once more under another name', () => {
    const again = (copy: string) =>
      cpSync(join(copy, report()), join(copy, 'bank-reports/delivered-again.xml'));
    const { status, stdout } = verifyCopy(again);
    expect([status, stdout]).toEqual([0, expect.stringContaining('✓ the record is whole')]);
  });

  it.each(['payment-files', 'bank-reports', 'anchors'])(
    'is whole beside half of a file in %s, which a killed run leaves: it says so, and the next start clears it',
    (folder) => {
      const half = (copy: string) => put(join(folder, '.halves/half'))(copy);
      const { status, stdout } = verifyCopy(half);
      expect([status, stdout]).toEqual([0, expect.stringContaining('✓ the record is whole')]);
      expect(stdout).toContain(`· ${folder}/.halves/half is half of a file: a run was killed`);
    },
  );

  it('is as it was after it was verified, and nothing is made: it may lie where nothing can be written', () => {
    const before = filesBelow(records);
    expect(verify(records).status).toBe(0);
    expect(filesBelow(records)).toEqual(before);
  });
});

describe('Evidence that the verifier may only read', () => {
  // Rights do not bind whoever runs the tests as root, so somebody else verifies then.
  const nobody = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
  const copy = join(root, 'evidence');
  const lock = (path: string) => spawnSync('chmod', ['-R', 'a-w,a+rX', path]);
  function verifyAsNobody(change: () => void = () => undefined) {
    if (existsSync(copy)) spawnSync('chmod', ['-R', 'u+rwX', copy]);
    rmSync(copy, { recursive: true, force: true });
    cpSync(records, copy, { recursive: true });
    spawnSync('chmod', ['a+rx', root]);
    lock(copy);
    change();
    return spawnSync(process.execPath, [script('verify'), copy], { encoding: 'utf8', ...nobody });
  }
  afterAll(() => spawnSync('chmod', ['-R', 'u+rwX', copy]));
  const shut = (path: string) => () => chmodSync(join(copy, path), 0o000);
  const anchors = () => readdirSync(join(records, 'anchors')).filter((name) => /\d/.test(name));

  it('is verified though nobody may write to any of it', () => {
    const { status, stdout, stderr } = verifyAsNobody();
    expect([stderr, stdout, status]).toEqual([
      '',
      expect.stringMatching(/^✓ the record is whole/),
      0,
    ]);
  });

  it.each<[string, () => () => void, RegExp]>([
    [
      'a payment file',
      () => shut('payment-files/2021/STB-PAY-2021-03.xml'),
      /^✗ payment-files\/2021\/STB-PAY-2021-03\.xml cannot be read: EACCES/m,
    ],
    ['the reports', () => shut('bank-reports'), /^✗ bank-reports cannot be read: EACCES/m],
    [
      'an anchor',
      () => shut(`anchors/${anchors()[0]}`),
      /^✗ anchors holds \d+-.*, which cannot be read: EACCES/m,
    ],
    ['the anchors', () => shut('anchors'), /^✗ anchors cannot be read: EACCES/m],
    [
      'what the run noted',
      () => shut('anchor.json'),
      /^✗ anchor\.json cannot be read: Error: EACCES/m,
    ],
    ['the table', () => shut('table'), /^✗ table cannot be opened or read: EACCES/m],
  ])('%s that cannot be read is a finding, and the rest is looked at', (_, change, said) => {
    const { status, stdout, stderr } = verifyAsNobody(change());
    expect([status, stderr]).toEqual([1, '']);
    expect(stdout).toMatch(said);
    expect(stdout).toMatch(/\nhead hash [0-9a-f]{64}\n$/);
  });

  it('whose lock cannot be read is refused with a sentence: a run may be using it', () => {
    const { status, stderr } = verifyAsNobody(shut('lock.sqlite'));
    expect([status, stderr]).toEqual([
      2,
      expect.stringMatching(
        /lock\.sqlite cannot be read, so nobody can say whether a run is using/,
      ),
    ]);
  });

  it.each(['lock.sqlite', 'engine.jsonl', 'anchor.json'])(
    'with a pipe in the place of %s is refused with a sentence, by whoever reads or goes on',
    (name) => {
      const path = join(root, 'copy');
      const { status, stderr } = verifyCopy((copy) => {
        rmSync(join(copy, name), { force: true });
        spawnSync('mkfifo', [join(copy, name)]);
      });
      expect([status, stderr]).toEqual([
        2,
        expect.stringMatching(new RegExp(`${name} is a pipe\\. Allowed: files and directories`)),
      ]);
      expect(() => lockRecords(path)).toThrow('is a pipe');
    },
  );

  it('is exported into the place of nothing, and not into itself', () => {
    const path = join(root, 'copy');
    verifyCopy(() => undefined);
    for (const file of [join(path, 'anchor.json'), join(path, 'more.txt'), '/dev/full']) {
      const { status, stderr } = verify(path, '--export', file);
      expect([status, stderr]).toEqual([2, expect.stringMatching(/^--export: .* Allowed: a name/)]);
    }
    expect(existsSync(join(path, 'more.txt'))).toBe(false);
  });

  it('with a pipe or a link among the files is not waited for', () => {
    const { status, stdout } = verifyCopy((path) => {
      spawnSync('mkfifo', [
        join(path, 'anchors/000000001-x.json'),
        join(path, 'bank-reports/p.xml'),
      ]);
      symlinkSync('/etc/passwd', join(path, 'payment-files/2021/link.xml'));
    });
    expect(stdout).toContain(
      '✗ anchors holds 000000001-x.json, which cannot be read: it is no file',
    );
    expect(stdout).toContain('✗ bank-reports/p.xml cannot be read: it is no file');
    expect(stdout).toContain('✗ payment-files/2021/link.xml cannot be read: it is no file');
    expect(status).toBe(1);
  });
});

describe('A database of which a byte is another', () => {
  const tables = () =>
    filesBelow(join(records, 'table'))
      .map((line) => line.split(' ')[0] ?? '')
      .filter((file) => /(log|ldb|MANIFEST-\d+|CURRENT)$/.test(file));

  it('is found, or says the same: no file of it makes the command fail', () => {
    for (const file of tables())
      for (const at of [0, 0.3, 0.6, 0.9]) {
        const { status, stdout, stderr } = verifyCopy((copy) => {
          const path = file.replace(records, copy);
          const bytes = readFileSync(path);
          const index = Math.floor(bytes.length * at);
          bytes[index] = (bytes[index] ?? 0) ^ 0x20;
          writeFileSync(path, bytes);
        });
        expect(stderr, `${file} ${at}`).toBe('');
        expect([0, 1], `${file} ${at}`).toContain(status);
        expect(stdout, `${file} ${at}`).toMatch(/events in \d+ streams/);
      }
  }, 120_000);
});
