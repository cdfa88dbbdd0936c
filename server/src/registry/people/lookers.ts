import type { registry } from '@dongzhou/contract/registry'
import type { InferSchemaInput, InferSchemaOutput } from '@orpc/contract'
import { Fault } from '../../platform/fault.ts'
import type { Setting } from '../../platform/setting.ts'
import { listTrailOf } from '../../platform/trail.sql.ts'
import { findPerson } from './people.sql.ts'

type Contract = (typeof registry.listLookers)['~orpc']
type Input = InferSchemaOutput<NonNullable<Contract['inputSchema']>>
type Output = InferSchemaInput<NonNullable<Contract['outputSchema']>>

const names: Readonly<Record<string, string>> = {
  'registry.open-sealed': '查看敏感信息原文',
  'registry.register-person': '登记',
  'registry.record-fact': '登记事实',
  'registry.correct-fact': '更正',
  'registry.settle-dispute': '裁定不一致',
  'registry.add-relation': '登记关系',
  'registry.end-relation': '终止关系',
  'intake.accept-batch': '台账接收',
  'intake.withdraw-batch': '台账撤回',
  'linkage.merge-people': '合并档案',
  'linkage.unmerge-people': '拆分档案',
  'linkage.decide-different': '裁定为不同人',
}

/** 谁看过: who looked at or changed this person, newest first, with the stated purpose. */
export async function listLookers(setting: Setting, input: Input): Promise<Output> {
  if (!(await findPerson(setting, input.personId))) throw new Fault('registry.person-not-found')
  const found = await listTrailOf(setting, { kind: 'person', id: String(input.personId) }, input)
  return {
    ...found,
    items: found.items.map((row) => ({
      at: row.at.toISOString(),
      actor: row.actorName,
      verbName: names[row.verb] ?? '办理',
      purpose: row.purpose ?? null,
    })),
  }
}
