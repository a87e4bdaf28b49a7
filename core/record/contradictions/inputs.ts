import type { Json } from '../../canonical.ts';
import { inputKey } from '../../inputs/contents.ts';
import { documentFaults } from '../../inputs/document.ts';
import {
  type InputEvent,
  type InputRegistered,
  type InputVersion,
  inputVersions,
  saysTheSame,
} from '../../inputs/input-stream.ts';
import { type InputKind, inputKinds, isInputKind } from '../../inputs/kinds.ts';
import type { Recorded } from '../../ports.ts';
import { type Finding, lookedAt, nameOf } from '../found-stream.ts';
import { type Parts, streamsOf } from './parts.ts';

/** What is wrong with inputs: a version that says what the one before said, a word of whoever registered it, or of nothing. */
export const wrongInputs = (parts: Parts): readonly Finding[] =>
  streamsOf(parts, 'INPUT').flatMap((found) => {
    const { partition, stream: name } = found;
    if (!isInputKind(name)) return []; // No stream of ours, which is found elsewhere.
    const recorded = found.events.map((each) => ({ ...each, stream: { partition, name } }));
    return recorded
      .filter(({ number }) => parts.isNew(found, number))
      .flatMap((each) => {
        const where = `${nameOf(found)} event ${each.number}`;
        const before = recorded.slice(0, recorded.indexOf(each));
        return lookedAt(where, () => [
          ...wrongInput(name, inputVersions(name, before as never), each as never),
          ...wrongContent(parts, partition, name, each.event),
        ]);
      });
  });

/** What is registered must be of its kind, and of the year that it lies under. */
function wrongContent(
  { contentFaults }: Parts,
  partition: string,
  kind: InputKind,
  event: Json,
): readonly string[] {
  const { type, content } = event as Partial<InputRegistered>;
  if (type !== 'input-registered') return [];
  const said = Object(content) as Readonly<Record<string, unknown>>;
  const years = [said.budgetYear, said.agreementYear].filter((year) => year !== undefined);
  return [
    ...years
      .filter((year) => partition !== `INPUT#${year}`)
      .map((year) => `is of ${year}, and lies under ${partition}`),
    ...(contentFaults?.(kind, content) ?? []).map((what) => `holds what is no ${kind}: ${what}`),
  ];
}

function wrongInput(
  kind: InputKind,
  before: readonly InputVersion[],
  { event }: Recorded<InputEvent>,
): readonly string[] {
  if (event.type === 'input-registered') return wrongRegistration(kind, before, event);
  if (event.type !== 'input-confirmed' && event.type !== 'input-refused')
    return ['is nothing that happens to an input'];
  const [does, done, says] = judging[event.type];
  const { type: _type, ...said } = event;
  const names = Object.keys(said).sort().join(', ');
  if (names !== says) return [`${does} with ${names}`];
  const version = before.find((each) => each.version === event.version);
  if (!version) return [`${does} version ${event.version}, which is not there`];
  if (!inputKinds[kind].confirmed) return [`${does} what takes effect without a second person`];
  if (version.registeredBy === event.by.sub)
    return [`${does} version ${event.version} by the person who registered it`];
  const standing = version.confirmed ? 'confirmed' : version.refused && 'refused';
  if (standing === undefined) return [];
  return [
    standing === done
      ? `${does} version ${event.version} again`
      : `${does} version ${event.version}, which was ${standing}`,
  ];
}

/** What a second person does, what that makes of a version, and what the event says. */
const judging = {
  'input-confirmed': ['confirms', 'confirmed', 'at, by, version'],
  'input-refused': ['refuses', 'refused', 'at, by, code, reason, version'],
} as const;

function wrongRegistration(
  kind: InputKind,
  before: readonly InputVersion[],
  event: InputRegistered,
): readonly string[] {
  const { type: _type, registration: _optional, document, ...said } = event;
  const names = Object.keys(said).sort().join(', ');
  if (names !== 'at, by, content, documentHash, from' || typeof event.from !== 'string')
    return [`registers ${names}`];
  const keyOf = (content: Json) => inputKey(kind, content as never);
  const newest = before.findLast(({ content }) => keyOf(content) === keyOf(event.content));
  return [
    ...(document === undefined ? [] : documentFaults(document)),
    ...(saysTheSame(newest, event) ? [`registers what version ${newest?.version} says`] : []),
  ];
}
