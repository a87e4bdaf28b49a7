/** The text with each `{fact}` in its place. One that nobody gave stays as it is: a test holds every refusal to its facts. */
export function filled(text: string, facts: Readonly<Record<string, string>>): string {
  return text.replaceAll(/\{([a-z]+)\}/g, (whole, name: string) => facts[name] ?? whole);
}
