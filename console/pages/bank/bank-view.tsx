import type { Resource } from '../../kit.ts';
import { FilesTable } from './files-table.tsx';
import { OpenItems } from './open-items.tsx';
import { ReportList } from './report-list.tsx';
import { SendReport } from './send-report.tsx';
import { TallySection } from './tally-section.tsx';
import type { Bank, Tally } from './types.ts';

/** First what a person must look into, then whether it adds up, then what left and what was said of it. */
export function BankView(props: {
  bank: Bank;
  tally: Resource<Tally>;
  reload: () => Promise<void>;
}) {
  const { bank, tally, reload } = props;
  return (
    <>
      <OpenItems bank={bank} reload={reload} />
      <TallySection tally={tally} />
      <FilesTable files={bank.files} />
      <ReportList reports={bank.reports} />
      <SendReport reload={reload} />
    </>
  );
}
