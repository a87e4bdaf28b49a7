import { StepFunctions } from '../adapters/aws/step-functions-service.ts';
import { type Executions, StepFunctionsExecutions } from '../adapters/execution-history.ts';
import { environment } from '../shared/environment.ts';
import { type Ports, ports } from '../shared/ports.ts';
import { keysOf, type Trust } from './verify-token.ts';

let made: Trust | undefined;

/** Whose tokens this function takes, from its environment. */
export function trust(): Trust {
  made ??= {
    issuer: environment('TOKEN_ISSUER'),
    consoleClient: environment('CONSOLE_CLIENT_ID'),
    skrClient: environment('SKR_CLIENT_ID'),
    keys: keysOf(environment('TOKEN_ISSUER')),
  };
  return made;
}

export interface ReadPorts extends Ports {
  /** Whether the clock that stamps requests is a simulated one: locally it is, deployed it never is. */
  readonly simulated: boolean;
  /** How far the workflows are. */
  readonly executions: Executions;
}

export const readPorts = (): ReadPorts => ({
  ...ports(),
  simulated: process.env.CLOCK === 'simulated',
  executions,
});

let told: Executions | undefined;

/** Made for the first timeline: most calls ask for none. */
const executions: Executions = {
  async find(machine, name) {
    told ??= new StepFunctionsExecutions(new StepFunctions());
    return told.find(machine, name);
  },
};
