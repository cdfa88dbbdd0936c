import { plainText } from '@dongzhou/terms/agreement'

/** 机构 (organisation) as a sheet names it, with its 统一社会信用代码 or the older nine-character 组织机构代码 where it is known. */
export interface OrganisationRecord {
  readonly name: string
  readonly creditCode?: string | undefined
}

/** The region whose own organs write their names without it: beside 南通市海门区, 海门区 and nothing mean the same. */
export interface HomeRegion {
  readonly province: string
  readonly city: string
  readonly county: string
}

export const haimen: HomeRegion = { province: '江苏', city: '南通', county: '海门' }

export interface OrganisationLikeness {
  readonly band: 'same' | 'likely' | 'different'
  readonly say: string
}

/** Are the two certainly one organisation? What is only likely is for a clerk. */
export function areSameOrganisation(
  one: OrganisationRecord,
  other: OrganisationRecord,
  home: HomeRegion = haimen,
): boolean {
  return compareOrganisations(one, other, home).band === 'same'
}

/** Are they one organisation? The credit code decides where both have one; else the name without region, brackets and legal form. */
export function compareOrganisations(
  one: OrganisationRecord,
  other: OrganisationRecord,
  home: HomeRegion = haimen,
): OrganisationLikeness {
  const byCode = compareCodes(plainCode(one.creditCode), plainCode(other.creditCode))
  if (byCode !== undefined)
    return byCode ? said('same', '统一社会信用代码相同') : said('different', '统一社会信用代码不同')
  const [a, b] = [partsOf(one.name, home), partsOf(other.name, home)]
  if (a.core === '' || a.core !== b.core) return said('different', '名称不同')
  if (a.form !== b.form && a.form !== '' && b.form !== '') return said('likely', '名称相同，组织形式不同')
  return compareRegions(a.region, b.region, home)
}

/** 名称键 (organisation key): the name by which to look for candidates: no region, no brackets, no legal form. */
export function organisationKey(name: string, home: HomeRegion = haimen): string {
  return partsOf(name, home).core
}

interface NameParts {
  readonly region: string
  readonly core: string
  readonly form: string
}

function partsOf(name: string, home: HomeRegion): NameParts {
  const plain = SHORTER.reduce((text, [long, short]) => text.replaceAll(long, short), withoutMarks(name))
  const [prefix = '', province, city, county] = regionPattern(home).exec(plain) ?? []
  // The organ of a city bears the city's name: only the finest region named tells whose organ it is.
  const finest = county ?? city ?? province ?? ''
  const rest = plain.slice(prefix.length)
  const form = LEGAL_FORMS.find((it) => rest.endsWith(it) && rest.length > it.length) ?? ''
  return { region: finest, core: form === '' ? rest : rest.slice(0, -form.length), form: FORM_WORD[form] ?? form }
}

function compareRegions(one: string, other: string, home: HomeRegion): OrganisationLikeness {
  if (one === other) return said('same', '名称相同')
  const others = [one, other].filter((it) => it !== '')
  if (others.length === 2) return said('different', '名称相同，但所属区域不同')
  return others[0] === home.county ? said('same', '名称相同，一方省略本区') : said('likely', '名称相同，一方未写区域')
}

// Two nine-character codes, two full ones, or one of each: the old code is characters 9 to 17 of the new one.
function compareCodes(one: string, other: string): boolean | undefined {
  if (!isCode(one) || !isCode(other)) return undefined
  if (one.length === other.length) return one === other
  return organPart(one) === organPart(other)
}

function organPart(code: string): string {
  return code.length === 18 ? code.slice(8, 17) : code
}

function plainCode(code: string | undefined): string {
  return plainText(code ?? '').replace(/-/g, '')
}

function isCode(code: string): boolean {
  return /^[0-9A-Z]{9}$|^[0-9A-Z]{18}$/.test(code)
}

function withoutMarks(name: string): string {
  return plainText(name).replace(/[()[\]{}【】〔〕《》“”"'·,.，。、—-]/gu, '')
}

// 海门市民中心 is not the 民中心 of 海门市.
function regionPattern({ province, city, county }: HomeRegion): RegExp {
  return new RegExp(`^(?:(${province})省)?(?:(${city})市)?(?:(${county})(?:[区县]|市(?!民)))?`, 'u')
}

function said(band: OrganisationLikeness['band'], say: string): OrganisationLikeness {
  return { band, say }
}

// Long before short, as each is tried in turn.
const LEGAL_FORMS = ['股份有限公司', '有限责任公司', '集团有限公司', '有限公司', '公司'] as const

// The company law lets 有限责任公司 call itself 有限公司 (公司法, the article on names); 公司 alone says nothing of the form.
const FORM_WORD: Readonly<Record<string, string>> = { 有限责任公司: '有限公司', 公司: '' }

const SHORTER = [
  ['中国共产党', ''],
  ['中共', ''],
  ['人民政府', '政府'],
  ['委员会', '委'],
  ['办事处', ''],
] as const
