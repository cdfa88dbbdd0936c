import type { App } from '../platform/app.ts'
import { asOwner } from '../platform/db/scope.ts'
import { sealSomeParts } from '../registry/index.ts'
import { listBureaus } from './bureaus.sql.ts'

/**
 * 补密封 (seal parts): on every start, what an earlier version wrote in clear and this one seals beside the open value. A migration cannot,
 * the database not having the key; where nothing is left, an empty index answers.
 */
export async function sealPartsEverywhere(app: App): Promise<void> {
  for (const { code, schema } of await listBureaus(app.database.db)) {
    let sealed = 0
    let count: number
    do {
      count = await asOwner(app.database.db, schema, (tx) => sealSomeParts(tx, app.vault))
      sealed += count
    } while (count > 0)
    if (sealed > 0) app.log.info({ bureau: code, sealed }, 'facts sealed that stood in clear')
  }
}
