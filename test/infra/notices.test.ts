import { describe, expect, it } from 'vitest';
import { functionNames, functions } from '../../functions/contract/functions.ts';
import { ofType, stackResources } from './assembled.ts';
import { whoMay } from './rights-of.ts';

describe('notices to people', () => {
  const [topic, ...more] = Object.entries(stackResources('workflow')).filter(
    ([, { Type }]) => Type === 'AWS::SNS::Topic',
  );

  it('leave through one topic, encrypted at rest, over TLS only', () => {
    expect(more).toEqual([]);
    expect(JSON.stringify(topic?.[1].Properties.KmsMasterKeyId)).toContain('alias/aws/sns');
    const policies = ofType('AWS::SNS::TopicPolicy').filter(
      ({ Properties }) => Properties.Topics[0].Ref === topic?.[0],
    );
    expect(policies).toHaveLength(1);
    expect(policies[0]?.Properties.PolicyDocument.Statement).toMatchObject([
      {
        Effect: 'Deny',
        Action: 'sns:Publish',
        Condition: { Bool: { 'aws:SecureTransport': 'false' } },
      },
    ]);
  });

  it('are published to that topic, and only by those that the contract names', () => {
    const named = functionNames.filter((name) => functions[name].notifies);
    expect(named).toEqual(expect.arrayContaining(['ask', 'send-reminders']));
    expect(whoMay('sns:Publish', { Ref: topic?.[0] })).toEqual(named.toSorted());
  });
});
