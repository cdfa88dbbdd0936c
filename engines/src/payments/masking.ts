/**
 * 遮蔽规则 (masking) for what leaves the office: notices on a wall, letters that others may open, rosters that pass through many hands.
 * A name keeps its surname, an account its last four, an ID number neither birthday nor sequence.
 */
export function maskedName(name: string): string {
  const letters = [...name.trim()]
  if (letters.length <= 1) return letters.join('')
  const kept = hasDoubleSurname(letters) && letters.length > 2 ? 2 : 1
  return letters.map((letter, at) => (at < kept || letter === '·' ? letter : '*')).join('')
}

/** `3206**************`: a notice says the county of the number and no more: birthday and sequence would tell who it is. */
export function maskedIdNumber(idNumber: string): string {
  return idNumber.length < 8 ? '*'.repeat(idNumber.length) : `${idNumber.slice(0, 4)}${'*'.repeat(idNumber.length - 4)}`
}

/** `6228 **** 0018`: enough for the holder to recognise. */
export function maskedAccount(account: string): string {
  const plain = account.replace(/\s/g, '')
  return plain.length < 12 ? '*'.repeat(plain.length) : `${plain.slice(0, 4)} **** ${plain.slice(-4)}`
}

/** An address to the village: the house is nobody's business. */
export function maskedAddress(address: string): string {
  const end = /(村|社区|居委会)/.exec(address)
  return end === null ? '' : `${address.slice(0, end.index + end[0].length)}**`
}

// The frequent surnames of two characters.
const DOUBLE_SURNAMES: ReadonlySet<string> = new Set(
  '欧阳 司马 上官 诸葛 东方 皇甫 尉迟 公孙 令狐 慕容 夏侯 司徒 司空 轩辕 端木 南宫 独孤 宇文 长孙 澹台'.split(' '),
)

function hasDoubleSurname(letters: readonly string[]): boolean {
  return DOUBLE_SURNAMES.has(letters.slice(0, 2).join(''))
}
