import { inputKindTexts } from '../../functions/contract/api/input-kind-texts.ts';
import { useText } from '../i18n/language.tsx';
import { Hash } from './hash.tsx';
import type { WorkingNode } from './working-place.ts';

/** Where a number was supplied: which version of which input, with its hash. Nothing for what is no input. */
export function WorkingSource({ node: { source, row } }: { node: WorkingNode }) {
  const { t, language } = useText();
  if (!source) return null;
  const { year, version, hash } = source;
  const known = Object.entries(inputKindTexts).find(([id]) => id === source.kind)?.[1];
  const facts = { kind: known?.[language] ?? source.kind, version: String(version) };
  return (
    <p class="working-source">
      <span>
        {year === 'all'
          ? t('working.input.version-all', facts)
          : t('working.input.version', { ...facts, year: String(year) })}
        {row && ` · ${row}`}
      </span>
      <Hash hash={hash} />
    </p>
  );
}
