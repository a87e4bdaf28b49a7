import { useText } from '../i18n/language.tsx';
import { Icon } from './icon.tsx';
import { Loading } from './loading.tsx';
import { ProblemAlert } from './problem-alert.tsx';
import { useWorking, type WorkingPlace, type WorkingRows } from './working-place.ts';

/** All that an amount is made of, opened at once as on paper: each row with those that it is made of indented under it. */
export function WorkingTree(props: {
  place: WorkingPlace;
  root: string;
  open: (hash: string) => void;
}) {
  const { place, root, open } = props;
  const { data, problem, reload } = useWorking(place, root, { whole: true });
  if (problem) return <ProblemAlert problem={problem} retry={() => void reload()} />;
  if (!data?.rows) return <Loading lines={8} />;
  return (
    <div class="working-tree">
      <Rows rows={data.rows} depth={0} open={open} />
    </div>
  );
}

function Rows({ rows, depth, open }: { rows: WorkingRows; depth: number; open: Open }) {
  const own = rows.flatMap((row, index) => (row.depth === depth ? [index] : []));
  if (own.length === 0) return null;
  return (
    <ul>
      {own.map((from, at) => {
        const row = rows[from];
        return (
          row && (
            <li key={`${from} ${row.hash}`}>
              <Row row={row} open={open} />
              <Rows rows={rows.slice(from + 1, own[at + 1])} depth={depth + 1} open={open} />
            </li>
          )
        );
      })}
    </ul>
  );
}

type Open = (hash: string) => void;

/** A row; one whose own working is too long for the whole leads to it. */
function Row({
  row: { hash, text, amount, more },
  open,
}: {
  row: WorkingRows[number];
  open: Open;
}) {
  const { t } = useText();
  return (
    <div class="working-tree-row">
      <span>
        {text}
        {more && (
          <button type="button" class="text-button" onClick={() => open(hash)}>
            {t('working.more')}
            <Icon name="chevron" />
          </button>
        )}
      </span>
      <span class="amount">{amount}</span>
    </div>
  );
}
