import { agreementYears } from '../../../core/agreement/rulebook.ts';
import { dayInStockholm } from '../../../core/calendar/stockholm.ts';
import { type InputKind, inputKinds, isInputKind } from '../../../core/inputs/kinds.ts';
import { regionCodes } from '../../../core/regions.ts';
import type { AnswerOf, RequestOf } from '../../contract/api/operation.ts';
import type { Language } from '../../contract/api/problem-type.ts';
import { confirmInput as confirm } from '../../doors/confirm-input.ts';
import { givenContent } from '../../doors/given-content.ts';
import { needsConfirmation } from '../../doors/input-content.ts';
import { refuseInput as refuse } from '../../doors/refuse-input.ts';
import { registerInput as register } from '../../doors/register-input.ts';
import { problem, refusedEntries } from '../../shared/entry-errors.ts';
import { Refused } from '../../shared/refused.ts';
import type { WorkflowPorts } from '../../shared/workflow-ports.ts';
import { speaker } from './speaker.ts';

type Registered = AnswerOf<'registerInput'>;

/** The part of a request that says what a new version is of, and what it holds. */
export type NewVersion = Pick<
  RequestOf<'registerInput'>,
  'at' | 'by' | 'language' | 'parameters' | 'body'
>;

/** Registers a new version of an input: from whom, the document's hash, its content as JSON or as a table. */
export async function registerInput(
  request: RequestOf<'registerInput'>,
  ports: WorkflowPorts,
): Promise<Registered> {
  return registered(request, ports);
}

/** The same; apart, so that a dry run calls what it tries. */
export async function registered(request: NewVersion, ports: WorkflowPorts): Promise<Registered> {
  const { parameters, body, language } = request;
  const { kind, year } = streamOf(request);
  const { content, root } = givenContent(kind, body, language);
  const { from, documentHash } = body;
  const { version, hash } = await register(
    {
      ...speaker(request),
      ...{ year, kind, from, documentHash, content },
      ...broughtWith(body, language),
    },
    ports,
    { language, root },
  );
  return {
    ...{ year: parameters.year, kind, version, hash },
    needsConfirmation: needsConfirmation(kind),
  };
}

/** A second person has compared a version with its document; from now on it counts. */
export async function confirmInput(
  request: RequestOf<'confirmInput'>,
  ports: WorkflowPorts,
): Promise<AnswerOf<'confirmInput'>> {
  const errors = { language: request.language, root: '/content' };
  const judged = judgedIn(request);
  await confirm({ ...speaker(request), ...judged }, ports, errors);
  return { ...judged, year: request.parameters.year, needsConfirmation: true };
}

/** A second person has found that a version is not what it should be; it never counts. */
export async function refuseInput(
  request: RequestOf<'refuseInput'>,
  ports: WorkflowPorts,
): Promise<AnswerOf<'refuseInput'>> {
  const { code, reason } = request.body;
  const judged = judgedIn(request);
  await refuse({ ...speaker(request), ...judged, code, reason }, ports);
  return { ...judged, year: request.parameters.year, needsConfirmation: true };
}

/** The version that a second person judges. Refused: a kind that counts without one. */
function judgedIn(request: Pick<RequestOf<'confirmInput'>, 'at' | 'parameters' | 'body'>) {
  const { kind, year } = streamOf(request);
  if (!needsConfirmation(kind))
    throw new Refused('confirmation-not-needed', {
      given: kind,
      allowed: Object.keys(inputKinds)
        .filter((each) => isInputKind(each) && needsConfirmation(each))
        .join(', '),
    });
  return { year, kind, version: request.parameters.version, hash: request.body.hash };
}

/** SKR's January report of local discounts, by the person who signs for SKR. No amount at all is a report of none. */
export async function signLocalDiscounts(
  request: RequestOf<'signLocalDiscounts'>,
  ports: WorkflowPorts,
): Promise<Registered> {
  const { parameters, body, language } = request;
  if (!agreementYears.includes(parameters.year))
    throw new Refused('no-agreement', {
      given: String(parameters.year),
      allowed: agreementYears.join(', '),
    });
  const unknown = Object.keys(body.discounts).filter((code) => !isRegion(code));
  if (unknown.length > 0) throw refusedEntries(unknown.map(unknownRegion), language);
  const content = Object.fromEntries(regionCodes.map((code) => [code, body.discounts[code] ?? []]));
  const { documentHash } = body;
  const kind = 'local-discounts';
  const { version, hash } = await register(
    {
      ...speaker(request),
      ...{ year: parameters.year, kind, from: 'SKR', documentHash, content },
      ...broughtWith(body, language),
    },
    ports,
    { language, root: '/discounts' },
  );
  return { year: parameters.year, kind, version, hash, needsConfirmation: false };
}

/** What comes with a version besides its content. Refused: a document that is not given as base64, which leaves room for no other bytes. */
function broughtWith(
  { registration, document }: Pick<NewVersion['body'], 'registration' | 'document'>,
  language: Language,
) {
  const bytes = Buffer.from(document?.content ?? '', 'base64');
  if (document && bytes.toString('base64') !== document.content)
    throw refusedEntries([notBase64], language);
  return {
    ...(registration !== undefined && { registration }),
    ...(document && { document: { name: document.name, bytes } }),
  };
}

const notBase64 = problem(
  '/document/content',
  'base64 (RFC 4648, avsnitt 4) med utfyllnad; angivet: något annat',
  'base64 (RFC 4648, section 4) with padding; given: something else',
);

const isRegion = (code: string): boolean => regionCodes.some((each) => each === code);

const unknownRegion = (code: string) => ({
  pointer: `/discounts/${code.slice(0, 20)}`,
  detail: {
    sv: `något av ${regionCodes.join(', ')}`,
    en: `one of ${regionCodes.join(', ')}`,
  },
});

/** Which stream a path names. The payees are nobody's year and lie under `all`; everything else has its year. */
export function streamOf({
  at,
  parameters: { year, kind },
}: Pick<NewVersion, 'at' | 'parameters'>): { readonly kind: InputKind; readonly year: number } {
  if (!isInputKind(kind) || (kind === 'payees') !== (year === 'all'))
    throw new Refused('not-found', { what: `/inputs/${year}/${kind}` });
  return { kind, year: year === 'all' ? Number(dayInStockholm(at).slice(0, 4)) : year };
}
