import { beforeAll, describe, expect, it } from 'vitest';
import { synthesize } from '../../../infra/synthesize.ts';
import { readTemplate } from '../../../local/cloud/template.ts';
import { deployedResources } from '../../../local/cost/resources.ts';
import { type Setup, setupOf } from '../../../local/cost/setup.ts';

let assembly: string;
let setup: Setup;
beforeAll(async () => {
  ({ assembly } = await synthesize());
  setup = setupOf(deployedResources(assembly), readTemplate(assembly));
});

describe('What the templates say of how use is charged:', () => {
  it('the table has a key that is paid for by the request, can be brought back, and is of the cheaper class to keep', () => {
    expect([...setup.keyed]).toContain('table');
    expect(setup.tableHasRecovery).toBe(true);
    expect(setup.tableIsInfrequent).toBe(true);
  });

  it('the functions of the API are behind it, and no step of a workflow is', () => {
    const behind = [...setup.behindApi];
    expect(behind).toContain('api-runs');
    expect(behind.filter((name) => !name.startsWith('api-'))).toEqual([]);
  });

  it('a step begins no trace of its own where its workflow is traced', () => {
    expect(setup.tracesExecutions).toBe(true);
    expect([...setup.traced]).not.toContain('release-payment');
  });

  it('templates without the one table that is priced are refused', () => {
    const others = deployedResources(assembly).filter(
      ({ type }) => type !== 'AWS::DynamoDB::Table',
    );
    expect(() => setupOf(others, readTemplate(assembly))).toThrow(
      'One AWS::DynamoDB::Table is priced here',
    );
  });
});
