/** 命令不能继续: something the operator can mend. The sentence says what and how. */
export class CommandError extends Error {
  override readonly name = 'CommandError'
  readonly say: string

  constructor(say: string, options?: ErrorOptions) {
    super(say, options)
    this.say = say
  }
}
