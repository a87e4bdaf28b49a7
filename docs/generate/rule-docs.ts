import { readdirSync, readFileSync } from 'node:fs';

/** What a rule's docstring says of it. */
export interface RuleDoc {
  /** Path without ending below core/rules: 'rebate/february-rebate-adjustment'. */
  readonly rule: string;
  /** The exported function that the docstring stands over: `riskCorridor`. */
  readonly runs: string;
  readonly sv: string;
  /** 'agreement-2021, 4.1; agreement-2021, Bilaga'. */
  readonly cites: string;
  readonly applies: string;
  /** 'R-03, R-04', or empty. */
  readonly reading: string;
  /** The first sentence of the docstring. */
  readonly says: string;
}

/** The folders of rules, in the order in which money flows. */
export const folders = [
  'pot',
  'need',
  'solidarity',
  'grant',
  'instalment',
  'rebate',
  'requisition',
  'corridor',
  'settlement',
  'payment',
] as const;

/** Every rule: a file in one of the folders. Files beside the folders are shared by rules and are none. */
export function ruleDocs(): readonly RuleDoc[] {
  return folders.flatMap((folder) =>
    readdirSync(`core/rules/${folder}`)
      .filter((file) => file.endsWith('.ts'))
      .sort()
      .map((file) => {
        const rule = `${folder}/${file.replace(/\.ts$/, '')}`;
        return docOf(rule, readFileSync(`core/rules/${rule}.ts`, 'utf8'));
      }),
  );
}

/** Reads the docstring that holds @sv. Refuses a rule without @sv, @cites or @applies, without a sentence, or over no
 * exported function. */
export function docOf(rule: string, text: string): RuleDoc {
  const docstrings = text.match(/\/\*\*[\s\S]*?\*\//g) ?? [];
  const docstring = docstrings.find((each) => each.includes('@sv')) ?? '';
  const lines = docstring.split('\n').map((line) => line.replace(/^\s*\/?\*+\/?\s?/, '').trimEnd());
  const tag = (name: string) =>
    lines
      .find((line) => line.startsWith(`@${name} `))
      ?.slice(name.length + 1)
      .trim() ?? '';
  const prose = lines
    .slice(
      0,
      lines.findIndex((line) => line.startsWith('@sv')),
    )
    .join(' ')
    .trim();
  const doc = {
    rule,
    runs: /^\s*export (?:function|const) (\w+)/.exec(text.split(docstring)[1] ?? '')?.[1] ?? '',
    sv: tag('sv'),
    cites: tag('cites'),
    applies: tag('applies'),
    reading: tag('reading'),
    says: /^.*?\.(?= |$)/.exec(prose)?.[0] ?? '',
  };
  for (const name of ['runs', 'sv', 'cites', 'applies', 'says'] as const) {
    if (doc[name] === '') throw new RangeError(`The docstring of ${rule} lacks ${name}.`);
  }
  return doc;
}
