/** Does something with a file. What the system refuses of an open file it refuses without a name; here it gets one. */
export function ofFile<T>(path: string, act: () => T): T {
  try {
    return act();
  } catch (error) {
    throw Object.assign(error as NodeJS.ErrnoException, { path });
  }
}
