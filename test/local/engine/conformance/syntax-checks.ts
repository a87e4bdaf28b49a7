import type { syntaxRows } from '../../../../local/engine/conformance/syntax-rows.ts';
import type { Json } from '../../../../local/engine/json.ts';
import type { Check, ChecksOf } from './check.ts';
import { ends } from './pieces.ts';

const input = {
  n: 7,
  text: 'öre',
  one: { b: 1 },
  list: [
    { k: 'x', v: 3 },
    { k: 'y', v: 1 },
    { k: 'x', v: 2 },
  ],
};

/** What an expression gives of the input above. */
const gives = (expression: string, value: Json): Check => ({
  states: { A: ends(`{% ${expression} %}`) },
  input,
  gives: value,
});

const list = '$states.input.list';

export const syntaxChecks: ChecksOf<typeof syntaxRows> = {
  'JSONata literal': gives('[1.5, "a", \'b\', true, null]', [1.5, 'a', 'b', true, null]),
  'JSONata a.b': gives(`[$states.input.one.b, ${list}.v]`, [1, 3, 1, 2]),
  'JSONata $': gives(`${list}.v[$ > 1]`, [3, 2]),
  'JSONata a[b]': gives(`[${list}[0].v, ${list}[-1].v, ${list}[k = 'y'].v]`, [3, 2, 1]),
  'JSONata a[]': gives(`${list}[k = 'y'].v[]`, [1]),
  'JSONata a.*': gives(`${list}[0].*`, ['x', 3]),
  'JSONata a.**': gives("$sum({'a': {'b': 1}, 'b': 2}.**.b)", 3),
  'JSONata a.%': gives(`${list}.v[$ = 1].%.k`, 'y'),
  'JSONata a#$b': gives(`${list}#$i[$i > 0].{'at': $i}`, [{ at: 1 }, { at: 2 }]),
  'JSONata a@$b': gives(`${list}@$l[$l.v = 1].{'k': $l.k}`, { k: 'y' }),
  'JSONata a^(b)': gives(`[${list}^(v).v, ${list}^(>v).v]`, [1, 2, 3, 3, 2, 1]),
  'JSONata a{b: c}': gives(`${list}{k: $sum(v)}`, { x: 5, y: 1 }),
  'JSONata [list]': gives('[[1], [], [1, [2]]]', [[1], [], [1, [2]]]),
  'JSONata {object}': gives("{'a': 1, 'b': {'c': []}}", { a: 1, b: { c: [] } }),
  'JSONata -a': gives('-$states.input.n', -7),
  'JSONata +': gives('$states.input.n + 0.5', 7.5),
  'JSONata -': gives('$states.input.n - 8', -1),
  'JSONata *': gives('$states.input.n * 3', 21),
  'JSONata /': gives('$states.input.n / 2', 3.5),
  'JSONata %': gives('$states.input.n % 4', 3),
  'JSONata ..': gives('[2..5]', [2, 3, 4, 5]),
  'JSONata =': gives("[$states.input.n = 7, $states.input.n = '7', {'a': [1]} = {'a': [1]}]", [
    true,
    false,
    true,
  ]),
  'JSONata !=': gives('[$states.input.n != 7, $states.input.n != 8]', [false, true]),
  'JSONata <': gives("[7 < 7, 6 < 7, 'a' < 'b']", [false, true, true]),
  'JSONata <=': gives('[7 <= 7, 8 <= 7]', [true, false]),
  'JSONata >': gives('[7 > 7, 8 > 7]', [false, true]),
  'JSONata >=': gives('[7 >= 7, 6 >= 7]', [true, false]),
  'JSONata in': gives("['x' in ['x', 'y'], 'z' in ['x', 'y']]", [true, false]),
  'JSONata and': gives('[true and true, true and false]', [true, false]),
  'JSONata or': gives('[false or true, false or false]', [true, false]),
  'JSONata &': gives("1 & ' ' & $states.input.text", '1 öre'),
  'JSONata a ? b : c': gives("[7 > 1 ? 'a' : 'b', 7 < 1 ? 'a' : 'b']", ['a', 'b']),
  'JSONata $a := b': gives('($x := 2; $x * $x)', 4),
  'JSONata a ~> $f': gives('[1, 2] ~> $sum', 3),
  'JSONata |a|b|': gives("$states.input.one ~> |$|{'c': 2}, 'b'|", { c: 2 }),
  'JSONata (a; b)': gives('(1; 2)', 2),
  'JSONata $f(a)': gives("$uppercase('a')", 'A'),
  'JSONata $f(?, a)': gives("($first := $substring(?, 0, 1); $first('öre'))", 'ö'),
  'JSONata function($a)': gives('(function($a, $b) { $a - $b })(5, 3)', 2),
  'JSONata /a/': gives('$contains($states.input.text, /^Ö/i)', true),
};
