import { useEffect, useRef } from 'preact/hooks';
import { ErrorSummary, fieldId, type Problem, useText } from '../../kit.ts';
import { lineAndColumn, placeInText } from './place-in-text.ts';

/** The field that holds a content, by the beginning of the API's pointer. */
export const contentPointer = '/content';

/**
 * What is wrong with a new version. An error in the content leads to its line: choosing it selects the place in the text.
 */
export function PlacedErrors(props: { problem: Problem; form: string; text: string }) {
  const { problem, form, text } = props;
  const { t } = useText();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = box.current;
    // The summary's own links lead to fields; what has no field of its own is a place in the content's.
    const go = ({ target }: MouseEvent) => {
      const link = target instanceof Element ? target.closest('a') : null;
      const error = problem.errors.find(
        ({ pointer }) => link?.getAttribute('href') === `#${fieldId(form, pointer)}`,
      );
      const field = document.getElementById(fieldId(form, contentPointer));
      if (!error || !isInContent(error.pointer) || !(field instanceof HTMLTextAreaElement)) return;
      select(field, text, error.pointer);
    };
    element?.addEventListener('click', go);
    return () => element?.removeEventListener('click', go);
  }, [problem, form, text]);
  const labels: Record<string, string> = {
    '/from': t('inputs.from'),
    '/registration': t('inputs.registration'),
    '/documentHash': t('inputs.document-hash'),
    '/document/content': t('inputs.document'),
    '/document/name': t('inputs.document'),
    '/content': t('inputs.content'),
    '/csv': t('inputs.content'),
  };
  for (const { pointer } of problem.errors) {
    const place = lineAndColumn(pointer);
    if (place) labels[pointer] = t('inputs.line', place);
    else if (pointer.startsWith('/content/'))
      labels[pointer] = pointer.slice('/content/'.length).replaceAll('/', ' / ');
  }
  return (
    <div ref={box}>
      <ErrorSummary problem={problem} form={form} labels={labels} />
    </div>
  );
}

export const isInContent = (pointer: string): boolean => /^\/(csv|content)(\/|$)/.test(pointer);

function select(field: HTMLTextAreaElement, text: string, pointer: string) {
  const { from, to } = placeInText(text, pointer);
  field.focus();
  field.setSelectionRange(from, to);
  // The browser scrolls the field to the caret only when something is written, so the line is brought up here.
  const lines = text.slice(0, from).split('\n').length - 1;
  const height = field.scrollHeight / Math.max(1, text.split('\n').length);
  field.scrollTop = Math.max(0, lines * height - field.clientHeight / 2);
}
