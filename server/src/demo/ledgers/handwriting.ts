import { type Day, partsOf } from '@dongzhou/terms/day'
import type { Identity } from '@dongzhou/terms/identity'
import type { Chance } from '../chance.ts'
import { nameOfPlace, type Place } from '../places.ts'
import type { Profile } from '../profiles.ts'
import { dischargeWord, type Service } from '../service.ts'
import type { Defect } from './manifest.ts'
import { type SheetCell, serialOf } from './sheet-draft.ts'

/** A cell as somebody at a town office would fill it, and the habit worth remarking on, if it is one. */
export interface Written {
  readonly cell: SheetCell
  readonly habit: Defect | undefined
}

/** A date in one of the dozen forms that ledgers have. `exact` leaves out the forms that lose the day. */
export function writeDate(chance: Chance, on: Day, exact: boolean): Written {
  const { year, month, dayOfMonth } = partsOf(on)
  const two = (part: number) => String(part).padStart(2, '0')
  const digits = `${year}${two(month)}${two(dayOfMonth)}`
  const form = chance.below(exact ? 20 : 24)
  if (form < 7) return plain(`${year}.${month}.${dayOfMonth}`)
  if (form < 10) return plain(on)
  if (form < 12) return plain(`${year}/${month}/${dayOfMonth}`)
  if (form < 14) return plain(`${year}年${month}月${dayOfMonth}日`)
  if (form === 14) return plain({ day: on })
  if (form === 15) return { cell: digits, habit: 'date-digits' }
  if (form === 16) return { cell: Number(digits), habit: 'date-digits' }
  if (form === 17) return { cell: serialOf(on), habit: 'date-serial' }
  if (form < 20) return { cell: fullWidth(`${year}.${month}.${dayOfMonth}`), habit: 'date-full-width' }
  if (form < 22 || year < 1931 || year > 1999) return { cell: `${year}年${month}月`, habit: 'date-month-only' }
  return { cell: `${yearInCharacters(year)}年${monthInCharacters(month)}月`, habit: 'date-chinese' }
}

/** A name; names of two characters are often pulled apart to the width of three. */
export function writeName(chance: Chance, name: string): Written {
  if (name.length !== 2 || !chance.happens(0.4)) return plain(name)
  return { cell: name.slice(0, 1) + chance.of(['　', ' ', '  ']) + name.slice(1), habit: 'name-spaced' }
}

export function writeSex(chance: Chance, sex: Profile['sex']): Written {
  if (chance.happens(0.93)) return plain(sex === 'male' ? '男' : '女')
  const code = sex === 'male' ? 1 : 2
  return { cell: chance.happens(0.5) ? code : String(code), habit: 'sex-code' }
}

/** The village without its town, with it, in full, or by a name it once had. */
export function writeVillage(chance: Chance, place: Place): Written {
  const { town, village } = place
  const form = chance.below(20)
  const brigade = village.aliases.find((alias) => alias.endsWith('大队'))
  const formerTown = town.aliases.find((alias) => alias.endsWith('镇') && alias !== town.shortName)
  if (form < 10) return plain(village.shortName)
  if (form < 14) return plain(nameOfPlace(place))
  if (form < 16) return plain(village.name)
  if (form === 16 && formerTown) return { cell: formerTown + village.shortName, habit: 'division-former-town' }
  if (form === 17 && brigade) return { cell: brigade, habit: 'division-brigade' }
  return plain(`海门区${nameOfPlace(place)}`)
}

/** The identities of a register, several in one cell; words as people use them. Having served goes without saying. */
export function writeIdentities(chance: Chance, profile: Profile): string | undefined {
  const owed = profile.identities.filter((it) => it.identity !== 'veteran').map((it) => chance.of(words[it.identity]))
  return owed.length === 0 ? undefined : owed.join(chance.of(['、', '、', '，', '/']))
}

/** How somebody left the service, as registers put it. */
export function writeCategory(chance: Chance, service: Service): string {
  return chance.happens(0.6) ? dischargeWord(service) : chance.of(categoryWords[service.category])
}

export function writeEducation(chance: Chance, level: string): string {
  return chance.happens(0.3) ? level.replace('大学专科', '大专').replace('大学本科', '本科') : level
}

export function writeGrade(chance: Chance, grade: number): string {
  const numeral = '一二三四五六七八九十'.charAt(grade - 1)
  return chance.of([`${numeral}级`, `${numeral}级`, `${grade}级`, String(grade)])
}

export const natureWords = { war: '因战', duty: '因公', illness: '因病' } as const

export function fullWidth(text: string): string {
  return text.replace(/[!-~]/g, (narrow) => String.fromCharCode(narrow.charCodeAt(0) + 0xfee0))
}

function plain(cell: SheetCell): Written {
  return { cell, habit: undefined }
}

function yearInCharacters(year: number): string {
  return [...String(year).slice(2)].map((digit) => '〇一二三四五六七八九'.charAt(Number(digit))).join('')
}

function monthInCharacters(month: number): string {
  return ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二'][month - 1] ?? ''
}

const categoryWords = {
  义务兵: ['义务兵', '退伍义务兵'],
  军士: ['退役士官', '军士'],
  军官: ['转业干部', '军转干部'],
} as const

const words: { readonly [I in Identity]: readonly string[] } = {
  veteran: ['退役军人'],
  'disabled-veteran': ['残疾军人', '伤残军人'],
  'survivor-of-martyr': ['烈士遗属', '烈属'],
  'survivor-of-duty-death': ['因公牺牲军人遗属', '因公牺牲遗属'],
  'survivor-of-illness-death': ['病故军人遗属', '病故遗属'],
  'demobilised-veteran': ['在乡复员军人', '在乡老复员军人'],
  'ill-returned-veteran': ['带病回乡退伍军人', '带病回乡'],
  'war-participant': ['参战退役人员', '参战', '参战人员'],
  'nuclear-test-participant': ['参试退役人员', '参试'],
  'rural-veteran-60': ['60周岁农村籍退役士兵', '60周岁农村籍', '60岁'],
  'martyr-child': ['烈士老年子女', '老烈子女'],
  'conscript-family': ['义务兵家庭', '义务兵家属'],
  'serving-family': ['现役军人家属', '军属'],
  'retired-cadre': ['军休干部', '军休人员'],
}
