/**
 * Something that the user can mend. The message names the file, the place and the mend; it is shown
 * without a stack trace. `usage` errors (wrong options) end the program with 2, others with 1.
 */
export class UserError extends Error {
  readonly usage: boolean;
  constructor(message: string, options: { readonly usage?: boolean; readonly cause?: unknown } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'UserError';
    this.usage = options.usage ?? false;
  }
}
