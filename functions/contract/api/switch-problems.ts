import type { SwitchRefusalCode } from '../../../core/payment/stop-switch.ts';
import type { ProblemType } from './problem-type.ts';
import type { refusalProblems } from './refusal-problems.ts';

/** What the switch refuses (core/payment/stop-switch.ts), of what a case does not refuse under the same name. */
export const switchProblems = {
  'already-stopped': {
    status: 409,
    title: { sv: 'Utbetalningarna är redan stoppade', en: 'Releases are stopped already' },
    detail: {
      sv: '{name} stoppade utbetalningarna {at}. Inget betalas förrän två personer har hävt stoppet.',
      en: '{name} stopped releases at {at}. Nothing is paid until two people have lifted the stop.',
    },
  },
  'not-stopped': {
    status: 409,
    title: { sv: 'Inget är stoppat', en: 'Nothing is stopped' },
    detail: {
      sv: 'Utbetalningarna är inte stoppade; det finns inget att häva.',
      en: 'Releases are not stopped; there is nothing to lift.',
    },
  },
  'reason-missing': {
    status: 422,
    title: { sv: 'Skäl saknas', en: 'A reason is missing' },
    detail: {
      sv: 'Ange ett skäl. Inget angavs.',
      en: 'Give a reason. None was given.',
    },
  },
} as const satisfies {
  readonly [code in Exclude<SwitchRefusalCode, keyof typeof refusalProblems>]: ProblemType;
};
