import type { InputRefused, InputVersion } from '../../../core/inputs/input-stream.ts';
import type { InputKind } from '../../../core/inputs/kinds.ts';
import type { Language } from '../../contract/api/problem-type.ts';
import { type Route, routes } from '../../contract/api/routes.ts';
import { type InputYear, isPending, keyOf, type ReadInput } from './input-view.ts';
import { needName } from './record-words.ts';
import type { Asking } from './run-actions.ts';
import { mineOr, type Task } from './run-tasks.ts';
import { type WhyNot, whyNotRole, whyRefused } from './why-not.ts';

/** So long a refused version stays in its registrar's list: what counts may be right as it is, and then nothing is to be done. */
const REFUSED_SHOWN_MS = 30 * 24 * 60 * 60 * 1000;

/** Versions that wait for a second person. */
export const pendingVersions = (read: ReadInput): readonly InputVersion[] =>
  read.versions.filter((version) => isPending(read, version));

/** What waits for people in one stream of inputs: to judge a version, and to register another for one that was refused. */
export function inputTasks(read: ReadInput, asking: Asking): readonly Task[] {
  return [
    ...pendingVersions(read).map((version) => confirmTask(read, version, asking)),
    ...read.versions.flatMap((version) =>
      version.refused && isNews(read, version, version.refused, asking)
        ? [correctTask(read, version, version.refused, asking)]
        : [],
    ),
  ];
}

function confirmTask({ kind, year }: ReadInput, found: InputVersion, asking: Asking): Task {
  const { by, language } = asking;
  const { version, registeredBy, registeredAt } = found;
  const name = inputName(kind, year, language);
  const own: WhyNot | undefined =
    registeredBy === by.person.sub
      ? whyRefused({ code: 'same-person', facts: { name: by.person.name } }, language)
      : undefined;
  return {
    task: 'confirm-input',
    text: {
      sv: `Bekräfta underlag: ${name}, version ${version}.`,
      en: `Confirm an input: ${name}, version ${version}.`,
    }[language],
    since: registeredAt,
    late: false,
    ...mineOr(notRole(routes.confirmInput, by, language) ?? own),
    input: { year, kind, version },
  };
}

/** Whether a refusal is recent, and nobody has registered anything of the same key since. */
function isNews(
  { kind, versions }: ReadInput,
  version: InputVersion,
  { at }: InputRefused,
  asking: Asking,
): boolean {
  const key = keyOf(kind, version.content);
  const later = versions.slice(version.version).some(({ content }) => keyOf(kind, content) === key);
  return !later && Date.parse(asking.at) - Date.parse(at) < REFUSED_SHOWN_MS;
}

/** A refusal is for whoever registered the version; others see that it waits for them. */
function correctTask(
  { kind, year }: ReadInput,
  { version, registeredBy }: InputVersion,
  { at, by: refuser, reason }: InputRefused,
  { by, language }: Asking,
): Task {
  const name = inputName(kind, year, language);
  return {
    task: 'correct-input',
    text: {
      sv: `Rätta underlag: ${name}, version ${version}. ${refuser.name} avvisade den: ${reason}`,
      en: `Correct an input: ${name}, version ${version}. ${refuser.name} refused it: ${reason}`,
    }[language],
    since: at,
    late: false,
    mine: registeredBy === by.person.sub,
    input: { year, kind, version },
  };
}

const inputName = (kind: InputKind, year: InputYear, language: Language): string =>
  `${needName(kind, language)}${year === 'all' ? '' : ` ${year}`}`;

/** Why somebody of these roles may not call an operation; undefined where they may. */
export const notRole = (
  { roles }: Route,
  by: Asking['by'],
  language: Language,
): WhyNot | undefined =>
  roles === 'anyone' || by.roles.some((role) => roles.includes(role))
    ? undefined
    : whyNotRole(roles, by.roles, language);
