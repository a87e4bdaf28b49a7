import { type Instant, instantInStockholm, parseInstant } from '../../core/calendar/stockholm.ts';
import { canonical } from '../../core/canonical.ts';
import { type InputEvent, inputVersions } from '../../core/inputs/input-stream.ts';
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

  constructor(cloud: LocalCloud, records: Records, registrations: readonly Registration[]) {
    this.#cloud = cloud;
    this.#acts = registrations
      .flatMap((registration, index) => actsOf(registration, index, records))
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

function actsOf(registration: Registration, index: number, records: Records): readonly Act[] {
  const { day, kind, year } = registration;
  const id = `${day} ${kind} ${year} ${index}`;
  const at = instantInStockholm(day, officeOpens);
  if (registration.kind === 'requisition')
    return [{ id, at, do: (cloud) => submitRequisition(cloud, registration, id) }];
  if (registration.kind === 'local-discounts')
    return [{ id, at, do: (cloud) => signLocalDiscounts(cloud, registration, id) }];
  const register: Act = { id, at, do: (cloud) => registerInput(cloud, registration, id) };
  if (!inputKinds[registration.kind].confirmed) return [register];
  const confirmed = `${id} confirmed`;
  const confirm: Act['do'] = async (cloud) =>
    confirmInput(cloud, registration, await versionOf(records, registration), confirmed);
  return [register, { id: confirmed, at: instantInStockholm(day, confirmedAt), do: confirm }];
}

/** The version to confirm, as the second officer finds it in the record: the newest that says what the document says. */
async function versionOf(
  records: Records,
  { year, kind, content }: InputRegistration,
): Promise<number> {
  const events = await records.read<InputEvent>(inputStream(year, kind));
  const found = inputVersions(kind, events).findLast(
    (version) => canonical(version.content) === canonical(content),
  );
  if (!found) throw new RangeError(`The record holds no ${kind} of ${year} to confirm.`);
  return found.version;
}
