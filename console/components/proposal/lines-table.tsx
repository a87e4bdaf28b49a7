import { useText } from '../../i18n/language.tsx';
import { Amount } from '../amount.tsx';
import { AmountButton } from '../amount-button.tsx';
import { compareSek } from '../compare-sek.ts';
import { type Column, DataTable } from '../data-table.tsx';
import { Tag } from '../tag.tsx';
import { comparePercent } from './compare-percent.ts';
import type { Payment, Proposal } from './shown-proposal.ts';

interface LinesTableProps {
  proposal: Proposal;
  payments: readonly Payment[];
  /** An amount was chosen: whose, of which kind. */
  show: (payee: string, kind: string) => void;
}

/** The table itself: payees down, kinds across, totals both ways, and what differs from the month before. */
export function LinesTable({ proposal, payments, show }: LinesTableProps) {
  const { t, percent } = useText();
  const { kinds, totalSek, comparedWith } = proposal;
  const whole = payments.length === proposal.payments.length;

  const ofKind = ({ kind, text, totalSek: sum, isNew }: Proposal['kinds'][number]) => ({
    key: kind,
    header: text,
    numeric: true,
    compare: (a: Payment, b: Payment) => compareSek(sekOf(a, kind), sekOf(b, kind)),
    cell: (payment: Payment) => {
      const line = payment.lines.find((each) => each.kind === kind);
      if (!line) return <span class="quiet">{'–'}</span>;
      return (
        <AmountButton
          sek={line.sek}
          about={t('lines.show', { payee: payment.name, kind: text })}
          onShow={() => show(payment.payee, kind)}
        />
      );
    },
    footer: whole && (
      <>
        <Amount sek={sum} />
        {isNew && <span class="row-note">{t('lines.new')}</span>}
      </>
    ),
  });

  const change: readonly Column<Payment>[] = comparedWith
    ? [
        {
          key: 'change',
          header: t('lines.change'),
          numeric: true,
          compare: (a, b) => compareSek(a.change?.sek ?? '0', b.change?.sek ?? '0'),
          cell: ({ change: by }) => by && <Amount sek={by.sek} signed />,
          footer: whole && <Amount sek={comparedWith.change.sek} signed />,
        },
        {
          key: 'percent',
          header: t('lines.percent'),
          numeric: true,
          compare: (a, b) => comparePercent(a.change?.percent, b.change?.percent),
          cell: ({ change: by }) => by?.percent !== undefined && percent(by.percent),
          footer:
            whole &&
            comparedWith.change.percent !== undefined &&
            percent(comparedWith.change.percent),
        },
      ]
    : [];
  return (
    <DataTable
      caption={t('lines.title')}
      captionHidden
      rows={payments}
      rowKey={({ payee }) => payee}
      empty={t('lines.none-shown')}
      columns={[
        {
          key: 'payee',
          header: t('lines.payee'),
          rowHeader: true,
          cell: ({ name, account, change: by }) => (
            <>
              {name}
              {account && <span class="row-note">{account}</span>}
              {by?.outlier !== undefined && (
                <span class="outlier">
                  <Tag tone="warning" icon="warning">
                    {t('lines.outlier')}
                  </Tag>
                </span>
              )}
            </>
          ),
          footer: whole && t('lines.sum'),
        },
        ...kinds.map(ofKind),
        {
          key: 'total',
          header: t('lines.total'),
          numeric: true,
          compare: (a, b) => compareSek(a.totalSek, b.totalSek),
          cell: (payment) => (
            <strong>
              <Amount sek={payment.totalSek} />
            </strong>
          ),
          footer: whole && <Amount sek={totalSek} />,
        },
        ...change,
      ]}
    />
  );
}

const sekOf = (payment: Payment, kind: string): string =>
  payment.lines.find((line) => line.kind === kind)?.sek ?? '0';
