/**
 * Preloaded into the worker that runs the functions of a local year (`node --import`): notes of every call which function it was, how
 * many milliseconds it took and how many bytes the heap grew meanwhile, a line each, beside the functions' log.
 */
import { appendFileSync } from 'node:fs';
import { isMainThread, parentPort, workerData } from 'node:worker_threads';

const used = () => process.memoryUsage().heapUsed;

if (!isMainThread && parentPort && workerData?.functions) {
  const port = parentPort;
  const calls = new Map<number, { name: string; begun: number; heap: number }>();
  const on = port.on.bind(port);
  port.on = ((
    type: string,
    listener: (message: { kind: string; call: number; index: number }) => void,
  ) =>
    on(type as 'message', (message) => {
      if (type === 'message' && message.kind === 'invoke') {
        const { name } = workerData.functions[message.index].environment.POWERTOOLS_SERVICE_NAME
          ? { name: workerData.functions[message.index].environment.POWERTOOLS_SERVICE_NAME }
          : workerData.functions[message.index];
        calls.set(message.call, { name, begun: performance.now(), heap: used() });
      }
      listener(message);
    })) as typeof port.on;
  const post = port.postMessage.bind(port);
  port.postMessage = (message: { kind: string; call: number }) => {
    const call = calls.get(message.call);
    if (call && message.kind !== 'imported') {
      const ms = performance.now() - call.begun;
      const line = JSON.stringify({ name: call.name, ms, heap: Math.max(0, used() - call.heap) });
      appendFileSync(`${workerData.log}.calls`, `${line}\n`);
    }
    post(message);
  };
}
