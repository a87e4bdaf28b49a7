import { expect } from 'vitest';
import type { Visitor } from './visitor.ts';

/** What has the focus: its name or text, and whether the browser draws it as focused. `body` is nothing at all. */
interface Focused {
  readonly tag: string;
  readonly name: string;
  readonly visible: boolean;
}

/**
 * A focus is seen when the element that has it looks otherwise than it would without: by an outline, a shadow, a border or another colour of its
 * own. Headings and dialogs that take the focus for a screen reader's sake are no stops of the Tab key.
 */
const focused = `(() => {
  const element = document.activeElement;
  if (!element || element === document.body) return { tag: 'body', name: '', visible: false };
  const style = getComputedStyle(element);
  const outlined = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0;
  const box = element.getBoundingClientRect();
  const inWindow = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
  const name = element.getAttribute('aria-label') ?? element.innerText ?? element.value ?? '';
  return {
    tag: element.tagName.toLowerCase(),
    name: name.replaceAll(/\\s+/g, ' ').trim(),
    visible: inWindow && (outlined || style.boxShadow !== 'none'),
  };
})()`;

export const focusOf = (visitor: Visitor): Promise<Focused> => visitor.page.evaluate(focused);

/** How many stops a page may have before what one looks for; more means that the way there is lost. */
const MOST_STOPS = 400;

/** Presses Tab until the focus is on what has that text; every stop on the way is to be seen. Gives the number of stops. */
export async function tabTo(visitor: Visitor, name: string | RegExp): Promise<number> {
  const seen: string[] = [];
  for (let stops = 1; stops <= MOST_STOPS; stops++) {
    await visitor.page.keyboard.press('Tab');
    const focus = await focusOf(visitor);
    seen.push(`${focus.tag} ${focus.name}`);
    if (focus.tag !== 'body')
      expect(focus, `stop ${stops}, after ${seen.slice(-3).join(' | ')}`).toMatchObject({
        visible: true,
      });
    if (typeof name === 'string' ? focus.name.includes(name) : name.test(focus.name)) return stops;
  }
  throw new Error(`Tab never came to ${name}; it came to ${seen.join(' | ')}`);
}
