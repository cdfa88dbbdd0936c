import type { Setting } from './setting.ts'

interface Filter {
  readonly text: string
}

const SOUGHT = 'job_run.sought'

/**
 * 检索词 (sought): whom the filter of an export looks for, by name or number. An order stays on record when its work is done, so it keeps the
 * text sealed. What is sealed here is opened within the hour and by nobody later: a rotation of keys does not seek it out, and an order that
 * a rotation overtook fails and is placed again.
 */
export function sealSought<Of extends Filter>(
  { vault }: Pick<Setting, 'vault'>,
  filter: Of,
): { readonly filter: Of; readonly sought?: string } {
  return filter.text === '' ? { filter } : { filter: { ...filter, text: '' }, sought: vault.seal(filter.text, SOUGHT) }
}

/** The filter as it was ordered. An order of an earlier release has its text in the filter. */
export function openSought<Of extends Filter>(
  { vault }: Pick<Setting, 'vault'>,
  { filter, sought }: { readonly filter: Of; readonly sought?: string | undefined },
): Of {
  return sought === undefined ? filter : { ...filter, text: vault.open(sought, SOUGHT) }
}
