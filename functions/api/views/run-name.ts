import {
  type CaseId,
  caseKind,
  casePart,
  caseYear,
  payoutMonth,
  reissued,
} from '../../../core/record/case-id.ts';
import type { Language } from '../../contract/api/problem-type.ts';
import { payeeName } from '../../shared/payee-name.ts';

const months: Readonly<Record<Language, readonly string[]>> = {
  sv: [
    'januari',
    'februari',
    'mars',
    'april',
    'maj',
    'juni',
    'juli',
    'augusti',
    'september',
    'oktober',
    'november',
    'december',
  ],
  en: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
};

/** `2022-02` as people say it: februari 2022. */
export const monthName = (month: string, language: Language): string =>
  `${months[language][Number(month.slice(5)) - 1] ?? month} ${month.slice(0, 4)}`;

/** A run in the middle of a sentence: "utbetalningen för februari 2022". */
export function runName(id: CaseId, language: Language): string {
  const year = caseYear(id);
  switch (caseKind(id)) {
    case 'payout': {
      const month = monthName(payoutMonth(id), language);
      return language === 'sv' ? `utbetalningen för ${month}` : `the payout of ${month}`;
    }
    case 'requisition': {
      const kind = casePart(id).toUpperCase();
      return language === 'sv'
        ? `rekvisitionen av ${kind}-medlen för ${year}`
        : `the requisition of the ${kind} money of ${year}`;
    }
    case 'reissue': {
      const { payee, from } = reissued(id);
      const to = payeeName(payee);
      return language === 'sv'
        ? `ny utbetalning till ${to} av ${runName(from, language)}`
        : `the payment to ${to} again of ${runName(from, language)}`;
    }
    case 'opening':
      return language === 'sv' ? `fördelningen av ${year} års bidrag` : `the allocation of ${year}`;
    case 'reconciliation':
      return language === 'sv' ? `avstämningen av ${year}` : `the reconciliation of ${year}`;
  }
}
