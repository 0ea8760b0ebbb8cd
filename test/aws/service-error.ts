/** An error that a service answers with. */
export class ServiceError extends Error {
  override readonly name: string;
  readonly status: number;
  /** Further fields of the answer. */
  readonly fields: object;

  constructor(name: string, message: string, fields: object = {}, status = 400) {
    super(message);
    this.name = name;
    this.fields = fields;
    this.status = status;
  }
}
