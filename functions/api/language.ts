import type { Language } from '../contract/api/problem-type.ts';

/**
 * Swedish, unless `Accept-Language` prefers English (RFC 9110, 12.5.4): of the two the one with the higher weight, the first
 * named when they weigh the same. What names neither is answered in Swedish.
 */
export function languageOf(header: string | undefined): Language {
  let best: { language: Language; weight: number } = { language: 'sv', weight: 0 };
  for (const part of (header ?? '').slice(0, 200).split(',')) {
    const [, tag, q = '1'] =
      /^\s*([a-z]{2})(?:-[a-z0-9-]+)?\s*(?:;\s*q=([0-9.]+))?\s*$/i.exec(part) ?? [];
    const language = tag?.toLowerCase();
    if ((language === 'sv' || language === 'en') && Number(q) > best.weight)
      best = { language, weight: Number(q) };
  }
  return best.language;
}
