import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { folder } from './folders.ts';

/**
 * The assembly with other times for some of its schedules, and nothing else changed; the assembly itself when there are none. Refused:
 * a name that no template has.
 */
export function rescheduled(assembly: string, times: Readonly<Record<string, string>>): string {
  const left = new Map(Object.entries(times));
  if (left.size === 0) return assembly;
  const copy = folder();
  cpSync(assembly, copy, { recursive: true });
  for (const file of readdirSync(copy).filter((name) => name.endsWith('.template.json'))) {
    const template = JSON.parse(readFileSync(join(copy, file), 'utf8'));
    for (const { Type, Properties } of Object.values<Resource>(template.Resources)) {
      const time = left.get(Properties?.Name ?? '');
      if (Type !== 'AWS::Scheduler::Schedule' || time === undefined) continue;
      Properties.ScheduleExpression = time;
      left.delete(Properties.Name);
    }
    writeFileSync(join(copy, file), JSON.stringify(template));
  }
  if (left.size > 0) throw new RangeError(`No schedule is named ${[...left.keys()].join(', ')}.`);
  return copy;
}

interface Resource {
  readonly Type: string;
  readonly Properties: { readonly Name: string; ScheduleExpression: string };
}
