import { sql } from 'kysely'
import type { Setting } from '../../platform/setting.ts'

/**
 * 所知的标记: changes whenever a fact of anybody within the caller's scope, or a row of the rate book, does. Every change of a file raises
 * the version of its person, and every signature that of its row; the clock alone would miss two changes of one instant.
 */
export async function knownMark({ tx }: Pick<Setting, 'tx'>): Promise<string> {
  const { rows } = await sql<{ mark: string }>`
    select concat_ws(' ', people.mark, rates.mark, exclusions.mark) as mark
    from (select concat_ws('/', count(*), sum(version), max(id), max(changed_at)) as mark from person) people,
      (select concat_ws('/', count(*), sum(version), max(id)) as mark from rate) rates,
      (select concat_ws('/', count(*), sum(version), max(id)) as mark from rate_exclusion) exclusions`.execute(tx)
  return rows[0]?.mark ?? ''
}
