import { Amount, type Column, compareSek, DataTable, useText } from '../../kit.ts';
import { statuses } from './sent-parts.ts';
import { BankCode, Resolution, SentTag } from './sent-status.tsx';
import type { Sent } from './types.ts';

const far = ({ status }: Sent): number => statuses.indexOf(status);

/** Each payment that was sent, how far the bank says it is, and what became of what came back. */
export function SentTable({ sent, totalSek }: { sent: readonly Sent[]; totalSek?: string }) {
  const { t } = useText();
  const resolution: readonly Column<Sent>[] = sent.some(({ held, choice }) => held || choice)
    ? [
        {
          key: 'resolution',
          header: t('sent.resolution'),
          cell: (line) => <Resolution of={line} />,
        },
      ]
    : [];
  return (
    <DataTable
      caption={t('sent.table')}
      captionHidden
      narrow="stack"
      rows={sent}
      rowKey={({ payee }) => payee}
      columns={[
        {
          key: 'payee',
          header: t('lines.payee'),
          rowHeader: true,
          cell: ({ name }) => name,
          ...(totalSek === undefined ? {} : { footer: t('lines.sum') }),
        },
        {
          key: 'sek',
          header: t('sent.sek'),
          numeric: true,
          compare: (a, b) => compareSek(a.sek, b.sek),
          cell: ({ sek }) => <Amount sek={sek} />,
          ...(totalSek === undefined ? {} : { footer: <Amount sek={totalSek} /> }),
        },
        {
          key: 'status',
          header: t('sent.status'),
          compare: (a, b) => far(a) - far(b),
          cell: ({ status, code, codeText }) => (
            <>
              <SentTag status={status} />
              <BankCode {...{ code, codeText }} />
            </>
          ),
        },
        ...resolution,
        {
          key: 'id',
          header: t('sent.id'),
          cell: ({ endToEndId }) => <code>{endToEndId}</code>,
        },
      ]}
    />
  );
}
