import type { Definition, State } from './definition.ts';

/** Every target must exist, every state must be reachable, and an execution must be able to end. */
export function checkTransitions(definition: Definition, faults: string[]): void {
  const states = definition.States;
  if (!Object.hasOwn(states, definition.StartAt)) {
    faults.push(`StartAt names "${definition.StartAt}", which is no state.`);
    return;
  }
  for (const [name, state] of Object.entries(states)) {
    for (const target of targets(state)) {
      if (!Object.hasOwn(states, target)) {
        faults.push(`State "${name}" goes to "${target}", which is no state.`);
      }
    }
  }
  const reached = new Set<string>();
  const open = [definition.StartAt];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    const state = states[name];
    if (reached.has(name) || state === undefined) continue;
    reached.add(name);
    open.push(...targets(state));
  }
  for (const name of Object.keys(states)) {
    if (!reached.has(name)) faults.push(`State "${name}" is reached from nowhere.`);
  }
}

function targets(state: State): string[] {
  const next: (string | undefined)[] = [];
  if ('Next' in state) next.push(state.Next);
  if (state.Type === 'Choice') {
    next.push(state.Default, ...state.Choices.map((rule) => rule.Next));
  }
  if (state.Type === 'Task') next.push(...(state.Catch ?? []).map((catcher) => catcher.Next));
  return next.filter((name) => name !== undefined);
}
