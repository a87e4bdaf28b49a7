import { withinDataLimit } from './data-limit.ts';
import { fillIn } from './expression.ts';
import type { Json, JsonObject } from './json.ts';
import type { Run } from './run.ts';

/** Where a state leads, and what it leaves behind. */
export interface Step {
  readonly next: string | undefined;
  readonly output: Json;
  readonly assigned: JsonObject;
}

/** One visit to a state: what its expressions may read, and its place in the journal. */
export class Visit {
  readonly execution: Run;
  readonly path: string;
  readonly state: string;
  readonly input: Json;
  readonly #entered: string;
  readonly #variables: JsonObject;

  constructor(
    execution: Run,
    path: string,
    state: string,
    input: Json,
    entered: string,
    variables: JsonObject,
  ) {
    this.execution = execution;
    this.path = path;
    this.state = state;
    this.input = input;
    this.#entered = entered;
    this.#variables = variables;
  }

  /** Fills in a template; `more` adds `result` or `errorOutput` to `$states`. */
  async fill(
    template: Json,
    more: { result?: Json; errorOutput?: Json } = {},
    task: { retries: number; token?: string } = { retries: 0 },
  ): Promise<Json> {
    const { arn, name, input, at, machine, machineArn } = this.execution.start;
    const context = {
      Execution: { Id: arn, Input: input, Name: name, StartTime: at },
      State: { Name: this.state, EnteredTime: this.#entered, RetryCount: task.retries },
      StateMachine: { Id: machineArn, Name: machine },
      ...(task.token === undefined ? {} : { Task: { Token: task.token } }),
    };
    const states = { input: this.input, context, ...more };
    return await fillIn(template, { ...this.#variables, states });
  }

  /** What the fields Output and Assign leave; both read the values from before the state. */
  async leave(
    fields: { readonly Output?: Json; readonly Assign?: JsonObject },
    next: string | undefined,
    otherwise: Json,
    more: { result?: Json; errorOutput?: Json } = {},
    retries = 0,
  ): Promise<Step> {
    const output =
      fields.Output === undefined ? otherwise : await this.fill(fields.Output, more, { retries });
    const assigned =
      fields.Assign === undefined ? {} : await this.fill(fields.Assign, more, { retries });
    withinDataLimit(assigned, `What "${this.state}" assigns`);
    return {
      next,
      output: withinDataLimit(output, `The output of "${this.state}"`),
      assigned: assigned as JsonObject,
    };
  }
}
