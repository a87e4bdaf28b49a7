/** The forms of payment file that banks take: the one of 2009, and the one of 2019. */
export const paymentFileFormats = ['pain.001.001.03', 'pain.001.001.09'] as const;

export type PaymentFileFormat = (typeof paymentFileFormats)[number];

/** From whose account the money leaves, and by which agreement with the bank. It stands in every proposal, so two people approve it. */
export type Debtor = {
  readonly name: string;
  /** NNNNNN-NNNN. */
  readonly organisationNumber: string;
  /** An IBAN, or a giro number with its hyphen. */
  readonly account: string;
  /**
   * The IBAN of the account behind a giro number, by which the bank may name it in its statements; absent where the account is an IBAN
   * itself, or the bank names it by the giro number.
   */
  readonly iban?: string;
  /** The debtor's bank, ISO 9362. */
  readonly bic: string;
  /**
   * Where it is, in Sweden, as its address in the payment file; absent where the bank asks for none. A town makes the address whole:
   * one of nothing but a country is what banks refuse.
   */
  readonly town?: string;
  /** By which the bank knows the customer who sends files: its number of the agreement. */
  readonly bankAgreement: string;
  readonly fileFormat: PaymentFileFormat;
};
