import { type Instant, instantInStockholm, parseInstant } from '../../core/calendar/stockholm.ts';
import { canonical } from '../../core/canonical.ts';
import { inputKey } from '../../core/inputs/contents.ts';
import {
  type InputEvent,
  type InputVersion,
  inputVersions,
} from '../../core/inputs/input-stream.ts';
import { inputKinds } from '../../core/inputs/kinds.ts';
import type { Records } from '../../core/ports.ts';
import { inputStream } from '../../core/record/case-id.ts';
import type { Actor, LocalCloud } from '../cloud/local-cloud.ts';
import type { InputRegistration, Registration } from '../inputs/registration.ts';
import { type Act, takingNo } from './answering.ts';
import { confirmInput, registerInput, signLocalDiscounts, submitRequisition } from './deeds.ts';

/**
 * Those who bring what the year rests on: a case officer registers each input on its day, a second one confirms what needs
 * confirmation half an hour later, SKR's machine sends its requisitions, and who signs for SKR its report of local discounts.
 */
export class Registrars implements Actor {
  readonly #cloud: LocalCloud;
  readonly #acts: readonly Act[];

  /** @param givesWay whether an input that somebody has registered before its day is left as they registered it */
  constructor(
    cloud: LocalCloud,
    records: Records,
    registrations: readonly Registration[],
    givesWay = false,
  ) {
    this.#cloud = cloud;
    this.#acts = registrations
      .flatMap((registration, index) => {
        const first = !registrations.slice(0, index).some((each) => isOfSame(each, registration));
        return actsOf(registration, index, records, givesWay && first);
      })
      .sort((a, b) => (a.at < b.at ? -1 : 1));
  }

  nextAt(): Instant | undefined {
    return this.#acts.find(({ id }) => !this.#cloud.done(id))?.at;
  }

  async act(now: string, cloud: LocalCloud): Promise<void> {
    for (const each of this.#acts.filter(({ at, id }) => at <= now && !cloud.done(id)))
      await cloud.once(each.id, () => takingNo(() => each.do(cloud, parseInstant(now))));
  }
}

const officeOpens = '08:00';
const confirmedAt = '08:30';

function actsOf(
  registration: Registration,
  index: number,
  records: Records,
  givesWay: boolean,
): readonly Act[] {
  const { day, kind, year } = registration;
  const id = `${day} ${kind} ${year} ${index}`;
  const at = instantInStockholm(day, officeOpens);
  if (registration.kind === 'requisition')
    return [{ id, at, do: (cloud) => submitRequisition(cloud, registration, id) }];
  const unlessThere = (send: (cloud: LocalCloud) => Promise<unknown>): Act['do'] =>
    givesWay
      ? async (cloud) => (await isThere(records, registration)) || (await send(cloud))
      : send;
  if (registration.kind === 'local-discounts')
    return [{ id, at, do: unlessThere((cloud) => signLocalDiscounts(cloud, registration, id)) }];
  const send = (cloud: LocalCloud) => registerInput(cloud, registration, id);
  const register: Act = { id, at, do: unlessThere(send) };
  if (!inputKinds[registration.kind].confirmed) return [register];
  const confirmed = `${id} confirmed`;
  const confirm: Act['do'] = async (cloud) => {
    const version = await versionOf(records, registration);
    if (version !== undefined) return confirmInput(cloud, registration, version, confirmed);
    if (givesWay) return undefined; // Somebody has registered another content, which is theirs to have confirmed.
    throw new RangeError(`The record holds no ${kind} of ${year} to confirm.`);
  };
  return [register, { id: confirmed, at: instantInStockholm(day, confirmedAt), do: confirm }];
}

/** The version to confirm, as the second officer finds it in the record: the newest that says what the document says. */
async function versionOf(
  records: Records,
  { year, kind, content }: InputRegistration,
): Promise<InputVersion | undefined> {
  const events = await records.read<InputEvent>(inputStream(year, kind));
  return inputVersions(kind, events).findLast(
    (version) => canonical(version.content) === canonical(content),
  );
}

/** Whether two arrivals are of the same thing, so that the later one corrects the earlier. */
const isOfSame = (one: Registration, other: Registration): boolean =>
  one.kind !== 'requisition' &&
  other.kind !== 'requisition' &&
  one.kind === other.kind &&
  one.year === other.year &&
  keyOf(one) === keyOf(other);

const keyOf = ({ kind, content }: InputRegistration): string => inputKey(kind, content);

/** Whether the record holds any version of the input already. */
async function isThere(records: Records, registration: InputRegistration): Promise<boolean> {
  const { year, kind } = registration;
  const events = await records.read<InputEvent>(inputStream(year, kind));
  return inputVersions(kind, events).some(
    ({ content }) =>
      keyOf({ ...registration, content } as InputRegistration) === keyOf(registration),
  );
}
