import { type Projection, project } from '@dongzhou/engines/registry'
import { sql } from 'kysely'
import type { Setting } from '../platform/setting.ts'
import { listFactsOf, listPeopleByIds, type Person } from '../registry/index.ts'
import type { Check, Finding, Look } from './check.ts'

/** 名册与事实不符: the columns of a list say something else than the facts they are computed from. */
export const personProjection: Check = {
  code: 'person-projection',
  name: '名册与事实不符',
  severity: 'error',
  why: '名册、检索和各项统计用的是名册栏目，与事实不符时数字就不可信。',
  whatToDo: '打开该人员，重新保存任意一条信息即会重算；成批出现时请联系维护人员。',
  summary: async (look) => {
    let count = 0
    for await (const findings of drifting(look)) count += findings.length
    return count
  },
  rows: async (look, limit) => {
    const found: Finding[] = []
    for await (const findings of drifting(look)) {
      found.push(...findings)
      if (found.length >= limit) break
    }
    return found.slice(0, limit)
  },
}

const PEOPLE_AT_ONCE = 500

async function* drifting(look: Look): AsyncGenerator<readonly Finding[]> {
  let after = 0
  for (;;) {
    const ids = await listIdsAfter(look, after)
    const last = ids.at(-1)
    if (last === undefined) return
    after = last
    yield await compare(look, ids)
  }
}

async function listIdsAfter({ tx }: Look, after: number): Promise<readonly number[]> {
  const { rows } = await sql<{ id: number }>`
    select id from person where id > ${after}::bigint and merged_into is null order by id limit ${PEOPLE_AT_ONCE}`.execute(
    tx,
  )
  return rows.map(({ id }) => id)
}

async function compare(look: Look, ids: readonly number[]): Promise<readonly Finding[]> {
  const setting = look as Setting
  const people = await listPeopleByIds(setting, ids)
  const facts = Map.groupBy(await listFactsOf(setting, ids, 'open'), ({ personId }) => personId)
  return people.flatMap((person) => {
    const fields = differingFields(person, project(facts.get(person.id) ?? [], look.today))
    if (fields.length === 0) return []
    return [{ kind: 'person', id: String(person.id), say: `不符的栏目：${fields.join('、')}` }]
  })
}

/** The columns, by their Chinese names, in which a person on file and a projection of their facts disagree. */
export function differingFields(person: Person, projection: Projection): readonly string[] {
  const pairs: readonly (readonly [string, unknown, unknown])[] = [
    ['姓名', person.name, projection.name],
    ['性别', person.sex, projection.sex],
    ['出生日期', person.born, projection.born?.day],
    ['所在区划', person.division, projection.divisionCode],
    ['地址', person.address, projection.address],
    ['身份', sorted(person.identities), sorted(projection.identities)],
    ['是否健在', person.isAlive, projection.isAlive],
    ['去世日期', person.diedOn, projection.diedOn?.day],
    ['残疾等级', person.disabilityGrade, projection.disabilityGrade],
    ['身份证号', person.idNumber, projection.idNumber],
    ['入伍日期', person.enlistedOn, projection.firstEnlisted?.day],
    ['退役日期', person.dischargedOn, projection.lastDischarged?.day],
    ['不一致的项目', sorted(person.disputes), sorted(projection.disputes)],
  ]
  return pairs.filter(([, kept, computed]) => kept !== computed).map(([name]) => name)
}

function sorted(list: readonly string[]): string {
  return list.toSorted().join(' ')
}
