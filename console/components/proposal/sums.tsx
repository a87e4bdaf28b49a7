import { useText } from '../../i18n/language.tsx';
import { Amount } from '../amount.tsx';
import { DataTable } from '../data-table.tsx';
import { Icon } from '../icon.tsx';
import { Tag } from '../tag.tsx';
import type { Proposal } from './shown-proposal.ts';

type Sum = Proposal['sums'][number];

/** The sums that must be equal. That all are is said in a line, with the rows behind it; one that is not stands in sight. */
export function Sums({ sums }: { sums: readonly Sum[] }) {
  const { t } = useText();
  const broken = sums.filter(({ holds }) => !holds);
  return (
    <div class="sums">
      {broken.length > 0 && <SumTable caption={t('rests.broken')} sums={broken} />}
      <details>
        <summary>
          <Icon name={broken.length > 0 ? 'warning' : 'check'} />{' '}
          {broken.length > 0
            ? t('rests.sums')
            : t('rests.all-hold', { count: String(sums.length) })}
        </summary>
        <SumTable caption={t('rests.sums')} sums={sums} />
      </details>
    </div>
  );
}

function SumTable({ caption, sums }: { caption: string; sums: readonly Sum[] }) {
  const { t } = useText();
  return (
    <DataTable
      caption={caption}
      narrow="stack"
      rows={sums}
      rowKey={({ name }) => name}
      columns={[
        { key: 'name', header: t('rests.sum'), cell: ({ name }) => name },
        {
          key: 'left',
          header: t('rests.left'),
          numeric: true,
          cell: ({ left }) => <Side text={left} />,
        },
        {
          key: 'right',
          header: t('rests.right'),
          numeric: true,
          cell: ({ right }) => <Side text={right} />,
        },
        {
          key: 'holds',
          header: t('rests.holds'),
          cell: ({ holds }) => (
            <Tag tone={holds ? 'success' : 'danger'} icon={holds ? 'check' : 'cross'}>
              {holds ? t('rests.holds') : t('rests.holds-not')}
            </Tag>
          ),
        },
      ]}
    />
  );
}

/** Kronor are grouped; anything else that is compared stays as it is. */
function Side({ text }: { text: string }) {
  return /^-?(0|[1-9][0-9]*)$/.test(text) ? <Amount sek={text} /> : <span>{text}</span>;
}
