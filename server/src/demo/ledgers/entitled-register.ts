import { type DivisionCode, divisionCode, isWithin } from '@dongzhou/terms/division'
import { Chance } from '../chance.ts'
import { bankAccountFor, phoneFor } from '../living.ts'
import type { Profile } from '../profiles.ts'
import { isEntitled } from '../standing.ts'
import { fullWidthArea, type PersonColumn, personCells, placesOf } from './layout.ts'
import { heldRows, type PlantedCell } from './manifest.ts'
import { findPeople, type PersonField, type PersonRow, personRow, planted } from './person-rows.ts'
import { type SheetDraft, xlsOf } from './sheet-draft.ts'
import { spoil, spoilings } from './spoiling.ts'
import type { Cast, Sample } from './veterans-register.ts'

const file = '02-优抚对象花名册.xls'
const firstRow = 4

interface Town {
  readonly code: DivisionCode
  readonly name: string
  readonly columns: readonly PersonColumn[]
}

/**
 * 优抚对象花名册 (entitled persons' register) of four towns, a sheet each, every town with columns of its own. Most people are
 * in the registry already; some have a new telephone, account or grade, and one in eight is new.
 */
export function entitledRegister({ seed, count }: Cast): Sample {
  const chance = new Chance(seed, 1_900_000_002)
  const sheets: SheetDraft[] = []
  const places: PlantedCell[] = []
  const all: PersonRow[] = []
  for (const town of towns) {
    const rows = rowsOf(chance, { seed, count }, town)
    sheets.push(draftOf(town, rows))
    places.push(...rows.flatMap((row, at) => placesOf(row, town.columns, town.name, firstRow + at)))
    all.push(...rows)
  }
  return {
    bytes: xlsOf(sheets),
    manifest: {
      file,
      kind: 'entitled-register',
      sheets: towns.map((town) => town.name),
      rows: all.length,
      goodRows: all.length - heldRows(places).size,
      inRegistry: all.filter((row) => row.profile.index < count).length,
      planted: places,
    },
  }
}

function rowsOf(chance: Chance, { seed, count }: Cast, town: Town): readonly PersonRow[] {
  const fits = (profile: Profile) =>
    isEntitled(profile.identities) && profile.died === undefined && isWithin(profile.home.place.division, town.code)
  const wanted = Math.min(48, Math.floor(count / 120))
  const people = chance.shuffled([
    ...findPeople(seed, { from: 0, until: count }, fits, wanted),
    // Far beyond the people of the veterans' register, so that nobody new stands in both files.
    ...findPeople(seed, { from: count + 12_000, until: count + 20_000 }, fits, 8),
  ])
  const rows = people.map((profile) => changed(chance, personRow(chance, profile), count))
  return spoil(chance, rows, [
    [spoilings.identityCollective, 1],
    [spoilings.gradeOfOld, 1],
    [spoilings.accountAsNumber, 1],
    [spoilings.idWrongCheck, 1],
    [spoilings.idApostrophe, 2],
  ])
}

function changed(chance: Chance, row: PersonRow, count: number): PersonRow {
  if (row.profile.index >= count) return row
  const { disability } = row.profile
  const withPhone = chance.happens(0.2) ? planted(row, 'phone', 'changed-phone', phoneFor(chance)) : row
  const withAccount = chance.happens(0.1)
    ? planted(withPhone, 'account', 'changed-account', sameBank(chance, row.profile))
    : withPhone
  if (!disability || disability.grade < 6 || !chance.happens(0.3)) return withAccount
  return planted(withAccount, 'grade', 'changed-grade', `${disability.grade - 1}级`)
}

function sameBank(chance: Chance, profile: Profile): string {
  const issuer = profile.bank?.account.slice(0, 6)
  let fresh = bankAccountFor(chance)
  while (issuer !== undefined && !fresh.account.startsWith(issuer)) fresh = bankAccountFor(chance)
  return fresh.account
}

function draftOf(town: Town, rows: readonly PersonRow[]): SheetDraft {
  const { columns, name } = town
  return {
    name,
    rows: [
      [`${name}重点优抚对象花名册`],
      [`填报单位：${name}退役军人服务站（盖章）`, undefined, undefined, undefined, '填报日期：2025年5月12日'],
      columns.map((column) => column.title),
      ...rows.map((row, at) => personCells(row, columns, at + 1)),
      ['小计', `${rows.length}人`],
      ['制表：', undefined, '站长：'],
    ],
    merges: [fullWidthArea(0, columns.length)],
    widths: columns.map((column) => column.width),
    hiddenColumns: [],
    isHidden: false,
  }
}

function columnsOf(...titles: readonly (readonly [PersonField, string])[]): readonly PersonColumn[] {
  return titles.map(([field, title]) => ({ field, title, width: field === 'address' ? 32 : 14 }))
}

const towns: readonly Town[] = [
  {
    code: divisionCode('320614103000'),
    name: '常乐镇',
    columns: columnsOf(
      ['serial', '序号'],
      ['name', '姓名'],
      ['sex', '性别'],
      ['idNumber', '身份证号'],
      ['identities', '优抚对象类别'],
      ['grade', '残疾等级'],
      ['nature', '残疾性质'],
      ['village', '村（社区）'],
      ['address', '家庭住址'],
      ['phone', '联系电话'],
      ['bank', '开户银行'],
      ['account', '银行账号'],
      ['remark', '备注'],
    ),
  },
  {
    code: divisionCode('320614104000'),
    name: '悦来镇',
    columns: columnsOf(
      ['serial', '编号'],
      ['village', '所在村'],
      ['name', '对象姓名'],
      ['idNumber', '公民身份号码'],
      ['birth', '出生日期'],
      ['identities', '身份类别'],
      ['phone', '手机号码'],
      ['account', '银行账号'],
      ['bank', '开户银行'],
      ['registration', '户籍性质'],
      ['grade', '残疾等级'],
      ['nature', '残疾性质'],
      ['remark', '备注'],
    ),
  },
  {
    code: divisionCode('320614105000'),
    name: '四甲镇',
    columns: columnsOf(
      ['serial', '序号'],
      ['idNumber', '身份证号码'],
      ['name', '姓名'],
      ['sex', '性别'],
      ['identities', '人员类别'],
      ['enlisted', '入伍时间'],
      ['discharged', '退伍时间'],
      ['address', '现居住地'],
      ['village', '村居'],
      ['phone', '电话'],
      ['grade', '伤残等级'],
      ['nature', '伤残性质'],
      ['bank', '开户行'],
      ['account', '账号'],
    ),
  },
  {
    code: divisionCode('320614106000'),
    name: '余东镇',
    columns: columnsOf(
      ['serial', '序号'],
      ['name', '姓名'],
      ['identities', '类别'],
      ['idNumber', '身份证号'],
      ['village', '村（社区）'],
      ['politics', '政治面貌'],
      ['grade', '残疾等级'],
      ['nature', '残疾性质'],
      ['account', '银行卡号'],
      ['bank', '开户银行'],
      ['phone', '联系方式'],
      ['remark', '备注'],
    ),
  },
]
