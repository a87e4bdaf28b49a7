import type { Executions } from '../adapters/execution-history.ts';
import { environment, type Ports, ports } from '../shared/ports.ts';
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

let told: Promise<Executions> | undefined;

/** Made for the first timeline: most calls ask for none, and need not load its client. */
const executions: Executions = {
  async find(machine, name) {
    told ??= stepFunctions();
    return (await told).find(machine, name);
  },
};

async function stepFunctions(): Promise<Executions> {
  const [{ SFNClient }, { StepFunctionsExecutions }] = await Promise.all([
    import('@aws-sdk/client-sfn'),
    import('../adapters/execution-history.ts'),
  ]);
  return new StepFunctionsExecutions(new SFNClient({}));
}
