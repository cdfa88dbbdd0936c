import { type DatedTo, type Day, day, findDayOf, partsOf } from '@dongzhou/terms/day'
import { type DivisionCode, divisionCode } from '@dongzhou/terms/division'
import { checkCharacterOf, type Sex } from '@dongzhou/terms/id-number'
import type { LinkRecord } from './link-record.ts'

/** One synthetic person, for tests. Division 999999, so that no number is anybody's. */
export interface SyntheticPerson {
  readonly characters: readonly string[]
  readonly idNumber: string
  readonly born: Day
  readonly sex: Sex
  readonly divisionCode: DivisionCode
  readonly phone: string
  readonly enlisted: Day
}

/** 伪随机 (pseudo-random) numbers from a seed: mulberry32. */
export class Dice {
  #state: number

  constructor(seed: number) {
    this.#state = seed >>> 0
  }

  /** From 0 to 1, 1 excluded. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0
    let mixed = this.#state
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }

  /** A whole number from `from` to `to`, both included. */
  between(from: number, to: number): number {
    return from + Math.floor(this.next() * (to - from + 1))
  }

  pick<T>(items: readonly [T, ...T[]] | readonly T[]): T {
    const item = items[Math.floor(this.next() * items.length)]
    if (item === undefined) throw new RangeError('nothing to pick from')
    return item
  }

  /** True in so many of a hundred throws. */
  inHundred(times: number): boolean {
    return this.next() * 100 < times
  }
}

/** Somebody at random: a surname by its frequency, one or two given characters, a village of 300, a valid ID number. */
export function aPerson(dice: Dice): SyntheticPerson {
  const born = dayBetween(dice, 1932, 2004)
  const sex: Sex = dice.inHundred(90) ? 'male' : 'female'
  const given = dice.inHundred(65) ? [givenCharacter(dice), givenCharacter(dice)] : [givenCharacter(dice)]
  return {
    characters: [surname(dice), ...given],
    born,
    sex,
    idNumber: idNumberFor(dice, born, sex),
    divisionCode: divisionCode(
      `9999991${String(dice.between(1, 20)).padStart(2, '0')}2${String(dice.between(1, 15)).padStart(2, '0')}`,
    ),
    phone: `1390000${String(dice.between(0, 9999)).padStart(4, '0')}`,
    enlisted: findDayOf(partsOf(born).year + dice.between(18, 21), dice.pick([3, 9, 12]), 1) ?? born,
  }
}

/** The record of somebody as a careful clerk writes it. */
export function cleanRecord(person: SyntheticPerson): LinkRecord {
  return {
    ...spelt(person.characters),
    idNumber: person.idNumber,
    born: exact(person.born),
    sex: person.sex,
    divisionCode: person.divisionCode,
    phones: [person.phone],
    enlisted: exact(person.enlisted),
  }
}

/** A name from its characters, with the syllables of the small table that all synthetic names are made from. */
export function spelt(characters: readonly string[]): Pick<LinkRecord, 'name' | 'syllables'> {
  return { name: characters.join(''), syllables: characters.flatMap((it) => syllableOf.get(it) ?? []) }
}

/** Another character of the same sound; the same one when the table has no other. */
export function homophoneOf(dice: Dice, character: string): string {
  const others = [...(soundGroups.get(syllableOf.get(character) ?? '') ?? '')].filter((it) => it !== character)
  return others.length > 0 ? dice.pick(others) : character
}

export function givenCharacter(dice: Dice): string {
  return dice.pick([...(soundGroups.get(dice.pick(givenSounds)) ?? '')])
}

export function idNumberFor(dice: Dice, born: Day, sex: Sex, sequence = dice.between(0, 499) * 2): string {
  const odd = sex === 'male' ? 1 : 0
  const first17 = `999999${born.replaceAll('-', '')}${String((sequence + odd) % 1000).padStart(3, '0')}`
  return first17 + checkCharacterOf(first17)
}

export function dayBetween(dice: Dice, fromYear: number, toYear: number): Day {
  return findDayOf(dice.between(fromYear, toYear), dice.between(1, 12), dice.between(1, 28)) ?? day('1970-01-01')
}

export function exact(on: Day): DatedTo {
  return { day: on, precision: 'day' }
}

function surname(dice: Dice): string {
  return dice.pick([...SURNAMES])
}

// Repeated in proportion to how common they are.
const SURNAMES =
  '王王王王王王王李李李李李李李张张张张张张刘刘刘刘刘陈陈陈陈陈杨杨杨黄黄赵赵吴吴周周徐徐孙马朱胡郭何高林郑罗梁谢宋唐许邓冯韩曹曾彭萧蔡潘田董袁于余叶杜苏魏程吕丁沈任姚卢傅钟姜崔谭陆范汪廖石金韦贾夏付方白邹孟熊秦邱江尹薛阎段雷侯龙史陶黎贺顾毛郝龚邵万钱严涂施仇单'

const soundGroups: ReadonlyMap<string, string> = new Map([
  ['jian', '建健剑坚俭'],
  ['guo', '国果郭'],
  ['jun', '军君俊钧均'],
  ['wei', '伟卫维炜薇为玮韦魏'],
  ['li', '丽莉力利立黎李礼'],
  ['ming', '明铭鸣茗'],
  ['hua', '华花桦'],
  ['ping', '平萍苹'],
  ['hong', '红宏洪鸿虹'],
  ['bo', '波博勃'],
  ['jie', '杰洁捷'],
  ['lin', '林琳霖'],
  ['feng', '峰锋风凤丰冯'],
  ['yun', '云芸耘'],
  ['fang', '芳方'],
  ['xin', '新欣鑫辛'],
  ['zhi', '志智治'],
  ['hai', '海'],
  ['xiao', '晓小筱萧'],
  ['gui', '桂贵'],
  ['xing', '兴星杏'],
  ['yong', '永勇咏'],
  ['qing', '清青卿庆'],
  ['bin', '斌彬滨宾'],
  ['jing', '静晶京敬'],
  ['yi', '义艺毅怡'],
  ['zhong', '忠中钟'],
  ['gen', '根'],
  ['xiu', '秀修'],
  ['mei', '梅美'],
  ['cheng', '成诚程'],
  ['dong', '东冬栋董'],
  ['yu', '玉宇雨余于'],
  ['yang', '杨洋阳'],
  ['gang', '刚钢'],
  ['hui', '辉慧惠'],
  ['chun', '春纯'],
  ['xiang', '祥香翔'],
  ['liang', '良亮梁'],
  ['bao', '宝保'],
  ['wang', '王汪旺'],
  ['zhang', '张章'],
  ['liu', '刘柳'],
  ['chen', '陈晨'],
  ['huang', '黄'],
  ['zhao', '赵'],
  ['wu', '吴武'],
  ['zhou', '周'],
  ['xu', '徐许'],
  ['tu', '涂'],
  ['sun', '孙'],
  ['ma', '马'],
  ['zhu', '朱'],
  ['hu', '胡'],
  ['he', '何贺'],
  ['gao', '高'],
  ['zheng', '郑'],
  ['luo', '罗'],
  ['xie', '谢'],
  ['song', '宋'],
  ['tang', '唐'],
  ['deng', '邓'],
  ['han', '韩'],
  ['cao', '曹'],
  ['zeng', '曾'],
  ['peng', '彭'],
  ['cai', '蔡'],
  ['pan', '潘'],
  ['tian', '田'],
  ['yuan', '袁'],
  ['ye', '叶'],
  ['du', '杜'],
  ['su', '苏'],
  ['lv', '吕'],
  ['ding', '丁'],
  ['shen', '沈'],
  ['ren', '任'],
  ['yao', '姚'],
  ['lu', '卢陆'],
  ['fu', '傅付'],
  ['jiang', '姜江'],
  ['cui', '崔'],
  ['tan', '谭'],
  ['fan', '范'],
  ['liao', '廖'],
  ['shi', '石史施'],
  ['jin', '金'],
  ['jia', '贾'],
  ['xia', '夏'],
  ['bai', '白'],
  ['zou', '邹'],
  ['meng', '孟'],
  ['xiong', '熊'],
  ['qin', '秦'],
  ['qiu', '邱仇'],
  ['yin', '尹'],
  ['xue', '薛'],
  ['yan', '阎严'],
  ['duan', '段'],
  ['lei', '雷'],
  ['hou', '侯'],
  ['long', '龙'],
  ['tao', '陶'],
  ['gu', '顾'],
  ['mao', '毛'],
  ['hao', '郝'],
  ['gong', '龚'],
  ['shao', '邵'],
  ['wan', '万'],
  ['qian', '钱'],
  ['shan', '单'],
])

const givenSounds: readonly string[] = [...soundGroups.keys()].slice(0, 40)

const syllableOf: ReadonlyMap<string, string> = new Map(
  [...soundGroups].flatMap(([sound, group]) => [...group].map((character) => [character, sound] as const)),
)
