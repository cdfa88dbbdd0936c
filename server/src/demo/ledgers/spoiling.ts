import { checkCharacterOf } from '@dongzhou/terms/id-number'
import type { Chance } from '../chance.ts'
import { fullWidth } from './handwriting.ts'
import type { Defect } from './manifest.ts'
import { type PersonField, type PersonRow, planted } from './person-rows.ts'
import type { SheetCell } from './sheet-draft.ts'

/** A way to spoil a row: which rows it can happen to, which cell it hits, and what then stands there. */
export interface Spoiling {
  readonly defect: Defect
  readonly field: PersonField
  readonly fits: (row: PersonRow) => boolean
  readonly cell: (row: PersonRow, chance: Chance) => SheetCell
}

/** Spoils up to as many rows as wanted, each row at most once, spread over the sheet; fewer where fewer fit. */
export function spoil(
  chance: Chance,
  rows: readonly PersonRow[],
  plan: readonly (readonly [spoiling: Spoiling, count: number])[],
): readonly PersonRow[] {
  const spoilt = [...rows]
  const free = [...chance.shuffled([...rows.keys()])]
  for (const [spoiling, count] of plan) {
    for (let left = count; left > 0; left -= 1) {
      const place = free.findIndex((at) => spoilt[at] !== undefined && spoiling.fits(spoilt[at]))
      const at = free[place]
      const row = at === undefined ? undefined : spoilt[at]
      if (at === undefined || row === undefined) break
      free.splice(place, 1)
      spoilt[at] = planted(row, spoiling.field, spoiling.defect, spoiling.cell(row, chance))
    }
  }
  return spoilt
}

const anyRow = () => true
const hasService = (row: PersonRow) => row.profile.service !== undefined
const endsInDigit = (row: PersonRow) => !row.profile.idNumber.endsWith('X')
const bornBefore2000 = (row: PersonRow) => row.profile.born < '2000-01-01'

// What Excel leaves of eighteen digits typed into a number cell: the first fifteen.
function roundedByExcel(digits: string): number {
  return Number(digits.slice(0, 15).padEnd(digits.length, '0'))
}

/** 损坏写法: what goes wrong in registers, each with what Excel or a hurried hand makes of the cell. */
export const spoilings = {
  idAsNumber: {
    defect: 'id-precision-lost',
    field: 'idNumber',
    fits: endsInDigit,
    cell: (row) => roundedByExcel(row.profile.idNumber),
  },
  idScientific: {
    defect: 'id-scientific',
    field: 'idNumber',
    fits: endsInDigit,
    cell: (row) => `${row.profile.idNumber.slice(0, 1)}.${row.profile.idNumber.slice(1, 6)}E+17`,
  },
  idWrongCheck: {
    defect: 'id-check',
    field: 'idNumber',
    // A number that ends in 000 would be taken for one that Excel rounded.
    fits: (row) => endsInDigit(row) && row.profile.idNumber.slice(15, 17) !== '00',
    cell: (row) => row.profile.idNumber.slice(0, 17) + String((Number(row.profile.idNumber.slice(17)) + 3) % 10),
  },
  idImpossibleBirth: {
    defect: 'id-birth',
    field: 'idNumber',
    fits: anyRow,
    cell: (row) => {
      const first17 = `${row.profile.idNumber.slice(0, 10)}0230${row.profile.idNumber.slice(14, 17)}`
      return first17 + checkCharacterOf(first17)
    },
  },
  idMissing: {
    defect: 'id-missing',
    field: 'idNumber',
    fits: anyRow,
    cell: (_, chance) => (chance.happens(0.5) ? '无' : undefined),
  },
  idApostrophe: {
    defect: 'id-apostrophe',
    field: 'idNumber',
    fits: anyRow,
    cell: (row) => `'${row.profile.idNumber}`,
  },
  idFullWidth: {
    defect: 'id-full-width',
    field: 'idNumber',
    fits: anyRow,
    cell: (row) => fullWidth(row.profile.idNumber),
  },
  idFifteen: {
    defect: 'id-fifteen',
    field: 'idNumber',
    fits: bornBefore2000,
    cell: (row) => row.profile.idNumber.slice(0, 6) + row.profile.idNumber.slice(8, 17),
  },
  idSpaced: {
    defect: 'id-spaced',
    field: 'idNumber',
    fits: anyRow,
    cell: (row) => row.profile.idNumber.replace(/^(.{6})(.{8})/, '$1 $2 '),
  },
  idSmallX: {
    defect: 'id-small-x',
    field: 'idNumber',
    fits: (row) => !endsInDigit(row),
    cell: (row) => row.profile.idNumber.toLowerCase(),
  },
  dateImpossible: {
    defect: 'date-impossible',
    field: 'discharged',
    fits: hasService,
    cell: (row, chance) => `${row.profile.service?.discharged.slice(0, 4)}.${chance.of(['2.30', '11.31', '4.31'])}`,
  },
  dateUnreadable: {
    defect: 'date-unreadable',
    field: 'enlisted',
    fits: hasService,
    cell: (_, chance) => chance.of(['冬季', '见档案', '不记得']),
  },
  sexAgainstId: {
    defect: 'sex-differs-from-id',
    field: 'sex',
    fits: anyRow,
    cell: (row) => (row.profile.sex === 'male' ? '女' : '男'),
  },
  birthAgainstId: {
    defect: 'birth-differs-from-id',
    field: 'birth',
    fits: (row) => row.profile.born.slice(5) !== '02-29',
    cell: (row) => `${Number(row.profile.born.slice(0, 4)) + 1}${row.profile.born.slice(4)}`,
  },
  dischargedTooEarly: {
    defect: 'discharged-before-enlisted',
    field: 'discharged',
    fits: hasService,
    cell: (row) => {
      const enlisted = row.profile.service?.enlisted ?? ''
      return `${Number(enlisted.slice(0, 4)) - 1}年${Number(enlisted.slice(5, 7))}月`
    },
  },
  villageUnknown: {
    defect: 'division-unknown',
    field: 'village',
    fits: anyRow,
    cell: (_, chance) => chance.of(['红旗十八村', '向阳新区', '第三管理区']),
  },
  identityCollective: {
    defect: 'identity-ambiguous',
    field: 'identities',
    fits: (row) => row.profile.identities.some((it) => it.identity.startsWith('survivor')),
    cell: () => '三属',
  },
  gradeOfOld: {
    defect: 'disability-unreadable',
    field: 'grade',
    fits: (row) => row.profile.disability !== undefined,
    cell: (_, chance) => chance.of(['二等乙级', '三等甲级']),
  },
  accountAsNumber: {
    defect: 'account-precision-lost',
    field: 'account',
    fits: (row) => row.profile.bank !== undefined,
    cell: (row) => roundedByExcel(row.profile.bank?.account ?? ''),
  },
} as const satisfies Record<string, Spoiling>
