import {
  CONNECTION_CPU_MS,
  CONNECTION_WAIT_MS,
  CPU_FACTOR,
  DATABASE_WAIT_MS,
  PEOPLE_PER_MONTH,
  RUNTIME_INIT_MS,
  SERVICE_WAIT_MS,
  SYSTEM_LOG_BYTES,
  WHOLE_CPU_MB,
} from '../cost/assumptions.ts';
import { TASK_TOKEN_BYTES } from '../cost/database-use.ts';
import { MOST_TRANSITIONS, MOST_USD } from '../cost/goals.ts';
import { asOf, priceIds, prices, region } from '../cost/prices.ts';

export const COST_PAGE = 'docs/cost.md';

const INTRODUCTION = `# What a grant year costs in AWS

\`npm run cost\` runs the sample year through the synthesized state machines, schedules and bundles, counts every request that they make,
and prices it. \`npm run cost -- --write\` writes this page. The goals: at most ${MOST_TRANSITIONS} state transitions, and at most ${MOST_USD} US dollars for what the
year's cases cause.

Three sums, because they grow by different things:

1. **Cases**: what would not be there without the grant year. Its opening, 15 payouts of which three are interim, two requisitions, the
   reconciliation: their executions, every call of the API and of a step, the bank's files, what is stored of them to the year's end.
   From the first case in February 2021 to the last in May 2022.
2. **The clock**: the schedules, which fire whether or not anything is due. Hour by hour they cost the same for one grant year as for
   two at a time, as from January to May. With the prices as they are, invoking a function once an hour for 16 months costs more than
   0.01 US dollars before it has done anything; so this sum is given by itself, and kept small by what the function does.
3. **By being there**: what the templates hold that is paid by the month.

A resource type that the prices do not know makes the command fail with its name: nothing is left out in silence.`;

const figures = (text: string): string => `## Figures

\`\`\`
${text.trimEnd()}
\`\`\``;

/** What is exact, what is assumed, and the prices: everything of the page that no run changes. */
export const explanation = `## What is exact

- State transitions: each state that was entered, and each attempt after a task's first. AWS: "each time a step of your workflow is
  executed … including retries". A start and an end are no steps; counted as such they would add two for each execution.
- Calls of functions, firings of schedules, requests to the API, S3, SNS and the database. The local cloud leaves out firings that would
  do the same on the same record (ADR 6); here they are counted, each with what the one before it used.
- Read and write units by DynamoDB's rules from the very items: 4 096 bytes a consistent read unit, a query's items together and
  BatchGetItem's one by one; 1 024 bytes a write unit, refused puts too. Task tokens are counted with ${TASK_TOKEN_BYTES} bytes, for AWS's are longer.
- What is stored, and what functions log.

## What is assumed

Lambda's time cannot be measured here. Each call has an environment of its own, and the processor time of its import and of the call is
measured in it.

| | |
|---|---|
| every call begins cold | hours and days lie between most calls; INIT is billed since August 2025 |
| ${CPU_FACTOR} ms in Lambda | for each millisecond of a processor here |
| ${RUNTIME_INIT_MS} ms | of INIT before the bundle |
| memory ÷ ${WHOLE_CPU_MB} MB | is the share of a processor that a call has; in INIT it has a whole one |
| ${DATABASE_WAIT_MS} and ${SERVICE_WAIT_MS} ms | wait for each answer of the database and of another service, one after the other, but for the lists of executions, which are asked for at once |
| ${CONNECTION_WAIT_MS} ms and ${CONNECTION_CPU_MS} ms of a processor | for each first connection |
| ${SYSTEM_LOG_BYTES} bytes | that Lambda logs of each call by itself, where it is not told otherwise |
| ${PEOPLE_PER_MONTH} people | sign in in a month |

Not counted: how often CloudWatch Logs asks for the key of a log group, which is published nowhere; what people read in the console, for the sample has nobody who only looks; what leaves AWS, of which 100 GB a month are free; and
support, tax, other accounts.

## Prices

Of ${asOf} for ${region}. "Found": read in a stored copy of the page. "General knowledge": to be compared with the page before anybody
relies on it. Where a price is that of another region it is not lower than Stockholm's, or the same in all.

| What | US dollars | for | | |
|---|--:|---|---|---|
${priceIds
  .map((id) => {
    const { name, usd, per, unit, basis, region: of, source, note, freePerMonth } = prices[id];
    const free = freePerMonth === undefined ? '' : `; ${freePerMonth} a month are free`;
    return `| ${name} | ${usd} | ${per.toLocaleString('en')} × ${unit}${free} | ${basis}, ${of} | <${source}>${note === undefined ? '' : ` ${note}`} |`;
  })
  .join('\n')}`;

/** The page with the figures of a run, as it prints them. */
export const costPage = (text: string): string =>
  `${[INTRODUCTION, figures(text), explanation].join('\n\n')}\n`;
