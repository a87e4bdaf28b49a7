import { describe, expect, it } from 'vitest';
import { billedMbMs, billedMs } from '../../../local/cost/lambda-time.ts';
import { callUsage } from './call-usage.ts';

describe('What Lambda would bill for a call', () => {
  it('is 125 ms of INIT when there is nothing to import and nothing to do', () => {
    expect(billedMs(callUsage())).toBe(125);
    expect(billedMbMs(callUsage({ memoryMb: 128 }))).toBe(125 * 128);
  });

  it('has INIT at a whole processor whatever the memory: 40 ms here are 50 there', () => {
    const importCpuUs = 40_000;
    expect(billedMs(callUsage({ importCpuUs, memoryMb: 128 }))).toBe(175);
    expect(billedMs(callUsage({ importCpuUs, memoryMb: 1769 }))).toBe(175);
  });

  it('has the call at the share of a processor that its memory gives', () => {
    const callCpuUs = 8_000; // 10 ms there, at a whole processor.
    expect(billedMs(callUsage({ callCpuUs, memoryMb: 1769 }))).toBe(135);
    expect(billedMs(callUsage({ callCpuUs, memoryMb: 3008 }))).toBe(135);
    // 10 × 1769 / 128 = 138.2; rounded up with INIT: 264.
    expect(billedMs(callUsage({ callCpuUs, memoryMb: 128 }))).toBe(264);
  });

  it('waits for each request, and once for each service that it connects to', () => {
    const memoryMb = 1769;
    // 10 + 5 of the connection and 3 × 5 of waiting.
    expect(billedMs(callUsage({ memoryMb, databaseRequests: 3 }))).toBe(155);
    // Another 15 for Step Functions, whose two answers take 30 each.
    const requests = { 'states.SendTaskSuccess': 1, 'states.StartExecution': 1 };
    expect(billedMs(callUsage({ memoryMb, databaseRequests: 3, requests }))).toBe(230);
  });

  it('waits once for the lists of what runs, which are asked of all state machines together', () => {
    const requests = { 'states.ListExecutions': 5 };
    expect(billedMs(callUsage({ memoryMb: 1769, requests }))).toBe(170);
  });
});
