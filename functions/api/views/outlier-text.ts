import type { Outlier } from '../../../core/payment/compare.ts';
import { lineKindTexts } from '../../contract/api/line-kind-texts.ts';
import type { Language } from '../../contract/api/problem-type.ts';
import { kronorText } from './amount-text.ts';

/** Why an amount is marked, in a sentence. */
export function outlierText(outlier: Outlier, language: Language): string {
  const sv = language === 'sv';
  switch (outlier.kind) {
    case 'instalment-differs': {
      const [before, now] = [
        kronorText(outlier.before, language),
        kronorText(outlier.now, language),
      ];
      return sv
        ? `Månadsutbetalningen har ändrats från ${before} till ${now}, mer än en krona.`
        : `The instalment has changed from ${before} to ${now}, by more than one krona.`;
    }
    case 'unexplained': {
      const sek = kronorText(outlier.sek, language);
      return sv
        ? `${sek} av ändringen förklaras inte av något radslag som är nytt eller borta.`
        : `${sek} of the change is not explained by a kind of line that is new or gone.`;
    }
    case 'unlike-others': {
      const [kind, sek] = [
        lineKindTexts[outlier.line][language],
        kronorText(outlier.sek, language),
      ];
      return sv
        ? `${kind}, ${sek}, är mer än dubbelt så stor som de andras i förhållande till förra månadens betalning.`
        : `${kind}, ${sek}, is more than twice as large as the others' in proportion to last month's payment.`;
    }
    case 'not-paid-before':
      return sv ? 'Fick inget förra månaden.' : 'Got nothing the month before.';
  }
}

export const outlierTexts = (outliers: readonly Outlier[], language: Language): string =>
  outliers.map((outlier) => outlierText(outlier, language)).join(' ');
