export interface Match<Page> {
  readonly page: Page;
  /** What stood in the place of each `:name`, decoded. */
  readonly parameters: Readonly<Record<string, string>>;
}

/**
 * The page of a path. Patterns are exact, segment by segment, with `:name` for one segment; a slash at the end is ignored. The
 * first pattern that fits wins. Undefined when none does, also for a segment that cannot be decoded.
 */
export function matchPath<Page extends { readonly path: string }>(
  pages: readonly Page[],
  path: string,
): Match<Page> | undefined {
  const segments = segmentsOf(path);
  for (const page of pages) {
    const pattern = segmentsOf(page.path);
    if (pattern.length !== segments.length) continue;
    const parameters: Record<string, string> = {};
    const fits = pattern.every((part, at) => {
      const segment = segments[at] ?? '';
      if (!part.startsWith(':')) return part === segment;
      const value = decoded(segment);
      if (value === undefined) return false;
      parameters[part.slice(1)] = value;
      return true;
    });
    if (fits) return { page, parameters };
  }
  return undefined;
}

const segmentsOf = (path: string): readonly string[] => path.split('/').filter(Boolean);

function decoded(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined;
  }
}
