/** The years a ledger may be asked for: next year's plans, this year, and back to the first of them. */
export function yearOptions(
  today: string,
  first = 2024,
): readonly { readonly value: string; readonly label: string }[] {
  const last = Number(today.slice(0, 4)) + 1
  return Array.from({ length: last - first + 1 }, (_, at) => last - at).map((year) => ({
    value: String(year),
    label: `${year}年`,
  }))
}
