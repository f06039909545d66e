/** The operator can mend it: one clear line, exit status 1. */
export class OperatorError extends Error {
  override name = 'OperatorError'
}
