import type { AnswerOf, RequestOf } from '../../contract/api/operation.ts';

/** Says who the caller is to the API, and what time it is there: locally the clock is a simulated one. */
export async function whoAmI(
  { at, by }: RequestOf<'whoAmI'>,
  { simulated }: { readonly simulated: boolean },
): Promise<AnswerOf<'whoAmI'>> {
  const { sub, name, signedInAt } = by.person;
  const [region] = by.regions;
  return {
    sub,
    name,
    roles: [...by.roles],
    ...(region && { region }),
    signedInAt,
    now: at,
    simulated,
  };
}
