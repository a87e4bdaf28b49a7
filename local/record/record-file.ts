import { readFileSync } from 'node:fs';
import { canonical, type Json } from '../../core/canonical.ts';
import type { FoundStream } from '../../core/record/verify.ts';

type Line = {
  readonly partition: string;
  readonly stream: string;
  readonly number: number;
  readonly previous: string;
  readonly hash: string;
  readonly event: Json;
};

/** The record as text, one event a line, for whoever verifies it somewhere else. */
export const recordText = (streams: readonly FoundStream[]): string =>
  streams
    .flatMap(({ partition, stream, events }) =>
      events.map((event) => `${canonical({ partition, stream, ...event } as Line)}\n`),
    )
    .join('');

/** The text is no record; nothing of it is used. */
export class RecordFileRefused extends Error {
  override readonly name = 'RecordFileRefused';
  readonly exitCode = 2;
}

/** Reads such a text. Refuses a line that is no event, naming it. */
export function readRecordFile(file: string): FoundStream[] {
  const streams = new Map<string, { partition: string; stream: string; events: Line[] }>();
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '');
  for (const [index, text] of lines.entries()) {
    const line = parsed(text, `${file}:${index + 1}`);
    const key = `${line.partition}/${line.stream}`;
    const { partition, stream } = line;
    const known = streams.get(key) ?? { partition, stream, events: [] };
    known.events.push(line);
    streams.set(key, known);
  }
  return [...streams.values()];
}

function parsed(text: string, where: string): Line {
  try {
    const line = JSON.parse(text) as Line;
    if (typeof line.partition === 'string' && typeof line.hash === 'string') return line;
  } catch {
    // Falls through to the same refusal: text that is no JSON is no event either.
  }
  throw new RecordFileRefused(
    `${where}: given ${JSON.stringify(text.slice(0, 60))}, allowed: an event of the record as JSON.`,
  );
}
