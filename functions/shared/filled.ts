/** The text, or as much of it as is shown where it is too long; never half a letter at its end. */
export const cut = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, most - 1).replace(/[\ud800-\udbff]$/, '')}…`;

/** The text with each `{fact}` in its place. One that nobody gave stays as it is: a test holds every refusal to its facts. */
export function filled(text: string, facts: Readonly<Record<string, string>>): string {
  return text.replaceAll(/\{([a-z]+)\}/g, (whole, name: string) => facts[name] ?? whole);
}
