import { useEffect, useRef, useState } from 'preact/hooks';
import {
  ActionButton,
  Alert,
  announce,
  Icon,
  mayCall,
  runHref,
  Tag,
  useMe,
  useRunName,
  useText,
} from '../../kit.ts';
import { Money } from './money.tsx';
import { type OpenItem, openItemsOf } from './open-items-of.ts';
import { OutcomeTag } from './outcome-tag.tsx';
import { ResolveItemDialog } from './resolve-item-dialog.tsx';
import type { Bank, SentFile } from './types.ts';

/** What the bank reported that led to nothing by itself, and what came back: each until somebody has looked into it or decided. */
export function OpenItems(props: { bank: Bank; reload: () => Promise<void> }) {
  const { bank, reload } = props;
  const { t, count } = useText();
  const me = useMe();
  const [asking, ask] = useState<OpenItem | undefined>(undefined);
  const [receipt, setReceipt] = useState<string | undefined>(undefined);
  const place = useRef<HTMLElement>(null);
  // A dialog that ends by itself takes the focus with it; it goes on from here, once nothing is modal any more.
  const ended = useRef(false);
  useEffect(() => {
    if (asking === undefined && ended.current) place.current?.focus();
    ended.current = false;
  }, [asking]);
  const open = openItemsOf(bank.reports);
  const back = bank.files.filter(({ held }) => held > 0);
  const waiting = open.length + back.reduce((sum, { held }) => sum + held, 0);
  const may = mayCall(me, 'resolveBankItem');
  return (
    <section ref={place} tabIndex={-1} aria-labelledby="open-items" class="open-items">
      <h2 class="ds-heading section-title" id="open-items">
        {t('bank-page.open')}
        {waiting > 0 && <span class="count">{count('bank-page.open', waiting)}</span>}
      </h2>
      {receipt && <Alert tone="success" title={receipt} level={3} />}
      {waiting === 0 && (
        <p class="all-well">
          <Icon name="check" />
          {t('bank-page.open.none')}
        </p>
      )}
      {waiting > 0 && (
        <ul class="held-list">
          {back.map((file) => (
            <li key={file.run}>
              <CameBackText of={file} />
            </li>
          ))}
          {open.map((each) => (
            <li key={`${each.report.report} ${each.number}`}>
              <OpenItemText of={each} />
              <ActionButton
                variant="secondary"
                action={{ allowed: may, why: { text: t('bank-page.only-officers') } }}
                onAct={() => ask(each)}
              >
                {t('bank-page.resolve')}
                <span class="ds-sr-only">
                  {t('bank-page.resolve.of', {
                    file: each.report.file,
                    number: String(each.number),
                  })}
                </span>
              </ActionButton>
            </li>
          ))}
        </ul>
      )}
      {asking && (
        <ResolveItemDialog
          of={asking}
          onClose={() => ask(undefined)}
          onDone={async () => {
            const text = t('bank-page.resolve.done');
            setReceipt(text);
            ended.current = true;
            ask(undefined);
            await reload();
            announce(text);
          }}
        />
      )}
    </section>
  );
}

/** Payments of a file that came back: what is to become of them is decided where the payment is. */
function CameBackText({ of: { run, held } }: { of: SentFile }) {
  const { t, count } = useText();
  const nameOf = useRunName();
  return (
    <div>
      <p class="held-head">
        <Tag tone="danger" icon="warning">
          {t('state.returned')}
        </Tag>
        <a class="ds-link" href={runHref(run)}>
          {nameOf(run)}
        </a>
      </p>
      <p>{count('bank-page.undecided', held)}</p>
    </div>
  );
}

/** What it is about, in the words of the API, with the report that it stood in and the run that it belongs to. */
function OpenItemText({ of: { report, number, item } }: { of: OpenItem }) {
  const { t, moment } = useText();
  const nameOf = useRunName();
  return (
    <div>
      <p class="held-head">
        {item ? (
          <OutcomeTag outcome={item.outcome} />
        ) : (
          <Tag tone="danger" icon="warning">
            {t('bank-page.state.refused')}
          </Tag>
        )}
        {item?.amount !== undefined && (
          <strong>
            <Money of={item.amount} /> {item.currency}
          </strong>
        )}
        {item?.run && (
          <a class="ds-link" href={runHref(item.run)}>
            {nameOf(item.run)}
          </a>
        )}
      </p>
      <p>{item ? item.text : report.why}</p>
      <p class="quiet">
        {t(item ? 'bank-page.item-in' : 'bank-page.report-came', {
          file: report.file,
          number: String(number),
          at: moment(report.at),
        })}
      </p>
    </div>
  );
}
