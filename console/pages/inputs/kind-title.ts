import { inputKindTexts } from '../../../functions/contract/api/input-kind-texts.ts';
import type { Text } from '../../kit.ts';

/** What people call a kind of input and its year; a kind that there is none of is its own name. What is of no year has none. */
export function kindTitle(kind: string, year: string, language: Text['language']): string {
  const known = Object.entries(inputKindTexts).find(([id]) => id === kind)?.[1][language] ?? kind;
  return year === 'all' ? known : `${known} ${year}`;
}
