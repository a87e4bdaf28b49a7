import type { AnswerOf } from '../api/operation-types.ts';
import { useText } from '../i18n/language.tsx';
import { Hash } from './hash.tsx';

type Entry = AnswerOf<'readRun'>['history'][number];

/** Who did what when, in sentences, with the words that were given; the newest first. */
export function HistoryList({ history }: { history: readonly Entry[] }) {
  const { moment } = useText();
  return (
    <ol class="history" reversed>
      {history.toReversed().map(({ at, event, text, proposal, reason, right }) => (
        <li key={`${at} ${event} ${right} ${proposal}`}>
          <time dateTime={at}>{moment(at)}</time>
          <div>
            <p>{text}</p>
            {reason && <blockquote>{reason}</blockquote>}
            {proposal && <Hash hash={proposal} />}
          </div>
        </li>
      ))}
    </ol>
  );
}
