import { type ComponentChildren, createContext } from 'preact';
import { useContext, useMemo, useState } from 'preact/hooks';
import type { Language } from '../../functions/contract/api/problem-type.ts';
import { day, moment, month, weekday } from '../format/day.ts';
import { decimal, percent } from '../format/decimal.ts';
import { kronor, signedKronor } from '../format/kronor.ts';
import { chooseLanguage } from './choose-language.ts';
import type { Counted, FactsOf, Key } from './keys.ts';
import { translate, translateCount } from './translate.ts';

const KEPT = 'statsbidrag.language';

function textIn(language: Language) {
  return {
    language,
    t: <K extends Key>(key: K, ...facts: FactsOf<K>) => translate(language, key, ...facts),
    /** For texts in `.one` and `.other`. */
    count: (key: Counted, count: number) => translateCount(language, key, count),
    kronor: (sek: string) => kronor(sek, language),
    signedKronor: (sek: string) => signedKronor(sek, language),
    decimal: (text: string) => decimal(text, language),
    percent: (text: string) => percent(text, language),
    day: (text: string) => day(text, language),
    weekday: (text: string) => weekday(text, language),
    month: (text: string) => month(text, language),
    moment: (text: string) => moment(text, language),
  };
}

/** Texts, numbers and days in the user's language. */
export type Text = ReturnType<typeof textIn>;

const Chosen = createContext<{ text: Text; choose: (language: Language) => void }>({
  text: textIn('sv'),
  choose: () => undefined,
});

/** Gives what is below it the user's language; `<html lang>` follows. */
export function LanguageProvider({ children }: { children: ComponentChildren }) {
  const [language, setLanguage] = useState<Language>(() => {
    const first = chooseLanguage(location.search, localStorage.getItem(KEPT));
    keep(first);
    return first;
  });
  const value = useMemo(
    () => ({
      text: textIn(language),
      choose: (next: Language) => {
        keep(next);
        forgetAsked();
        setLanguage(next);
      },
    }),
    [language],
  );
  return <Chosen.Provider value={value}>{children}</Chosen.Provider>;
}

function keep(language: Language) {
  localStorage.setItem(KEPT, language);
  document.documentElement.lang = language;
}

/** Takes the language out of the address, or the next reload would go back to what the address asked for. */
function forgetAsked() {
  const url = new URL(location.href);
  if (!url.searchParams.has('lang')) return;
  url.searchParams.delete('lang');
  history.replaceState(history.state, '', url);
}

/** Texts and formats in the user's language: `const { t, kronor } = useText()`. */
export const useText = (): Text => useContext(Chosen).text;

/** Changes the language, for the toggle in the header. */
export const useChooseLanguage = () => useContext(Chosen).choose;
