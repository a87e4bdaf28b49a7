import validate from 'asl-validator';
import { describe, expect, it } from 'vitest';
import * as contractErrors from '../../functions/contract/errors.ts';
import { type StateMachineName, stateMachines } from '../../functions/contract/functions.ts';
import { takes } from '../../local/engine/states-error.ts';
import {
  type Definition,
  definition,
  functionName,
  ofType,
  resources,
  type State,
} from './assembled.ts';
import { rightsOfRole } from './rights-of.ts';

/** Those by which money leaves. */
const paying = ['monthly-payout', 'requisition', 'reissue'] as const;
const names = Object.keys(stateMachines) as StateMachineName[];
const WAITS = /\.waitForTaskToken$/;

/** The states that an operator reads, in the order in which the work meets them. */
const read: Record<StateMachineName, string[]> = {
  'monthly-payout': [
    'Open the run',
    'Closed already?',
    'Go on in a new execution',
    'Goes on in a new execution',
    'Nothing left to do',
    'Prepare payment',
    'What was prepared?',
    'Wait for missing inputs',
    'Wait for attest and payment order',
    'Read the decision',
    'Approved?',
    'Wait until something changes',
    'Wait for the pay day',
    'Release',
    'Wait until releases are allowed',
    'Anchor the record',
    'Go on without an anchor',
    'Was anything sent?',
    "Wait for the bank's report",
    'Settle or hold',
    'Settled?',
    'Wait for the returned lines',
    'Close the run',
    'Paid',
    'Close without payment',
    'Closed without payment',
  ],
  requisition: [
    'Open the requisition',
    'Closed already?',
    'Go on in a new execution',
    'Goes on in a new execution',
    'Nothing left to do',
    'Validate the requisition',
    'Accepted?',
    'Close as refused',
    'Refused',
    'Wait for the day of proposal',
    'Prepare the payment',
    'What was prepared?',
    'Wait for missing inputs',
    'Wait for attest and payment order',
    'Read the decision',
    'Approved?',
    'Wait until something changes',
    'Wait for the pay day',
    'Release',
    'Wait until releases are allowed',
    'Anchor the record',
    'Go on without an anchor',
    'Was anything sent?',
    "Wait for the bank's report",
    'Settle or hold',
    'Settled?',
    'Wait for the returned lines',
    'Record the requisition',
    'Close the requisition',
    'Paid',
    'Close without payment',
    'Closed without payment',
  ],
  reissue: [
    'Open the reissue',
    'Closed already?',
    'Go on in a new execution',
    'Goes on in a new execution',
    'Nothing left to do',
    'Prepare the reissue',
    'What was prepared?',
    'Wait for missing inputs',
    'Wait for attest and payment order',
    'Read the decision',
    'Approved?',
    'Wait until something changes',
    'Wait for the pay day',
    'Release',
    'Wait until releases are allowed',
    'Anchor the record',
    'Go on without an anchor',
    'Was anything sent?',
    "Wait for the bank's report",
    'Settle or hold',
    'Settled?',
    'Wait for the returned lines',
    'Close the reissue',
    'Paid',
    'Close without payment',
    'Closed without payment',
  ],
  reconciliation: [
    'Open the reconciliation',
    'Closed already?',
    'Go on in a new execution',
    'Goes on in a new execution',
    'Nothing left to do',
    'Collect the finals',
    'Are all finals there?',
    'Wait for missing finals',
    'Compute the settlement',
    'What was computed?',
    'Wait for both signatures',
    'Read the signatures',
    'Signed by both?',
    'Wait until something changes',
    'Freeze the settlement',
    'Close the reconciliation',
    'Decided',
    'Close without settlement',
    'Closed without a decision',
  ],
  'year-opening': [
    'Open the year',
    'Closed already?',
    'Go on in a new execution',
    'Goes on in a new execution',
    'Nothing left to do',
    'Compute the allocation',
    'What was computed?',
    'Wait for missing inputs',
    'Wait for two approvals',
    'Read the decision',
    'Approved?',
    'Wait until something changes',
    'Decide the grants',
    'Close the opening',
    'Decided',
    'Close without grants',
    'Closed without a decision',
  ],
};

function tasks(of: Definition): [string, State][] {
  return Object.entries(of.States).filter(([, { Type }]) => Type === 'Task');
}

function waits(of: Definition): [string, State][] {
  return tasks(of).filter(([, { Resource }]) => WAITS.test(Resource ?? ''));
}

/** By these names an outage leaves a function or Lambda itself: sockets, time-outs, a process that ended, services of AWS. */
const outages = [
  ...[
    'Error',
    'TimeoutError',
    'AggregateError',
    'TypeError',
    'Runtime.ExitError',
    'Lambda.Unknown',
  ],
  ...['Sandbox.Timedout', 'States.Timeout', 'Lambda.ServiceException', 'ThrottlingException'],
  ...['InternalServerError', 'ServiceUnavailable', 'Status503'],
];

/** The retrier that decides about an error: the first that takes it. */
const retrierOf = (retriers: State['Retry'], error: string) =>
  retriers?.find(({ ErrorEquals }) => takes(ErrorEquals, error));

/** How long it goes on at the most, in seconds. */
const longestSeconds = (retrier: ReturnType<typeof retrierOf>): number =>
  Array.from({ length: retrier?.MaxAttempts ?? 0 }, (_, earlier) =>
    Math.min((retrier?.IntervalSeconds ?? 0) * 2 ** earlier, retrier?.MaxDelaySeconds ?? 0),
  ).reduce((sum, seconds) => sum + seconds, 0);

/** The states that can come right after one. */
function leadsTo(state: State | undefined): string[] {
  const ways = [...(state?.Choices ?? []), ...(state?.Catch ?? [])].map(({ Next }) => Next);
  return [state?.Next, state?.Default, ...ways].filter((next) => next !== undefined);
}

/** Every state that an execution can come to when it may not pass `closed`. */
function reachable({ StartAt, States }: Definition, closed: string): Set<string> {
  const found = new Set<string>();
  const open = [StartAt];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (name === closed || found.has(name)) continue;
    found.add(name);
    open.push(...leadsTo(States[name]));
  }
  return found;
}

describe.each(names)('%s', (name) => {
  const machine = definition(name);

  it('has the states that an operator reads, and no others', () => {
    expect(Object.keys(machine.States).sort()).toEqual([...read[name]].sort());
  });

  it('is valid in the Amazon States Language', () => {
    expect(validate(structuredClone(machine)).errors).toEqual([]);
  });

  it('never times out: a wait of an execution that has grown old is gone on with in the next', () => {
    const limited = Object.entries(machine.States).filter(([, state]) =>
      /TimeoutSeconds|HeartbeatSeconds/.test(JSON.stringify(state)),
    );
    expect(limited).toEqual(waits(machine));
    expect(JSON.stringify({ ...machine, States: {} })).not.toMatch(/Timeout/);
    for (const [state, wait] of limited) {
      expect(wait.Catch, state).toEqual([
        {
          ErrorEquals: ['States.Timeout'],
          Next: 'Go on in a new execution',
          Output: { case: '{% $states.input.case %}' },
        },
      ]);
      expect(JSON.stringify(wait.Retry), state).not.toContain('States.Timeout');
    }
    const next = machine.States['Go on in a new execution'];
    expect(next?.Arguments?.FunctionName).toBe('open-due');
    expect(next?.Next).toBe('Goes on in a new execution');
  });

  it('never retries an error that a handler names: the same call would fail in the same way again', () => {
    for (const [state, { Retry }] of tasks(machine))
      for (const named of [...Object.values(contractErrors), 'States.QueryEvaluationError'])
        expect(retrierOf(Retry, named)?.MaxAttempts, `${state}, ${named}`).toBe(0);
  });

  it('retries a collision within seconds, and for half a minute', () => {
    for (const [state, { Retry }] of tasks(machine))
      expect(longestSeconds(retrierOf(Retry, 'NumberTaken')), state).toBe(75);
  });

  it.each(outages)('outlives hours of %s in every state that calls a function', (error) => {
    const limited = new Set(waits(machine).map(([state]) => state));
    for (const [state, { Retry }] of tasks(machine)) {
      // Running out of a limit of its own is no outage: the next execution goes on.
      if (error === 'States.Timeout' && limited.has(state)) continue;
      const retrier = retrierOf(Retry, error);
      expect(retrier, state).toMatchObject({ IntervalSeconds: 2, JitterStrategy: 'FULL' });
      const hours = longestSeconds(retrier) / 3600;
      expect(hours / 2, state).toBeGreaterThan(6); // On average: each delay is drawn from nought on.
      expect(6 + hours, 'begun at six it ends on the same day').toBeLessThan(24);
    }
  });

  it('tells every function its case and the time at which the state was entered', () => {
    for (const [state, { Arguments }] of tasks(machine)) {
      expect(Arguments?.Payload, state).toMatchObject({
        case: '{% $states.input.case %}',
        now: '{% $states.context.State.EnteredTime %}',
      });
    }
  });

  it('drops whatever a task token is answered with, so that an answer decides nothing', () => {
    for (const [state, wait] of waits(machine)) {
      expect(wait.Output, state).toEqual({ case: '{% $states.input.case %}' });
      expect(wait.Arguments?.FunctionName, state).toBe('ask');
      expect(wait.Arguments?.Payload.token, state).toBe('{% $states.context.Task.Token %}');
    }
  });

  it('says in every wait what would wake it, as the step before it told', () => {
    for (const [state, { Arguments }] of waits(machine)) {
      expect(Arguments?.Payload.watch, state).toBe('{% $states.input.watch %}');
    }
  });

  it('can be closed by a person while inputs are missing, instead of preparing for ever', () => {
    const [, missing] = waits(machine).find(([state]) => /^Wait for missing/.test(state)) ?? [];
    const asks = machine.States[machine.States[missing?.Next ?? '']?.Next ?? ''];
    const condition = "{% $states.input.outcome = 'without-payment' %}";
    const way = asks?.Choices?.find(({ Condition }) => Condition === condition);
    expect(way?.Next).toMatch(/^Close without/);
  });

  it('shows its task tokens to the function "ask" and to nobody else', () => {
    const told = tasks(machine).filter(([, state]) => JSON.stringify(state).includes('Task.Token'));
    expect(told).toEqual(waits(machine));
  });

  it('fails by name on an answer that it does not know, instead of taking it for another', () => {
    const withDefault = Object.entries(machine.States).filter(([, { Default }]) => Default);
    expect(withDefault.map(([state]) => state)).toEqual(['Closed already?']);
  });

  it('reads no clock and draws no random number', () => {
    expect(JSON.stringify(machine)).not.toMatch(/\$(now|millis|random|uuid|eval)\b/);
  });

  it('is approved as it stands, to the letter', async () => {
    const text = `${JSON.stringify(machine, null, 2)}\n`;
    await expect(text).toMatchFileSnapshot(`../golden/${name}.asl`);
  });
});

describe('what an approval is needed for', () => {
  it.each([
    ['monthly-payout', 'Approved?', 'Release'],
    ['requisition', 'Approved?', 'Release'],
    ['reissue', 'Approved?', 'Release'],
    ['reconciliation', 'Signed by both?', 'Freeze the settlement'],
    ['year-opening', 'Approved?', 'Decide the grants'],
  ] as const)('in %s no way leads around "%s" to "%s"', (name, question, effect) => {
    expect(reachable(definition(name), 'nothing')).toContain(effect);
    expect(reachable(definition(name), question)).not.toContain(effect);
  });

  it.each([
    ['monthly-payout', 'Approved?', 'Wait for the pay day'],
    ['requisition', 'Approved?', 'Wait for the pay day'],
    ['reissue', 'Approved?', 'Wait for the pay day'],
    ['reconciliation', 'Signed by both?', 'Freeze the settlement'],
    ['year-opening', 'Approved?', 'Decide the grants'],
  ] as const)('in %s only "approved" leads from "%s" to "%s"', (name, question, next) => {
    const { States } = definition(name);
    const ways = States[question]?.Choices?.filter(({ Next }) => Next === next) ?? [];
    expect(ways).toEqual([{ Condition: "{% $states.input.decision = 'approved' %}", Next: next }]);
    const from = Object.entries(States).filter(([, state]) => leadsTo(state).includes(next));
    expect(from.map(([state]) => state)).toEqual([question]);
  });

  it.each([
    ['monthly-payout', 'Release', 'Prepare payment'],
    ['requisition', 'Release', 'Prepare the payment'],
    ['reissue', 'Release', 'Prepare the reissue'],
    ['reconciliation', 'Freeze the settlement', 'Collect the finals'],
    ['year-opening', 'Decide the grants', 'Compute the allocation'],
  ] as const)('in %s "%s" goes back to "%s" when its approvals do not hold', (name, effect, to) => {
    expect(definition(name).States[effect]?.Catch?.[0]).toEqual({
      ErrorEquals: [contractErrors.APPROVALS_DO_NOT_HOLD],
      Next: to,
      Output: { case: '{% $states.input.case %}' },
    });
  });

  it.each(paying)(
    'in %s a release that is stopped waits, and what is decided is read again before the next',
    (name) => {
      const { States } = definition(name);
      const [, stopped, ...more] = States.Release?.Catch ?? [];
      expect(stopped).toEqual({
        ErrorEquals: [contractErrors.RELEASES_STOPPED],
        Next: 'Wait until releases are allowed',
        Output: { case: '{% $states.input.case %}', watch: {} },
      });
      expect(more).toEqual([]);
      const wait = States['Wait until releases are allowed'];
      expect(wait?.Arguments?.Payload.purpose).toBe('switch');
      expect(wait?.Next).toBe('Read the decision');
      expect(wait?.Catch?.map(({ ErrorEquals }) => ErrorEquals)).toEqual([['States.Timeout']]);
    },
  );

  it.each(['reconciliation', 'year-opening'] as const)(
    'in %s nothing waits for the switch: no money leaves there',
    (name) => {
      const caught = tasks(definition(name)).flatMap(([, { Catch }]) => Catch ?? []);
      // `States.Timeout` is caught by waits of executions that have grown old.
      expect(new Set(caught.flatMap(({ ErrorEquals }) => ErrorEquals))).toEqual(
        new Set([contractErrors.APPROVALS_DO_NOT_HOLD, 'States.Timeout']),
      );
      const purposes = waits(definition(name)).map(
        ([, { Arguments }]) => Arguments?.Payload.purpose,
      );
      expect(purposes).not.toContain('switch');
    },
  );

  it('names the proposal in every request for approval', () => {
    for (const name of names) {
      const asked = waits(definition(name))
        .map(([, { Arguments }]) => Arguments?.Payload)
        .filter((payload) => payload?.purpose === 'approval');
      expect(asked.map((payload) => payload?.proposal)).toEqual(['{% $proposal %}']);
    }
  });

  it.each(paying)('in %s the bank is waited for when a file was sent, and only then', (name) => {
    const { States } = definition(name);
    expect(States.Release?.Next).toBe('Anchor the record');
    expect(States['Anchor the record']?.Next).toBe('Was anything sent?');
    expect(States['Was anything sent?']?.Choices).toEqual([
      { Condition: "{% $states.input.sent = 'file' %}", Next: "Wait for the bank's report" },
      { Condition: "{% $states.input.sent = 'nothing' %}", Next: 'Settle or hold' },
    ]);
    expect(States["Wait for the bank's report"]?.Next).toBe('Settle or hold');
  });

  it.each(paying)(
    'in %s a release is followed by an anchor of the record, whatever becomes of which the payment goes on',
    (name) => {
      const { States } = definition(name);
      const anchor = States['Anchor the record'];
      expect(anchor?.Arguments?.FunctionName).toBe('anchor-record');
      // What the release answered goes on, with the anchor's name beside it or without.
      expect(anchor?.Output).toBe('{% $merge([$states.input, $states.result.Payload]) %}');
      expect(anchor?.Catch).toEqual([
        {
          ErrorEquals: ['States.ALL'],
          Next: 'Go on without an anchor',
          Output: '{% $states.input %}',
        },
      ]);
      expect(States['Go on without an anchor']).toEqual({
        Type: 'Pass',
        Next: 'Was anything sent?',
      });
      // It comes after money only: nothing that is not paid is waited for here.
      const from = Object.entries(States).filter(([, state]) =>
        leadsTo(state).includes('Anchor the record'),
      );
      expect(from.map(([state]) => state)).toEqual(['Release']);
    },
  );

  it.each(paying)('in %s no way leads around the pay day to the release', (name) => {
    expect(reachable(definition(name), 'Wait for the pay day')).not.toContain('Release');
  });

  it('records a paid requisition before it closes', () => {
    const machine = definition('requisition');
    expect(reachable(machine, 'Record the requisition')).not.toContain('Close the requisition');
  });
});

describe('the five state machines', () => {
  const machines = ofType('AWS::StepFunctions::StateMachine').map(({ Properties }) => Properties);

  it('are of the standard kind, which waits for a year and starts a name once', () => {
    expect(machines.map((machine) => machine.StateMachineType)).toEqual(
      Array(names.length).fill('STANDARD'),
    );
  });

  it('log and trace each state, without execution data, which holds task tokens', () => {
    for (const machine of machines) {
      expect(machine.TracingConfiguration).toEqual({ Enabled: true });
      expect(machine.LoggingConfiguration).toMatchObject({
        IncludeExecutionData: false,
        Level: 'ALL',
      });
    }
  });

  it('are made when their roles have their rights: else the service finds that it may not log', () => {
    for (const [id, { Type }] of Object.entries(resources)) {
      if (Type !== 'AWS::StepFunctions::StateMachine') continue;
      const { DependsOn = [] } = resources[id] as { DependsOn?: string[] };
      expect([id, DependsOn.map((each) => resources[each]?.Type).toSorted()]).toEqual([
        id,
        ['AWS::IAM::ManagedPolicy', 'AWS::IAM::Role'],
      ]);
    }
  });

  it.each(names)('%s may call the functions that its states name, and no other', (name) => {
    const [id] = Object.entries(resources).find(
      ([, { Type, Properties }]) =>
        Type === 'AWS::StepFunctions::StateMachine' &&
        Properties.StateMachineName === `Statsbidrag-test-${name}`,
    ) ?? [''];
    const role = resources[id]?.Properties.RoleArn['Fn::GetAtt'][0];
    const may = rightsOfRole(role)
      .filter(({ action }) => action === 'lambda:InvokeFunction')
      .flatMap(({ resource }) => [resource].flat())
      .map((arn) => functionName((arn as { 'Fn::GetAtt': [string] })['Fn::GetAtt'][0]));
    const called = Object.values(definition(name).States).flatMap(
      ({ Arguments }) => Arguments?.FunctionName ?? [],
    );
    expect(may.toSorted()).toEqual([...new Set(called)].sort());
  });
});
