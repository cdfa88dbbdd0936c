/** Does a first password satisfy the policy? The server judges again, by the same rule. */
export function isStrongPassword(password: string, userName: string): boolean {
  const kinds = [/[a-z]/, /[A-Z]/, /\d/, /[^A-Za-z0-9]/].filter((kind) => kind.test(password)).length
  const holdsName = userName !== '' && password.toLowerCase().includes(userName.toLowerCase())
  return password.length >= 12 && kinds >= 3 && !holdsName
}

// Without 0/O, 1/l/I: it is copied by hand, perhaps from a slip of paper.
const letters = 'abcdefghjkmnpqrstuvwxyz'
const capitals = 'ABCDEFGHJKLMNPQRSTUVWXYZ'
const digits = '23456789'

/** 初始密码: four groups of four for copying by hand. `draw` answers a whole number below its argument, unpredictably. */
export function makeFirstPassword(draw: (below: number) => number): string {
  const pick = (from: string, count: number): string =>
    Array.from({ length: count }, () => from[draw(from.length)] ?? '').join('')
  return [`${pick(capitals, 1)}${pick(letters, 3)}`, pick(digits, 4), pick(letters, 4), pick(capitals, 4)].join('-')
}

/** A whole number below `below`, from the browser's source of chance. */
export function drawBelow(below: number): number {
  const limit = Math.floor(2 ** 32 / below) * below
  for (;;) {
    const [value = 0] = crypto.getRandomValues(new Uint32Array(1))
    // Numbers past the last whole multiple would make some letters likelier than others.
    if (value < limit) return value % below
  }
}
