import type { Page } from './pages.ts';
import { type Row, type Rows, unread } from './row.ts';

const says = (sentence: string, page: Page, section: string): Row =>
  unread(`${sentence}.`, page, section);

/** The syntax of JSONata, construct by construct; a construct without a row is refused. */
export const syntaxRows = {
  'JSONata literal': says('Numbers, texts, true, false and null', 'jsonataSimple', 'Literals'),
  'JSONata a.b': says('A path, in objects and through lists', 'jsonataSimple', 'Navigating'),
  'JSONata $': says('The item at hand', 'jsonataProgramming', 'Built-in variables: $'),
  'JSONata a[b]': says('A position, or what a condition holds for', 'jsonataPredicate', 'Filter'),
  'JSONata a[]': says('What a path finds, always as a list', 'jsonataPredicate', 'Singleton array'),
  'JSONata a.*': says('Every field of an object', 'jsonataPaths', '* (Wildcard)'),
  'JSONata a.**': says('Every field at every depth', 'jsonataPaths', '** (Descendants)'),
  'JSONata a.%': says('The object that holds this one', 'jsonataPaths', '% (Parent)'),
  'JSONata a#$b': says('The position is bound to a name', 'jsonataPaths', '# (Position binding)'),
  'JSONata a@$b': says('The item is bound to a name', 'jsonataPaths', '@ (Context binding)'),
  'JSONata a^(b)': says('Sorted by what is named', 'jsonataPaths', '^ (Order-by)'),
  'JSONata a{b: c}': says('Grouped by a key', 'jsonataPaths', '{ (Reduce)'),
  'JSONata [list]': says('A list', 'jsonataConstruction', 'Array constructors'),
  'JSONata {object}': says('An object', 'jsonataConstruction', 'Object constructors'),
  'JSONata -a': says('A number with its sign turned', 'jsonataNumeric', '- (Negation)'),
  'JSONata +': says('Sum of two numbers', 'jsonataNumeric', '+ (Addition)'),
  'JSONata -': says('Difference of two numbers', 'jsonataNumeric', '- (Subtraction)'),
  'JSONata *': says('Product of two numbers', 'jsonataNumeric', '* (Multiplication)'),
  'JSONata /': says('Quotient of two numbers', 'jsonataNumeric', '/ (Division)'),
  'JSONata %': says('Remainder of a division', 'jsonataNumeric', '% (Modulo)'),
  'JSONata ..': says('The whole numbers from one to another', 'jsonataNumeric', '.. (Range)'),
  'JSONata =': says('Equal, lists and objects item by item', 'jsonataComparison', '= (Equals)'),
  'JSONata !=': says('Not equal', 'jsonataComparison', '!= (Not equals)'),
  'JSONata <': says('Less than, of numbers or of texts', 'jsonataComparison', '< (Less than)'),
  'JSONata <=': says('At most', 'jsonataComparison', '<= (Less than or equals)'),
  'JSONata >': says('Greater than', 'jsonataComparison', '> (Greater than)'),
  'JSONata >=': says('At least', 'jsonataComparison', '>= (Greater than or equals)'),
  'JSONata in': says('Is in a list', 'jsonataComparison', 'in (Array inclusion)'),
  'JSONata and': says('Both are true', 'jsonataBoolean', 'and (Boolean AND)'),
  'JSONata or': says('One is true, or both', 'jsonataBoolean', 'or (Boolean OR)'),
  'JSONata &': says('Texts one after the other', 'jsonataOther', '& (Concatenation)'),
  'JSONata a ? b : c': says('One of two values', 'jsonataOther', '? : (Conditional)'),
  'JSONata $a := b': says('A name inside the expression', 'jsonataOther', ':= (Variable binding)'),
  'JSONata a ~> $f': says('A value given to a function', 'jsonataOther', '~> (Chain)'),
  'JSONata |a|b|': says('A copy with something changed', 'jsonataOther', '| … | … | (Transform)'),
  'JSONata (a; b)': says('The last of several', 'jsonataProgramming', 'Parentheses and blocks'),
  'JSONata $f(a)': says('A function is called', 'jsonataProgramming', 'Invoking a function'),
  'JSONata $f(?, a)': says(
    'A function half filled in',
    'jsonataProgramming',
    'Partial application',
  ),
  'JSONata function($a)': says(
    'A function is defined',
    'jsonataProgramming',
    'Defining a function',
  ),
  'JSONata /a/': says('A regular expression', 'jsonataRegex', 'The regex operator'),
} satisfies Rows;
