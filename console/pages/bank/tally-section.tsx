import {
  Alert,
  Icon,
  Loaded,
  type Resource,
  runHref,
  Tag,
  useRunName,
  useText,
} from '../../kit.ts';
import { Money } from './money.tsx';
import { TallyTable } from './tally-table.tsx';
import type { Tally, TallyRow } from './types.ts';

/** Whether every krona that was prepared was approved, filed, and then settled or came back: for the year, per payee and per run. */
export function TallySection({ tally }: { tally: Resource<Tally> }) {
  const { t } = useText();
  return (
    <section class="tally">
      <h2 class="ds-heading">{t('tally.title')}</h2>
      <p class="quiet">{t('tally.lead')}</p>
      <Loaded resource={tally} lines={6}>
        {(read) => <TallyView tally={read} />}
      </Loaded>
    </section>
  );
}

function TallyView({ tally }: { tally: Tally }) {
  const { holds, runs, rows, total, untaken, year } = tally;
  const { t, count } = useText();
  const besides = <Besides untaken={untaken} />;
  if (runs.length === 0)
    return (
      <>
        <p class="quiet">{t('tally.none')}</p>
        {besides}
      </>
    );
  const differing = runs.filter((run) => !run.holds);
  return (
    <>
      {besides}
      {holds && <Verdict tally={tally} />}
      {differing.length > 0 && (
        <>
          <Alert tone="danger" title={count('tally.differs', differing.length)} level={3} />
          <Runs runs={differing} open />
        </>
      )}
      <Equation total={total} />
      <details class="more">
        <summary>{t('tally.per-payee')}</summary>
        <TallyTable rows={rows} total={total} caption={t('tally.year', { year: String(year) })} />
      </details>
      <details class="more">
        <summary>{count('tally.runs', runs.length)}</summary>
        <Runs runs={runs} />
      </details>
    </>
  );
}

/** That all is well is said only where nothing is open: no item of the bank's, no return, no payment without an answer. */
function Verdict({ tally: { openItems, undecided, total } }: { tally: Tally }) {
  const { t, count } = useText();
  const unanswered = !nothing.test(total.outstanding);
  if (openItems === 0 && undecided === 0 && !unanswered)
    return (
      <p class="verdict">
        <Icon name="check" />
        {t('tally.holds')}
      </p>
    );
  return (
    <Alert tone="warning" title={t('tally.holds-so-far')} level={3}>
      <ul class="notes">
        {openItems > 0 && <li>{count('tally.open-items', openItems)}</li>}
        {undecided > 0 && <li>{count('tally.undecided', undecided)}</li>}
        {unanswered && <li>{t('tally.unanswered')}</li>}
      </ul>
    </Alert>
  );
}

/** What moved on the account and is no payment from here: what nobody has looked into, and how much somebody has. */
function Besides({ untaken }: { untaken: Tally['untaken'] }) {
  const { t, count } = useText();
  const { open, openSek, lookedInto, lookedIntoSek } = untaken;
  return (
    <>
      {open.length > 0 && (
        <Alert tone="danger" title={count('tally.untaken', open.length)} level={3}>
          <ul class="notes">
            {open.map((each) => (
              <li key={each}>{each}</li>
            ))}
          </ul>
          <p>
            {t('tally.untaken-sum')} <Money of={openSek} />
          </p>
        </Alert>
      )}
      {lookedInto > 0 && (
        <p class="quiet">
          {count('tally.looked-into', lookedInto)} <Money of={lookedIntoSek} />
        </p>
      )}
    </>
  );
}

const nothing = /^0(\.0+)?$/;
const first = ['prepared', 'approved', 'filed', 'settled'] as const;

/**
 * The one sum that must hold, written out. What the bank has not answered is outstanding, and with it the sum holds too; what moved
 * without an order stands beside it, since with that it does not.
 */
function Equation({ total }: { total: TallyRow }) {
  const { t } = useText();
  const more = (['outstanding', 'unordered'] as const).filter((part) => !nothing.test(total[part]));
  const parts = [...first, 'returned', ...more] as const;
  return (
    <dl class="equation">
      {parts.map((part, index) => (
        <div key={part}>
          <dt>{t(`tally.${part}`)}</dt>
          <dd {...(index > 0 && { 'data-sign': index > 3 ? '+' : '=' })}>
            <Money of={total[part]} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Runs({ runs, open = false }: { runs: Tally['runs']; open?: boolean }) {
  const { t, day } = useText();
  const nameOf = useRunName();
  return (
    <div class="unfolding">
      {runs.toReversed().map(({ run, paidOn, holds, rows, total }) => (
        <details key={run} open={open}>
          <summary>
            <span class="unfolding-name">{nameOf(run)}</span>
            <span class="quiet">{paidOn && day(paidOn)}</span>
            <Money of={total.prepared} />
            <Tag tone={holds ? 'success' : 'danger'} icon={holds ? 'check' : 'warning'}>
              {t(holds ? 'tally.run-holds' : 'tally.run-differs')}
            </Tag>
          </summary>
          <div class="unfolded">
            <TallyTable rows={rows} total={total} caption={nameOf(run)} />
            <a class="ds-link" href={runHref(run)}>
              {t('tally.to-run')}
            </a>
          </div>
        </details>
      ))}
    </div>
  );
}
