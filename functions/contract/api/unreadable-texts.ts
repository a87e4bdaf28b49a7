import type { UnreadableCode } from '../../../core/bank/report-events.ts';
import type { Texts } from './problem-type.ts';

/** Why a file of the bank's cannot be read, with `{fact}` where the facts of the file belong: where, what was given, what is allowed. */
export const unreadableTexts: Readonly<Record<UnreadableCode, Texts>> = {
  'not-utf-8': {
    sv: 'Filen är inte UTF-8 ({where}): {given}; det ska vara {allowed}.',
    en: 'The file is not UTF-8 ({where}): {given}; it must be {allowed}.',
  },
  'too-large': {
    sv: 'Filen är för stor: {given}; högst {allowed}.',
    en: 'The file is too large: {given}; at most {allowed}.',
  },
  'not-xml': {
    sv: 'Filen är inte välformad XML ({where}): {given}; det ska vara {allowed}.',
    en: 'The file is not well-formed XML ({where}): {given}; it must be {allowed}.',
  },
  'has-doctype': {
    sv: 'Filen har en dokumenttyp eller en entitet ({where}): {given}; det ska vara {allowed}.',
    en: 'The file has a document type or an entity ({where}): {given}; it must be {allowed}.',
  },
  'unknown-format': {
    sv: 'Filen är av ett annat slag: {given}; det som läses är {allowed}.',
    en: 'The file is of another kind: {given}; what is read is {allowed}.',
  },
  incomplete: {
    sv: 'Filen är inte som formatet kräver. {where}: {given}; det ska vara {allowed}.',
    en: 'The file is not as its format demands. {where}: {given}; it must be {allowed}.',
  },
  'too-many-entries': {
    sv: 'Filen har för många poster: {given}; högst {allowed}. Banken kan dela den.',
    en: 'The file has too many entries: {given}; at most {allowed}. The bank can divide it.',
  },
  'too-deep': {
    sv: 'Filens element ligger i för många andra, eller bland för många attribut: {given}; högst {allowed}.',
    en: 'The elements of the file stand in too many others, or among too many attributes: {given}; at most {allowed}.',
  },
  'another-account': {
    sv: 'Filen är ett utdrag ur ett annat konto ({where}): {given}; betalningarna lämnar {allowed}.',
    en: 'The file is a statement of another account ({where}): {given}; payments leave {allowed}.',
  },
};
