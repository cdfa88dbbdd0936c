/** `1234.50`: whole fen as banks write yuan, without thousands marks. */
export function plainYuan(amount: number): string {
  const whole = Math.trunc(Math.abs(amount) / 100)
  return `${amount < 0 ? '-' : ''}${whole}.${String(Math.abs(amount) % 100).padStart(2, '0')}`
}

/** Reads yuan with at most two decimals as whole fen; undefined for anything else. Never through a float. */
export function fenOfYuan(text: string): number | undefined {
  const parts = /^(\d{1,13})(?:\.(\d{1,2}))?$/.exec(text.trim().replace(/,/g, ''))
  if (!parts) return undefined
  return Number(parts[1]) * 100 + Number((parts[2] ?? '').padEnd(2, '0'))
}

/** Reads whole fen, zeros before it or not. */
export function fenOfDigits(text: string): number | undefined {
  return /^\d{1,15}$/.test(text.trim()) ? Number(text.trim()) : undefined
}
