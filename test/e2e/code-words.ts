import { needsGroups } from '../../core/agreement/needs-groups.ts';
import { sources } from '../../core/agreement/sources.ts';
import { ruleNames } from '../../functions/contract/api/rule-names.ts';
import { filesIn, textOf } from '../health/source-files.ts';

/** Where names are declared that only programs should read: events, states, kinds, needs, choices, shapes. */
const declaredIn = ['core', 'functions/contract', 'functions/shared', 'functions/api/views'];

/** Written like code words, and what people read all the same: names of formats, and what is no word at all. */
const readByPeople = new Set(['utf-8', 'sha-256', 'e-post', 'e-hälsomyndigheten']);

/** Names with a hyphen, as they are declared: `release-ordered`, `waiting-for-inputs`, `rebate-forecast`. */
const hyphened = declaredIn
  .flatMap((folder) => filesIn(folder))
  .flatMap((file) => [...textOf(file).matchAll(/'([a-z]+(?:-[a-z]+)+)'/g)])
  .map(([, word = '']) => word);

const words: ReadonlySet<string> = new Set(
  [...hyphened, ...needsGroups, ...Object.keys(ruleNames), ...Object.keys(sources)].filter(
    (word) => !readByPeople.has(word) && /[-/]/.test(word),
  ),
);

/** `rebate.stateShare`, `nextMonth`; names of message formats, files and hosts are no such. */
const dotted = /^[a-z]+(?:\.[a-z]+[A-Z][A-Za-z]*)+$|^[a-z]+[a-z]*[A-Z][a-z]+[A-Za-z]*$/;

/** Names of rows that are words of their own. Only of a Swedish text: in English they are what people say. */
const rows = new Set(['haemophilia', 'gaucher']);

/** English that no Swedish sentence holds. */
const english =
  /\b(the|and|of the|which|with|not|has|was|were|payment|payments|forecast|proposal|agreement|approval|kronor for|paid|region of|whole|input|inputs|outcome|released|waiting)\b/i;

export interface Oddity {
  readonly word: string;
  readonly line: string;
}

/** What of a text is written for programs, or in another language than the page's. */
export function oddWords(text: string, language: 'sv' | 'en'): readonly Oddity[] {
  // A partition is named as the record has it: `INPUT#2021`.
  return text.split('\n').flatMap((line) => {
    if (/^[A-Z]+#/.test(line.trim())) return [];
    const tokens = line.split(/[\s"“”()[\]:;,!?…]+/).map((token) => token.replace(/\.+$/, ''));
    const code = tokens.filter(
      (token) => words.has(token) || dotted.test(token) || (language === 'sv' && rows.has(token)),
    );
    const foreign = language === 'sv' ? (english.exec(line)?.slice(0, 1) ?? []) : [];
    return [...code, ...foreign].map((word) => ({ word, line: line.trim() }));
  });
}
