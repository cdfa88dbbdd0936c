import { type DivisionCode, divisionCode, isWithin, levelOf, parentOf } from '@dongzhou/terms/division'
import { type Cell, cellText, compact } from '../cell.ts'
import { held, warned } from '../complaint.ts'
import { clean, flawed, mended, type Reader, type ReaderSetting, type Reading, readErrorCell } from '../reader.ts'
import { type DivisionIndex, fullNameOf, type NamedDivision, stemOf } from './division-index.ts'

/** 区划 reader: a code, 镇+村, a village alone, an old name; a name that several places bear is held, naming them. */
export const divisionReader: Reader<DivisionCode> = {
  kind: 'division',
  repeats: true,
  mayRepeatAbove: true,
  read: readDivision,
}

const ABOVE_COUNTY = /^(?:江苏省?)?(?:南通市?)?/
const SEPARATORS = /[-—/、,，.·()（）]/g
const HOUSE = /^(?:第?[\d一二三四五六七八九十]|[东南西北]?[一-龥]{0,3}(?:组|队|路|号|幢|巷|弄|小区))/

function readDivision(cell: Cell, setting: ReaderSetting): Reading<DivisionCode> {
  const error = readErrorCell(cell)
  if (error) return error
  const text = compact(cellText(cell))
    .replace(SEPARATORS, '')
    .replace(/^['’‘`]/, '')
  if (/^\d+$/.test(text)) return readCode(text, setting.divisions)
  const bare = withoutCounty(text, setting.divisions)
  const county = setting.divisions.counties.find(({ name }) => name === bare)
  if (county) return clean(county.code)
  // The whole text as a village first: 常乐村 is a village, although 常乐 is also a town.
  const whole = among(setting.divisions.villages.get(bare), setting.within)
  if (whole.length > 0) return settle(bare, whole, setting)
  return (
    withTownChecked(readFromTown(bare, setting), setting) ?? readFromVillage(bare, setting) ?? unknown(text, setting)
  )
}

/** The cell names one town and the row another: the cell is the more exact of the two, but somebody should look. */
function withTownChecked(
  reading: Reading<DivisionCode> | undefined,
  setting: ReaderSetting,
): Reading<DivisionCode> | undefined {
  const { within, divisions } = setting
  const value = reading?.value
  if (value === undefined || within === undefined || levelOf(value) !== 'village' || isWithin(value, within))
    return reading
  const what = `所在区镇为${fullNameOf(divisions, within)}，这里写的是${fullNameOf(divisions, value)}，按后者读入。请核对。`
  return flawed(warned('division-elsewhere', what), value, reading?.repaired)
}

function readCode(text: string, divisions: DivisionIndex): Reading<DivisionCode> {
  const padded = text.padEnd(12, '0')
  const isWhole = text.length === 6 || text.length === 9 || text.length === 12
  if (isWhole && divisions.byCode.has(padded)) {
    return text.length === 12 ? clean(divisionCode(padded)) : mended(divisionCode(padded), '区划代码已补足 12 位。')
  }
  return flawed(
    held('division-unknown', `区划代码“${text.slice(0, 20)}”不在本区区划表中。请填村（社区）名称或 12 位代码。`),
  )
}

function withoutCounty(text: string, divisions: DivisionIndex): string {
  const bare = text.replace(ABOVE_COUNTY, '')
  const county = divisions.counties.find(({ name }) => bare.startsWith(name))
  return county === undefined || county.name.length === bare.length ? bare : bare.slice(county.name.length)
}

/** 镇 first, then the village in what is left; the longest town name that leads to a village wins. */
function readFromTown(text: string, setting: ReaderSetting): Reading<DivisionCode> | undefined {
  const { divisions } = setting
  let townOnly: Reading<DivisionCode> | undefined
  for (let length = Math.min(text.length, divisions.longestName); length >= 2; length -= 1) {
    const towns = divisions.towns.get(text.slice(0, length))
    if (!towns) continue
    // 镇南村 after 三星镇: a village's own name may begin with 镇, so what follows is tried as it stands first.
    const after = text.slice(length)
    const rest = after.replace(/^(?:镇|街道|办事处)+/, '')
    const village = villageIn(after, towns, setting) ?? (rest === after ? undefined : villageIn(rest, towns, setting))
    if (village) return village
    townOnly ??= readTownOnly(text.slice(0, length), rest, towns, setting)
  }
  return townOnly
}

function villageIn(
  rest: string,
  towns: readonly NamedDivision[],
  setting: ReaderSetting,
): Reading<DivisionCode> | undefined {
  for (let length = Math.min(rest.length, setting.divisions.longestName); length >= 2; length -= 1) {
    const name = rest.slice(0, length)
    const same = setting.divisions.villages.get(name)
    const beyond = rest.slice(length)
    // 叠石 in 叠石桥家纺产业园区 is no village either.
    if (beyond !== '' && !HOUSE.test(beyond) && stemOf(name + beyond) !== name) continue
    const inside = same?.filter((village) => towns.some((town) => isWithin(village.code, town.code))) ?? []
    if (inside.length > 0) return settle(name, inside, setting)
  }
  return undefined
}

function readTownOnly(
  name: string,
  rest: string,
  towns: readonly NamedDivision[],
  setting: ReaderSetting,
): Reading<DivisionCode> {
  if (rest === '' || HOUSE.test(rest)) return settle(name, towns, setting)
  const [town] = towns
  const elsewhere = setting.divisions.villages.get(rest) ?? setting.divisions.villages.get(stemOf(rest)) ?? []
  const townName = town ? fullNameOf(setting.divisions, town.code) : name
  if (elsewhere.length > 0) return flawed(elsewhereFlaw(rest, townName, elsewhere, setting.divisions))
  return flawed(
    held('division-unknown', `${townName}没有“${rest.slice(0, 20)}”。请改为现有村（社区）名称，或留待核实。`),
  )
}

function readFromVillage(text: string, setting: ReaderSetting): Reading<DivisionCode> | undefined {
  for (let length = Math.min(text.length, setting.divisions.longestName); length >= 2; length -= 1) {
    const found = villageAtStart(text, length, setting)
    if (found) return found
  }
  return undefined
}

function villageAtStart(text: string, length: number, setting: ReaderSetting): Reading<DivisionCode> | undefined {
  const { divisions, within } = setting
  const name = text.slice(0, length)
  const rest = text.slice(length)
  const all = divisions.villages.get(name) ?? (rest === '' ? divisions.villages.get(stemOf(name)) : undefined)
  if (!all) return undefined
  // 中心 in 中心小学 is no village: what follows must be a kind of place or a house.
  if (rest !== '' && !HOUSE.test(rest) && stemOf(text) !== name) return undefined
  const inside = among(all, within)
  if (inside.length > 0) return settle(name, inside, setting)
  return within ? flawed(elsewhereFlaw(text, fullNameOf(divisions, within), all, divisions)) : undefined
}

function among(all: readonly NamedDivision[] | undefined, within: DivisionCode | undefined): readonly NamedDivision[] {
  if (!all) return []
  return within ? all.filter((division) => isWithin(division.code, within)) : all
}

/** One place is the answer; today's bearers of a name outrank those who bore it once; several are held. */
function settle(name: string, found: readonly NamedDivision[], setting: ReaderSetting): Reading<DivisionCode> {
  const today = found.filter((division) => !division.isAlias)
  const standing = today.length > 0 ? today : found
  const codes = [...new Set(standing.map((division) => division.code))]
  const [code] = codes
  if (code === undefined) return unknown(name, setting)
  if (codes.length > 1) {
    const names = codes.map((one) => fullNameOf(setting.divisions, one)).join('、')
    return flawed(held('division-ambiguous', `“${name}”有 ${codes.length} 处（${names}）。请写明所属区镇。`))
  }
  const isAlias = today.length === 0
  return isAlias ? mended(code, `原名“${name}”读作现名“${fullNameOf(setting.divisions, code)}”。`) : clean(code)
}

function elsewhereFlaw(name: string, town: string, places: readonly NamedDivision[], divisions: DivisionIndex) {
  const names = [...new Set(places.map((place) => fullNameOf(divisions, place.code)))].slice(0, 5).join('、')
  return held('division-elsewhere', `“${name.slice(0, 20)}”不在${town}，区划表中有${names}。请核对区镇和村（社区）。`)
}

function unknown(text: string, setting: ReaderSetting): Reading<never> {
  const near = similarNames(text, setting)
  const hint = near.length === 0 ? '' : `相近的有：${near.join('、')}。`
  return flawed(
    held('division-unknown', `“${text.slice(0, 20)}”不在区划表中。${hint}请改为现有村（社区）名称，或留待核实。`),
  )
}

/** Villages one character away, at most three; only texts that were not found pay for the walk. */
function similarNames(text: string, { divisions, within }: ReaderSetting): readonly string[] {
  const stem = stemOf(text)
  const near: string[] = []
  for (const entry of divisions.byCode.values()) {
    if (near.length === 3) break
    if (levelOf(entry.code) !== 'village' || (within && parentOf(entry.code) !== within)) continue
    if (isOneAway(stem, stemOf(entry.name))) near.push(fullNameOf(divisions, entry.code))
  }
  return near
}

function isOneAway(one: string, other: string): boolean {
  if (one.length !== other.length || one.length < 2) return false
  let differing = 0
  for (let at = 0; at < one.length; at += 1) if (one[at] !== other[at]) differing += 1
  return differing === 1
}
