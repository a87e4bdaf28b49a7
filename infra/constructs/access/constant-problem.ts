import { problemType } from '../../../functions/contract/api/problem-pages.ts';
import type { ProblemType } from '../../../functions/contract/api/problem-type.ts';
import { type ProblemName, problems } from '../../../functions/contract/api/problems.ts';

/** What the gateway always answers with. */
export interface ConstantProblem {
  readonly status: string;
  /** By their names; the values are constants as API Gateway writes them, in single quotes. */
  readonly headers: Readonly<Record<string, string>>;
  /** A problem document. It holds `$context.requestId`, which the gateway fills in, and nothing else to work out. */
  readonly body: string;
}

/** Facts of the occurrence, where the gateway knows none. */
type Facts = Readonly<Record<string, string>>;

/**
 * A problem that the gateway answers with by itself, without calling a function: the same document as functions/api makes.
 *
 * The gateway cannot read Accept-Language, so both languages stand in it, Swedish first, and Content-Language says so.
 *
 * Refused: a problem whose text needs a fact that is not given here; the gateway would send the braces.
 */
export function constantProblem(name: ProblemName, facts: Facts = {}): ConstantProblem {
  const { status, title, detail }: ProblemType = problems[name];
  const body = {
    type: problemType(name),
    title: inBoth(title),
    status,
    detail: filled(inBoth(detail), { request: '$context.requestId', ...facts }, name),
    instance: 'urn:request:$context.requestId',
  };
  return {
    status: String(status),
    headers: {
      'Content-Type': "'application/problem+json'",
      'Content-Language': "'sv, en'",
      'Cache-Control': "'no-store'",
    },
    body: JSON.stringify(body),
  };
}

const inBoth = ({ sv, en }: ProblemType['title']): string => `${sv} / ${en}`;

function filled(text: string, facts: Facts, name: ProblemName): string {
  return text.replaceAll(/\{([a-z]+)\}/g, (_, fact: string) => {
    const given = facts[fact];
    if (given !== undefined) return given;
    throw new Error(
      `The problem ${name} needs the fact "${fact}"; given: ${Object.keys(facts).join(', ')}.`,
    );
  });
}
