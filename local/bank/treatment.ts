/** What the bank does with one payment. Days are bank days. */
export interface PaymentTreatment {
  /** Why it is not carried out at all: a reason of ISO 20022. */
  readonly rejectedFor?: string;
  /** How long after its day it is booked. */
  readonly delayDays: number;
  /** It comes back, so long after it was booked. */
  readonly returned?: { readonly code: string; readonly afterDays: number };
}

/** What the bank does with a file. */
export interface FileTreatment {
  readonly refused: boolean;
  /** It tells everything again: the same file under another name, and the evening's statement. */
  readonly tellsTwice: boolean;
  /** It says that it has taken the file when it has booked it already. */
  readonly outOfOrder: boolean;
  /** It tells of a payment that nobody here has sent. */
  readonly tellsOfAnother: boolean;
  /** What it sends is cut off before it is sent whole. */
  readonly cutOff: boolean;
  /** By end-to-end id. */
  readonly payments: ReadonlyMap<string, PaymentTreatment>;
}
