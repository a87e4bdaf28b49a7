import type { Language } from '../contract/api/problem-type.ts';
import { dayText } from './day-text.ts';
import type { Notice } from './notice.ts';

/** A notice as people read it, in Swedish and English, one after the other. */
export interface NoticeText {
  /** ASCII, without line breaks and below 100 characters: SNS takes no other subject. */
  readonly subject: string;
  readonly sv: string;
  readonly en: string;
}

type Words = (notice: Notice) => NoticeText;

const texts: Readonly<Record<Notice['kind'], Words>> = {
  asked: (notice) => ({
    subject: `Statsbidrag: ${notice.case}`,
    sv: `${notice.case} väntar på godkännande av ${notice.to}.${payDay(notice, 'sv')}`,
    en: `${notice.case} waits for approval by ${notice.to}.${payDay(notice, 'en')}`,
  }),
  reminder: (notice) => ({
    subject: `Statsbidrag: ${notice.case}`,
    sv: `Påminnelse: ${notice.case} väntar fortfarande på godkännande av ${notice.to}.${payDay(notice, 'sv')}`,
    en: `Reminder: ${notice.case} still waits for approval by ${notice.to}.${payDay(notice, 'en')}`,
  }),
  stopped: () => ({
    subject: 'Statsbidrag: betalningsstopp',
    sv: 'Alla utbetalningar är stoppade. Inget betalas ut förrän två personer har hävt stoppet.',
    en: 'All payments are stopped. Nothing is paid until two people have lifted the stop.',
  }),
  'lift-asked': () => ({
    subject: 'Statsbidrag: betalningsstopp',
    sv: 'En person vill häva betalningsstoppet. Det krävs en till, en annan person.',
    en: 'One person wants to lift the stop of payments. One more is needed, another person.',
  }),
  lifted: () => ({
    subject: 'Statsbidrag: betalningsstopp',
    sv: 'Betalningsstoppet är hävt. Godkända utbetalningar fortsätter.',
    en: 'The stop of payments is lifted. Approved payments go on.',
  }),
};

const payDayWord: Readonly<Record<Language, string>> = { sv: 'Utbetalningsdag', en: 'Pay day' };

const payDay = (notice: Notice, language: Language) =>
  notice.payDay ? ` ${payDayWord[language]}: ${dayText(notice.payDay, language)}.` : '';

export const noticeText = (notice: Notice): NoticeText => texts[notice.kind](notice);
