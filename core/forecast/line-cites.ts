import type { AgreementParameters } from '../agreement/parameters.ts';
import type { Citation } from '../agreement/sources.ts';
import type { LineKind } from '../line-kinds.ts';

const interim: Citation = {
  source: 'letter-2016',
  place: 'ändringsbeslut 2016-02-25: "I avvaktan på en överenskommelse"',
};

/** Where it is written that lines of this kind are paid, also before there is a working that says so itself. */
export function lineCites(kind: LineKind, agreement: AgreementParameters): readonly Citation[] {
  switch (kind) {
    case 'instalment':
      return agreement.instalments.count.cites;
    case 'interim-instalment':
      return [interim];
    case 'rebate-forecast':
    case 'rebate-settlement':
      return agreement.rebate.stateShare.cites;
    case 'ihsi-difference':
      return agreement.ihsiDifference.month.cites;
    case 'local-discount':
      return agreement.localDiscounts.reportedBy.cites;
    case 'corridor-benefits':
    case 'corridor-hepatitis-c':
    case 'corridor-net':
      return agreement.corridors.find((each) => each.kind === kind)?.sharing.cites ?? [];
    case 'carried-forward':
      return [{ source: 'readings', place: 'R-11' }];
  }
}
