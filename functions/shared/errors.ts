/** An error that a state machine can route on: `name` becomes the errorType. */
export function namedError(name: string, message: string): Error {
  const error = new Error(message);
  error.name = name;
  return error;
}
