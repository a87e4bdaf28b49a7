/** An error that the Step Functions API answers by name; `name` is what the SDK throws. */
export class ApiError extends Error {
  constructor(name: string, message: string) {
    super(message);
    this.name = name;
  }
}
