/** Brings a number of the paper into sight; with the keyboard on it where one jumps there. */
export function bringIntoSight(id: string, isJump: boolean): void {
  const chip = document.querySelector<HTMLElement>(`.paper [data-number="${CSS.escape(id)}"]`)
  if (!chip) return
  chip.scrollIntoView({ block: 'center' })
  if (!isJump) return
  const place = chip.closest<HTMLElement>('.stretch') ?? chip.querySelector<HTMLElement>('.figure')
  place?.focus({ preventScroll: true })
  getSelection()?.selectAllChildren(chip)
}
