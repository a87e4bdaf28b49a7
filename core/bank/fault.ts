/** What a bank would refuse: where it stands, what stands there, and what may. */
export interface Fault {
  readonly place: string;
  readonly given: string;
  readonly allowed: string;
}

/** The one fault, unless it holds. */
export const faultUnless = (
  holds: boolean,
  place: string,
  given: string,
  allowed: string,
): readonly Fault[] => (holds ? [] : [{ place, given, allowed }]);

/** `debtor/bic is "X"; allowed is …`: as an engineer reads it. */
export const faultText = ({ place, given, allowed }: Fault): string =>
  `${place} is ${JSON.stringify(given)}; allowed is ${allowed}`;
