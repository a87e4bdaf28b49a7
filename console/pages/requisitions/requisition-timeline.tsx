import { type AnswerOf, useText } from '../../kit.ts';
import { RequisitionStateTag } from './requisition-state.tsx';

type Timeline = AnswerOf<'readRequisition'>['timeline'];

/** When the requisition came to each state, the oldest first; the last is where it stands. */
export function RequisitionTimeline({ timeline }: { timeline: Timeline }) {
  const { moment } = useText();
  return (
    <ol class="steps">
      {timeline.map(({ at, state, text }, index) => (
        <li
          key={`${at} ${state}`}
          aria-current={index === timeline.length - 1 ? 'step' : undefined}
        >
          <RequisitionStateTag state={state} />
          <p>{text}</p>
          <time class="quiet" dateTime={at}>
            {moment(at)}
          </time>
        </li>
      ))}
    </ol>
  );
}
