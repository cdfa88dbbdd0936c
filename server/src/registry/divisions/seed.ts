import { type DivisionCode, type DivisionLevel, divisionCode, levelOf } from '@dongzhou/terms/division'
import seed from './320614.seed.json' with { type: 'json' }

/** 区划 (division): one row of the tree as published, with the short name people say and the other names they write. */
export interface Division {
  readonly code: DivisionCode
  readonly name: string
  readonly shortName: string
  readonly level: DivisionLevel
  readonly parent: DivisionCode | undefined
  readonly aliases: readonly string[]
}

/** 海门区划 (Haimen's divisions): the county, its 22 street-level and 307 village-level rows, parents before children. */
export const haimenDivisions: readonly Division[] = seed.divisions.map((row) => ({
  code: divisionCode(row.code),
  name: row.name,
  shortName: row.shortName,
  level: levelOf(divisionCode(row.code)),
  parent: row.parent === null ? undefined : divisionCode(row.parent),
  aliases: row.aliases,
}))
