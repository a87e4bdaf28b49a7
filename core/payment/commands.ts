import type { Day } from '../calendar/day.ts';
import type { Instant } from '../calendar/stockholm.ts';
import type { MovementChoice, ReturnChoice } from './bank-words.ts';
import type {
  BankSource,
  BankWord,
  Carried,
  Need,
  Outcome,
  PayeeCode,
  PaymentTerms,
  Person,
  Requisition,
  RestsOn,
  Right,
  SentPayment,
  TakenBack,
} from './events.ts';

/** What can be asked of a case. Each says when, and who where a person asks. */
export type Command =
  | { readonly kind: 'open'; readonly at: Instant; readonly case: string }
  | {
      readonly kind: 'submit';
      readonly at: Instant;
      readonly by: Person;
      readonly requisition: Requisition;
    }
  | { readonly kind: 'accept'; readonly at: Instant }
  | {
      readonly kind: 'refuse';
      readonly at: Instant;
      readonly code: string;
      readonly reason: string;
      readonly cites: readonly string[];
    }
  | { readonly kind: 'wait'; readonly at: Instant; readonly needs: readonly Need[] }
  | {
      readonly kind: 'go-without';
      readonly at: Instant;
      readonly by: Person;
      readonly needs: readonly string[];
      readonly reason: string;
    }
  | {
      readonly kind: 'propose';
      readonly at: Instant;
      readonly proposal: string;
      /** What a payment adds: its total, and when it is due. Other proposals have none. */
      readonly payment?: PaymentTerms;
      readonly restsOn: readonly RestsOn[];
      readonly warnings: readonly string[];
    }
  | {
      readonly kind: 'approve';
      readonly at: Instant;
      readonly right: Right;
      readonly proposal: string;
      readonly by: Person;
    }
  | {
      readonly kind: 'reject' | 'withdraw';
      readonly at: Instant;
      readonly right: Right;
      readonly proposal: string;
      readonly by: Person;
      readonly code: string;
      readonly reason: string;
    }
  | { readonly kind: 'void'; readonly at: Instant; readonly because: string }
  | {
      readonly kind: 'begin-deduction';
      readonly at: Instant;
      /** The payout that is about to be released, and its proposal. */
      readonly case: string;
      readonly proposal: string;
    }
  | {
      readonly kind: 'release';
      readonly at: Instant;
      readonly today: Day;
      readonly voucherKey: string;
      readonly messageId: string;
      readonly fileHash: string;
      readonly paid: readonly string[];
      readonly carried: readonly Carried[];
      readonly sent: readonly SentPayment[];
    }
  | {
      readonly kind: 'report';
      readonly at: Instant;
      readonly messageId: string;
      readonly words: readonly BankWord[];
      readonly source: BankSource;
    }
  | { readonly kind: 'settle'; readonly at: Instant; readonly totalSek: string }
  | {
      readonly kind: 'return';
      readonly at: Instant;
      readonly payments: readonly TakenBack[];
    }
  | {
      readonly kind: 'resolve-return';
      readonly at: Instant;
      readonly by: Person;
      readonly payee: PayeeCode;
      readonly choice: ReturnChoice;
      readonly reason: string;
    }
  | {
      readonly kind: 'decide-movement';
      readonly at: Instant;
      readonly by: Person;
      readonly payee: PayeeCode;
      readonly movement: number;
      readonly choice: MovementChoice;
      readonly reason: string;
    }
  | { readonly kind: 'conclude'; readonly at: Instant }
  | {
      readonly kind: 'record';
      readonly at: Instant;
      readonly paidSek: string;
      readonly rate?: string;
      readonly differenceSek?: string;
    }
  | {
      readonly kind: 'prepare-again';
      readonly at: Instant;
      readonly by: Person;
      readonly reason: string;
    }
  | {
      readonly kind: 'request-close';
      readonly at: Instant;
      readonly by: Person;
      readonly reason: string;
    }
  | {
      /** Of a reissue: the bank has carried out the payment that it was to send again. */
      readonly kind: 'end-reissue';
      readonly at: Instant;
      readonly by: Person;
      readonly reason: string;
    }
  | { readonly kind: 'close'; readonly at: Instant; readonly outcome: Outcome };
