let say: ((text: string) => void) | undefined;

/** Says something aloud to those who listen to the page; the live region of the shell shows it to nobody. */
export function announce(text: string): void {
  say?.(text);
}

/** For the live region: what is announced is handed to it. */
export function listen(to: (text: string) => void): () => void {
  say = to;
  return () => {
    if (say === to) say = undefined;
  };
}
