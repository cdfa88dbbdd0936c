import type { RelationKind } from '@dongzhou/contract/registry'
import type { FactSource } from '@dongzhou/terms/fact'
import type { z } from 'zod'
import type { ActionSetting, Setting } from '../../platform/setting.ts'
import type { RegistryTables } from '../tables.ts'

export type RelationCode = z.infer<typeof RelationKind>

export interface Relation {
  readonly id: number
  readonly kind: RelationCode
  readonly otherPersonId: number | undefined
  readonly name: string
  readonly validFrom: string | undefined
  readonly validTo: string | undefined
}

/** A person's relations in force, the other side by name. A person outside the scope stays a name, without a link. */
export async function listRelations(setting: Setting, personId: number): Promise<readonly Relation[]> {
  const rows = await setting.tx
    .withTables<RegistryTables>()
    .selectFrom('relation as r')
    .leftJoin('person as p', 'p.id', 'r.other_person_id')
    .select([
      'r.id',
      'r.kind',
      'r.other_name',
      'r.valid_from',
      'r.valid_to',
      'p.id as other_id',
      'p.name as other_person_name',
    ])
    .where('r.person_id', '=', personId)
    // Who lives together is the household's own list (households.sql.ts).
    .where('r.household_id', 'is', null)
    .where('r.superseded_at', 'is', null)
    .orderBy('r.id')
    .limit(200)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind as RelationCode,
    otherPersonId: row.other_id ?? undefined,
    name: row.other_person_name ?? row.other_name ?? '（不在您的管辖范围内）',
    validFrom: row.valid_from ?? undefined,
    validTo: row.valid_to ?? undefined,
  }))
}

export interface NewRelation {
  readonly personId: number
  readonly division: string
  readonly kind: RelationCode
  readonly otherPersonId?: number | undefined
  readonly otherName?: string | undefined
  readonly householdId?: number | undefined
  readonly validFrom?: string | undefined
  readonly source: FactSource
}

export async function recordRelations(setting: ActionSetting, relations: readonly NewRelation[]): Promise<void> {
  for (let from = 0; from < relations.length; from += 1000) {
    const rows = relations.slice(from, from + 1000).map((relation) => ({
      person_id: relation.personId,
      other_person_id: relation.otherPersonId ?? null,
      other_name: relation.otherName ?? null,
      household_id: relation.householdId ?? null,
      kind: relation.kind,
      division_code: relation.division,
      valid_from: relation.validFrom ?? null,
      valid_to: null,
      source: JSON.stringify(relation.source),
      recorded_at: setting.now,
      action_id: setting.actionId,
      superseded_at: null,
      superseded_by: null,
    }))
    await setting.tx.withTables<RegistryTables>().insertInto('relation').values(rows).execute()
  }
}

/** Ends a relation on a day; answers whether there was one in force to end. */
export async function endRelationRow(
  setting: ActionSetting,
  personId: number,
  relationId: number,
  validTo: string,
): Promise<boolean> {
  const result = await setting.tx
    .withTables<RegistryTables>()
    .updateTable('relation')
    .set({ valid_to: validTo })
    .where('id', '=', relationId)
    .where('person_id', '=', personId)
    .where('superseded_at', 'is', null)
    .where('valid_to', 'is', null)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}
