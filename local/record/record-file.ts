import { readFileSync } from 'node:fs';
import { canonical, type Json } from '../../core/canonical.ts';
import {
  gathered,
  type ReadItem,
  type StoredStreams,
  unlikeCanonical,
} from '../../core/record/stored-item.ts';
import type { FoundStream } from '../../core/record/verify.ts';

/** The record as text, one event a line, for whoever verifies it somewhere else. */
export const recordText = (streams: readonly FoundStream[]): string =>
  streams
    .flatMap(({ partition, stream, events }) =>
      events.map(
        ({ number, event, previous, hash }) =>
          `${canonical({ partition, stream, number, event, previous, hash })}\n`,
      ),
    )
    .join('');

/** What a line says, each of its members with the type that it must have. */
const members = {
  event: 'object',
  hash: 'string',
  number: 'number',
  partition: 'string',
  previous: 'string',
  stream: 'string',
} as const;

/**
 * Reads such a text as it lies: each line must be the canonical form of an event with its place and hashes. What is otherwise is a
 * finding with the number of its line, and the rest is read.
 */
export function readRecordFile(file: string): StoredStreams {
  const lines = readFileSync(file, 'utf8').split('\n');
  const last = lines.pop();
  const cut =
    last === '' ? [] : [{ where: `${file}:${lines.length + 1}`, what: 'does not end with a line' }];
  const read = [...lines, ...(last ? [last] : [])].map((text, index) =>
    lineOf(text, `${file}:${index + 1}`),
  );
  const { streams, findings } = gathered(read);
  return { streams, findings: [...findings, ...cut] };
}

function lineOf(text: string, where: string): ReadItem {
  const said = parsed(text);
  const wrong = Object.entries(members).filter(([name, type]) => typeof said?.[name] !== type);
  if (!said || wrong.length > 0) {
    const lacks = said ? `: it lacks ${wrong.map(([name]) => name).join(', ')}` : '';
    return { findings: [{ where, what: `is no event of the record${lacks}` }] };
  }
  const { partition, stream, ...event } = said as never as {
    partition: string;
    stream: string;
  } & FoundStream['events'][number];
  const more = Object.keys(said).filter((name) => !Object.hasOwn(members, name));
  const findings = [
    ...more.map((name) => ({ where, what: `holds what the record does not write: ${name}` })),
    ...unlikeCanonical('is a line', text, said as Json).map((what) => ({ where, what })),
  ];
  const { number, event: body, previous, hash } = event;
  return { found: { partition, stream, event: { number, event: body, previous, hash } }, findings };
}

function parsed(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const said: unknown = JSON.parse(text);
    return typeof said === 'object' && said !== null && !Array.isArray(said)
      ? (said as Readonly<Record<string, unknown>>)
      : undefined;
  } catch {
    return undefined;
  }
}
