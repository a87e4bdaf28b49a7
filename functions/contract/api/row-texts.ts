import type { Texts } from './problem-type.ts';

/** What people call what an input has a row for. A word that is none of these is its own: a decision, a day. */
const rows: Readonly<Record<string, Texts>> = {
  haemophilia: { sv: 'blödarsjuka', en: 'haemophilia' },
  gaucher: { sv: 'Gauchers sjukdom', en: 'Gaucher disease' },
  hiv: { sv: 'hiv', en: 'HIV' },
};

/** A group of the needs model: its ages, and what divides them. */
const group =
  /^(?:(?:child|adult)-(\d+(?:-\d+)?)-(?:education-(low|high)-)?income-(low|high)|senior-(80-89|90-plus)-(alone|cohabiting))$/;

/** A row's word as people say it: a disease, or a group of the needs model. */
export function rowText(word: string): Texts {
  const known = rows[word];
  if (known) return known;
  const [, age, education, income, seniors, household] = group.exec(word) ?? [];
  if (age === undefined && seniors === undefined) return { sv: word, en: word };
  const years = (age ?? seniors ?? '').replace('-plus', '–').replace(/(\d)-(\d)/, '$1–$2');
  const level = (of: string) =>
    of === 'low' ? { sv: 'låg', en: 'low' } : { sv: 'hög', en: 'high' };
  const parts: readonly Texts[] = [
    { sv: `${years} år`, en: `${years} years` },
    ...(education
      ? [{ sv: `${level(education).sv} utbildning`, en: `${level(education).en} education` }]
      : []),
    ...(income ? [{ sv: `${level(income).sv} inkomst`, en: `${level(income).en} income` }] : []),
    ...(household
      ? [
          household === 'alone'
            ? { sv: 'ensamboende', en: 'living alone' }
            : { sv: 'sammanboende', en: 'cohabiting' },
        ]
      : []),
  ];
  return { sv: parts.map(({ sv }) => sv).join(', '), en: parts.map(({ en }) => en).join(', ') };
}
