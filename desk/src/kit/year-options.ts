/** The bureau's ledgers on file begin here. */
const firstYear = 2024

interface YearOption {
  readonly value: string
  readonly label: string
}

/** 年度选项: from next year's plans (or this year, with `ahead` 0) back to the first year on file, the latest first. */
export function yearOptions(today: string, ahead: 0 | 1 = 1): readonly YearOption[] {
  const last = Number(today.slice(0, 4)) + ahead
  return Array.from({ length: Math.max(last - firstYear + 1, 1) }, (_, at) => last - at).map((year) => ({
    value: String(year),
    label: `${year}年`,
  }))
}
