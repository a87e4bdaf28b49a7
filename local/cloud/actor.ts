/** A task that waits for an answer from outside. */
export interface OpenWait {
  readonly token: string;
  readonly execution: string;
  readonly stateMachine: string;
  readonly state: string;
  /** The Payload that the asking function was given. */
  readonly payload: unknown;
  readonly since: string;
}

/** Whoever acts from outside on the simulated time line, for example the local officials. */
export interface Actor<Cloud> {
  /** The ISO instant of its next act, now or later; undefined when it waits for something. */
  nextAt(waits: readonly OpenWait[]): string | undefined;
  act(now: string, cloud: Cloud): Promise<void>;
}
