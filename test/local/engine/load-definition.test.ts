import { describe, expect, it } from 'vitest';
import type { Json, JsonObject } from '../../../local/engine/json.ts';
import { loadDefinition } from '../../../local/engine/load-definition.ts';
import { asks, machine, task } from './bench-top.ts';

const load = (definition: Json) => loadDefinition('M', definition, (arn) => arn === 'f');
const pass = (more: JsonObject): JsonObject => machine({ A: { Type: 'Pass', End: true, ...more } });
const output = (expression: string) => pass({ Output: `{% ${expression} %}` });

describe('A definition is loaded', () => {
  it('with every field that is run here', () => {
    const everything = machine(
      {
        A: task(
          { a: '{% $states.input.a %}' },
          {
            Comment: 'c',
            QueryLanguage: 'JSONata',
            Retry: [
              {
                ErrorEquals: ['X'],
                IntervalSeconds: 1,
                MaxAttempts: 0,
                BackoffRate: 1.5,
                MaxDelaySeconds: 9,
                JitterStrategy: 'NONE',
              },
            ],
            Catch: [
              {
                ErrorEquals: ['States.ALL'],
                Next: 'F',
                Output: '{% $states.errorOutput %}',
                Assign: { e: 1 },
              },
            ],
            Output: '{% $states.result.Payload %}',
            Next: 'B',
          },
        ),
        B: asks({ Next: 'C', TimeoutSeconds: 10, HeartbeatSeconds: '{% 5 %}' }),
        C: { Type: 'Choice', Choices: [{ Condition: '{% $e = 1 %}', Next: 'D' }], Default: 'E' },
        D: { Type: 'Wait', Seconds: 0, Next: 'E' },
        E: { Type: 'Wait', Timestamp: '2021-01-01T00:00:00Z', Next: 'S' },
        S: { Type: 'Succeed', Output: 1 },
        F: { Type: 'Fail', Error: 'E', Cause: '{% $states.input.Cause %}' },
      },
      { Comment: 'c', Version: '1.0', TimeoutSeconds: 9 },
    );
    expect(load(everything)).toBe(everything);
  });

  it.each([
    '$map($states.input.a, function($v, $i) { $v + $i })',
    '($x := 1; $x)',
    "$states.input.a#$i.{'x': $i}",
    '$states.input.a@$q.b[$q.c = 1]',
    "'$now() is only text'",
    '$fromMillis($toMillis($states.context.State.EnteredTime))',
    '$states.input[0].a',
  ])('with the expression %s', (expression) => {
    expect(() => load(output(expression))).not.toThrow();
  });
});

describe('A definition is refused', () => {
  it.each<[string, JsonObject, RegExp]>([
    [
      'in JSONPath',
      { ...pass({}), QueryLanguage: 'JSONPath' },
      /"QueryLanguage" is "JSONPath"; allowed: "JSONata"/,
    ],
    ['without a query language', { StartAt: 'A', States: {} }, /field "QueryLanguage" is missing/],
    [
      'with an unknown field',
      pass({ ResultPath: '$' }),
      /State "A": field "ResultPath" is not run here; allowed: Comment, QueryLanguage/,
    ],
    [
      'with Map',
      machine({ A: { Type: 'Map', End: true } }),
      /Type "Map" is not run here; allowed: Task, Choice/,
    ],
    ['with Parallel', machine({ A: { Type: 'Parallel', End: true } }), /Type "Parallel"/],
    [
      'with a state that is an inherited word',
      machine({ A: { Type: 'constructor' } }),
      /Type "constructor"/,
    ],
    [
      'with another resource',
      machine({ A: { ...task({}), Resource: 'arn:aws:states:::sqs:sendMessage' } }),
      /Resource "arn:aws:states:::sqs:sendMessage" is not run here/,
    ],
    [
      'with a function that the template lacks',
      machine({ A: { ...task({}), Arguments: { FunctionName: 'g' } } }),
      /no function "g"/,
    ],
    [
      'with an argument that is not passed on',
      machine({ A: { ...task({}), Arguments: { FunctionName: 'f', Qualifier: '1' } } }),
      /field "Qualifier" is not run here/,
    ],
    [
      'with jitter',
      machine({
        A: task({}, { Retry: [{ ErrorEquals: ['X'], JitterStrategy: 'SOME' }], End: true }),
      }),
      /"JitterStrategy" is "SOME"; allowed: "NONE" or "FULL"/,
    ],
    [
      'with half an attempt',
      machine({ A: task({}, { Retry: [{ ErrorEquals: ['X'], MaxAttempts: 0.5 }], End: true }) }),
      /"MaxAttempts" is 0.5/,
    ],
    [
      'with States.ALL beside a name',
      machine({ A: task({}, { Retry: [{ ErrorEquals: ['States.ALL', 'X'] }], End: true }) }),
      /States.ALL must stand alone/,
    ],
    [
      'with States.ALL before another',
      machine({
        A: task(
          {},
          { Retry: [{ ErrorEquals: ['States.ALL'] }, { ErrorEquals: ['X'] }], End: true },
        ),
      }),
      /in the last entry of Retry/,
    ],
    [
      'with a limit on a call, which takes no simulated time',
      machine({ A: task({}, { TimeoutSeconds: 9, End: true }) }),
      /TimeoutSeconds is only run here with Resource .*waitForTaskToken/,
    ],
    [
      'with a heartbeat that is no shorter than the time-out',
      machine({ A: asks({ TimeoutSeconds: 9, HeartbeatSeconds: 9, End: true }) }),
      /HeartbeatSeconds must be less than TimeoutSeconds, given 9 and 9/,
    ],
    [
      "with an error of the language's that is not run",
      machine({ A: task({}, { Retry: [{ ErrorEquals: ['States.Permissions'] }], End: true }) }),
      /Retry 1: the error "States.Permissions" is not run here; allowed: States.ALL, /,
    ],
    [
      'with a delay of a year and a day',
      machine({
        A: task({}, { Retry: [{ ErrorEquals: ['X'], MaxDelaySeconds: 31_622_400 }], End: true }),
      }),
      /"MaxDelaySeconds" is 31622400; allowed: a whole number from 1 to 31622399/,
    ],
    [
      'with a name of 81 characters for a state',
      machine({ ['n'.repeat(81)]: { Type: 'Succeed' } }),
      /the name has 81 characters; allowed: 1 to 80/,
    ],
    [
      'with a variable whose name is no identifier',
      pass({ Assign: { 'a.b': 1 } }),
      /"Assign" is \{"a.b":1\}; allowed: an object whose names are identifiers/,
    ],
    [
      'with a variable of 81 characters',
      pass({ Assign: { ['n'.repeat(81)]: 1 } }),
      /allowed: an object whose names are identifiers of at most 80 characters/,
    ],
    [
      "with a variable of the language's own name",
      pass({ Assign: { states: 1 } }),
      /allowed: .* and not "states"/,
    ],
    ['with Next and End', pass({ Next: 'A' }), /exactly one of Next and End/],
    ['with neither Next nor End', machine({ A: { Type: 'Pass' } }), /exactly one of Next and End/],
    [
      'with End false',
      machine({ A: { Type: 'Pass', End: false } }),
      /field "End" is false; allowed: true/,
    ],
    [
      'with a Next that is no state',
      machine({ A: { Type: 'Pass', Next: 'B' } }),
      /"A" goes to "B", which is no state/,
    ],
    ['with a StartAt that is no state', { ...pass({}), StartAt: 'B' }, /StartAt names "B"/],
    [
      'with a state that nothing reaches',
      machine({ A: { Type: 'Succeed' }, B: { Type: 'Succeed' } }),
      /"B" is reached from nowhere/,
    ],
    [
      'with two kinds of wait',
      machine({ A: { Type: 'Wait', Seconds: 1, Timestamp: '2021-01-01T00:00:00Z', End: true } }),
      /exactly one of Seconds and Timestamp/,
    ],
    [
      'with a day instead of a timestamp',
      machine({ A: { Type: 'Wait', Timestamp: '2021-01-01', End: true } }),
      /"Timestamp" is "2021-01-01"; allowed: an RFC 3339/,
    ],
    [
      'with a condition that is text',
      machine({ A: { Type: 'Choice', Choices: [{ Condition: 'yes', Next: 'A' }] } }),
      /"Condition" is "yes"; allowed: an expression/,
    ],
    [
      'with a condition that is no expression',
      machine({ A: { Type: 'Choice', Choices: [{ Condition: true, Next: 'A' }] } }),
      /"Condition" is true; allowed: an expression/,
    ],
    ['with a JSONPath key', pass({ Output: { 'a.$': '$.b' } }), /The key "a.\$" is JSONPath/],
    [
      'with an expression beside text',
      pass({ Output: 'Run {% 1 %}' }),
      /must begin with \{% and end with %\}/,
    ],
    [
      'with a top-level field it does not know',
      pass({}) && { ...pass({}), Processor: 1 },
      /field "Processor" is not run here/,
    ],
  ])('%s', (_what, definition, why) => {
    expect(() => load(definition)).toThrow(why);
  });

  it.each([
    ['$now()', /\$now is refused: its answer differs/],
    ['$millis()', /\$millis is refused/],
    ['$random()', /\$random is refused/],
    ['$uuid()', /\$uuid is refused/],
    ['$eval("1")', /\$eval is refused/],
    ['$shuffle([1,2])', /\$shuffle is refused/],
    ['($f := $now; $f())', /\$now is refused/],
    ['($now := 1; $now)', /\$now is refused/],
    ['$map([1], $random)', /\$random is refused/],
    ['[1] ~> $shuffle', /\$shuffle is refused/],
    ["$states.input{ 'k': $now() }", /\$now is refused/],
    ['$states.input[$millis() > 1]', /\$millis is refused/],
    ['$clone({})', /\$clone is no function/],
    ['$states.context', /\$states.context is not in the context/],
    ['$lookup($states.context.State, "Name")', /\$states.context.State is not in the context/],
    ['$parse("1")', /\$parse is no function that is run here/],
    ['$nobody', /\$nobody is no function/],
    ['$states', /\$states must be followed/],
    ['$$.a', /\$\$ holds nothing/],
    ['$states.result', /\$states.result cannot be read here; allowed: input, context/],
    ['$states.errorOutput', /\$states.errorOutput cannot be read here/],
    ['$states.context.Task.Token', /\$states.context.Task.Token is not in the context here/],
    ['$states.context.Execution.RoleArn', /Execution.RoleArn is not in the context/],
    ['1 +', /does not parse/],
  ])('with the expression %s', (expression, why) => {
    expect(() => load(output(expression))).toThrow(why);
  });

  it('with everything that is wrong in one error', () => {
    const both = machine({ A: { Type: 'Pass', Output: '{% $now() %}', Result: 1, End: true } });
    expect(() => load(both)).toThrow(/"Result"[\s\S]*\$now/);
  });
});
