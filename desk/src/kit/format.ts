import { type Day, dayText, findDay, type Precision } from '@dongzhou/terms/day'
import { fen, yuanText } from '@dongzhou/terms/fen'

/** 计数单位 (units of counting): 人次 is not 人, so a count never stands without its unit. */
export type CountUnit = '人' | '人次' | '户' | '件' | '场' | '次' | '家' | '个' | '条' | '项' | '行' | '份' | '天'

/** What stands where nothing is known. */
export const nothing = '—'

/** `2025年3月5日` of a day; a dash when there is none. */
export function writeDay(on: string | undefined, precision: Precision = 'day'): string {
  const found = on === undefined ? undefined : findDay(on.slice(0, 10))
  return found ? dayText(found, precision) : nothing
}

/** `2025年3月5日 14:06` of an instant, in China's hour whatever the machine's zone is. */
export function writeInstant(at: string | undefined): string {
  const instant = at === undefined ? Number.NaN : Date.parse(at)
  if (Number.isNaN(instant)) return nothing
  const inChina = new Date(instant + 8 * 3_600_000).toISOString()
  return `${writeDay(inChina)} ${inChina.slice(11, 16)}`
}

/** `2025年3月5日至6月30日`: the second date leaves out a year it shares; an open end says 至今. */
export function writePeriod(from: Day | undefined, to: Day | undefined): string {
  if (from === undefined && to === undefined) return nothing
  if (from === undefined) return `${writeDay(to)}前`
  if (to === undefined) return `${writeDay(from)}至今`
  const end = writeDay(to)
  return `${writeDay(from)}至${from.slice(0, 4) === to.slice(0, 4) ? end.slice(5) : end}`
}

/** Who did something, as the trail keeps them: what the program does by itself is done by 系统. */
export function writeActor(actor: string): string {
  return actor === 'system' ? '系统' : actor
}

/** `12,345.00 元` of whole fen. */
export function writeMoney(amount: number | undefined): string {
  return amount === undefined ? nothing : `${yuanText(fen(amount))} 元`
}

/** `1,204 人次`: a count with its unit. */
export function writeCount(count: number | undefined, unit: CountUnit): string {
  return count === undefined ? nothing : `${writeNumber(count)} ${unit}`
}

/** `1,204` with thousands set apart; at most two places after the point. */
export function writeNumber(value: number): string {
  return value.toLocaleString('en-US', { maximumFractionDigits: 2 })
}

/** `83%`, rounded down so that 99.6 % never claims to be done. */
export function writeShare(part: number, whole: number): string {
  return whole <= 0 ? nothing : `${Math.floor((part / whole) * 100)}%`
}

/** `约 3 分钟`: how long a job still takes, in words coarse enough to be true. */
export function writeWait(seconds: number): string {
  if (seconds < 5) return '马上就好'
  if (seconds < 60) return `约 ${Math.ceil(seconds / 5) * 5} 秒`
  if (seconds < 3600) return `约 ${Math.ceil(seconds / 60)} 分钟`
  return `约 ${Math.ceil(seconds / 3600)} 小时`
}

/** `逾期 3 天`, `今天到期`, `还有 12 天`: days until a limit, negative when it has passed. */
export function writeDaysLeft(days: number): string {
  if (days < 0) return `逾期 ${-days} 天`
  return days === 0 ? '今天到期' : `还有 ${days} 天`
}

/** `3.4 MB` of bytes, for files people upload and take away. */
export function writeBytes(bytes: number): string {
  if (bytes < 1024) return `${bytes} 字节`
  const units = ['KB', 'MB', 'GB'] as const
  let value = bytes / 1024
  let at = 0
  while (value >= 1024 && at < units.length - 1) {
    value /= 1024
    at += 1
  }
  return `${value < 10 ? value.toFixed(1) : Math.round(value)} ${units[at]}`
}
