import type { Language } from '../../functions/contract/api/problem-type.ts';
import { locales } from './kronor.ts';

const formats = new Map<string, Intl.DateTimeFormat>();

function format(language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = language + JSON.stringify(options);
  const made = formats.get(key) ?? new Intl.DateTimeFormat(locales[language], options);
  formats.set(key, made);
  return made;
}

function read(text: string, what: string): Date {
  const date = new Date(text);
  if (Number.isNaN(date.getTime())) throw new RangeError(`No ${what}: ${JSON.stringify(text)}.`);
  return date;
}

/** A day (YYYY-MM-DD) in words: 1 februari 2022. A day has no time zone, so none is applied. */
export function day(text: string, language: Language): string {
  const options = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
  return format(language, options).format(read(`${text}T00:00:00Z`, 'day'));
}

/** A day with its weekday, for the days that people wait for: tisdag 1 februari 2022. */
export function weekday(text: string, language: Language): string {
  const options = {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  } as const;
  return format(language, options).format(read(`${text}T00:00:00Z`, 'day'));
}

/** A month (YYYY-MM) in words: februari 2022. */
export function month(text: string, language: Language): string {
  const options = { month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
  return format(language, options).format(read(`${text}-01T00:00:00Z`, 'month'));
}

/** A moment (RFC 3339) as the clocks in Stockholm showed it: 1 feb. 2022 09:30. */
export function moment(text: string, language: Language): string {
  const options = {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZone: 'Europe/Stockholm',
  } as const;
  return format(language, options).format(read(text, 'moment'));
}
