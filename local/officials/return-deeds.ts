import { createHash } from 'node:crypto';
import type * as z from 'zod/mini';
import type { Day } from '../../core/calendar/day.ts';
import { canonical } from '../../core/canonical.ts';
import type { InputContents } from '../../core/inputs/contents.ts';
import type { ReturnChoice } from '../../core/payment/bank-words.ts';
import type { PayeeCode } from '../../core/payment/events.ts';
import type { Bank } from '../../functions/contract/api/shapes/bank.ts';
import type {
  InputVersionInFull,
  InputVersions,
} from '../../functions/contract/api/shapes/inputs.ts';
import type { LocalCloud } from '../cloud/local-cloud.ts';
import { callApi } from './call-api.ts';
import { correctedPayees } from './corrected-payees.ts';
import { confirmInput } from './deeds.ts';
import { isAccountFault, type Returned } from './return-choice.ts';

const PAYEES = { year: 'all', kind: 'payees' } as const;

/** The versions of the payees, as a case officer sees them. */
async function payeeVersions(cloud: LocalCloud, act: string) {
  const call = { operation: 'readInput', parameters: PAYEES, body: undefined, act } as const;
  return (await callApi(cloud, 'registrar', call)) as z.infer<typeof InputVersions>;
}

/** A case officer registers the accounts that payees have given instead of those that payments came back from. */
export async function registerAccounts(
  cloud: LocalCloud,
  corrected: readonly PayeeCode[],
  act: string,
): Promise<unknown> {
  const { versions } = await payeeVersions(cloud, act);
  const standing = versions.filter(({ confirmed }) => confirmed).map(({ version }) => version);
  const newest = Math.max(...standing);
  const { content } = (await callApi(cloud, 'registrar', {
    operation: 'readInputVersion',
    parameters: { ...PAYEES, version: String(newest) },
    body: undefined,
    act,
  })) as z.infer<typeof InputVersionInFull>;
  const changed = correctedPayees(content as InputContents['payees'], corrected, newest);
  return callApi(cloud, 'registrar', {
    operation: 'registerInput',
    parameters: PAYEES,
    body: {
      from: `Betalningsmottagare: nytt konto för ${corrected.join(', ')}`,
      documentHash: createHash('sha256').update(canonical(changed)).digest('hex'),
      content: changed,
    },
    act,
  });
}

/** A second case officer confirms the version that waits for it. */
export async function confirmPayees(cloud: LocalCloud, act: string): Promise<unknown> {
  const { versions } = await payeeVersions(cloud, act);
  const waiting = versions.find(({ needsConfirmation }) => needsConfirmation);
  return waiting && confirmInput(cloud, { kind: 'payees', year: 0 }, waiting, act);
}

const reasonOf = (code: string, choice: ReturnChoice): string => {
  if (choice === 'next-month')
    return 'Regionen har valt att få beloppet med sin nästa utbetalning.';
  return isAccountFault(code)
    ? 'Mottagaren har lämnat ett nytt konto; betalningen skickas om.'
    : 'Banken läste inte filen; betalningen skickas om.';
};

/** A case officer says what becomes of a payment that came back. */
export const resolveReturn = (
  cloud: LocalCloud,
  { case: id, payee, code }: Returned,
  choice: ReturnChoice,
): Promise<unknown> =>
  callApi(cloud, 'registrar', {
    operation: 'resolveReturn',
    parameters: { run: id },
    body: { payee, choice, reason: reasonOf(code, choice) },
    act: `${id} ${payee} ${choice}`,
  });

/** A case officer has looked into everything of the year's bank reports that leads nowhere, and says so. */
export async function resolveOpenItems(cloud: LocalCloud, day: Day): Promise<void> {
  const { reports } = (await callApi(cloud, 'checker', {
    operation: 'readBank',
    parameters: { year: day.slice(0, 4) },
    body: undefined,
    act: `desk ${day} items`,
  })) as z.infer<typeof Bank>;
  const open = reports.flatMap(({ report, items, open: isOpen }) => [
    // What could not be read is its own first item.
    ...(isOpen && items.length === 0 ? [{ report, item: 1, choice: undefined }] : []),
    ...items
      .filter((each) => each.open)
      .map(({ item, choices }) => ({ report, item, choice: choices?.at(-1) })),
  ]);
  for (const { report, item, choice } of open)
    await callApi(cloud, 'checker', {
      operation: 'resolveBankItem',
      parameters: { report, item: String(item) },
      body: {
        // What moved without an order the bank is to move back.
        ...(choice && { choice }),
        reason: 'Utredd med banken: gäller inte våra betalningar, eller har kommit på nytt.',
      },
      act: `${report} ${item}`,
    });
}
