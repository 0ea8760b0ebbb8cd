const TOKEN = /\s*(<>|<=|>=|[=<>(),+-]|[:#]?[A-Za-z_]\w*)/y;
const NAME = /^[:#]?[A-Za-z_]\w*$/;

/** The tokens of an expression of DynamoDB; refuses those that no expression of the platform has, such as paths. */
export class Tokens {
  readonly #text: string;
  readonly #tokens: string[] = [];
  #position = 0;

  constructor(text: string) {
    this.#text = text;
    TOKEN.lastIndex = 0;
    while (TOKEN.lastIndex < text.trimEnd().length) {
      const [, token] = TOKEN.exec(text) ?? this.refuse();
      this.#tokens.push(token as string);
    }
  }

  get atEnd(): boolean {
    return this.#position === this.#tokens.length;
  }

  next(): string {
    return this.#tokens[this.#position++] ?? this.refuse();
  }

  /** Reads a token if it is the next one. */
  skip(token: string): boolean {
    if (this.#tokens[this.#position] !== token) return false;
    this.#position++;
    return true;
  }

  /** Reads the name of an attribute or of a value. */
  name(): string {
    const token = this.next();
    return NAME.test(token) ? token : this.refuse();
  }

  expect(token: string): void {
    if (!this.skip(token)) this.refuse();
  }

  expectEnd(): void {
    if (!this.atEnd) this.refuse();
  }

  refuse(): never {
    throw new Error(`the expression '${this.#text}' is not simulated`);
  }
}
