import type { Sex } from '@dongzhou/terms/id-number'
import { type Chance, laidOut } from './chance.ts'

/** A synthetic name: a surname by its share of the population, a given name as the decade and sex would have it. */
export function nameFor(chance: Chance, bornYear: number, sex: Sex): string {
  const surname = chance.of(surnamePlaces)
  const era = eraOf(bornYear)
  const style = sex === 'male' ? era.male : era.female
  if (chance.happens(era.single)) return surname + chance.of(style.second)
  const first = chance.of(style.first)
  const second = chance.of(style.second)
  return surname + first + (first === second ? chance.of(style.first) : second)
}

// Shares in per cent, approximate: rounded from the Ministry of Public Security's yearly name reports (2018-2021), the lower
// ranks interpolated. They are for a believable mixture of homonyms, not for statistics.
const surnameShares =
  '王7.2 李7.1 张6.8 刘5.3 陈4.5 杨3.2 黄2.4 赵2.3 周2.1 吴2.1 徐1.6 孙1.5 胡1.4 朱1.3 高1.2 林1.2 何1.2 郭1.2 马1.2 罗1.1 ' +
  '梁1.0 宋0.9 郑0.9 谢0.8 韩0.8 唐0.8 冯0.75 于0.75 董0.7 萧0.3 程0.6 曹0.6 袁0.6 邓0.6 许0.6 傅0.5 沈0.6 曾0.55 彭0.55 吕0.55 ' +
  '苏0.5 卢0.5 蒋0.5 蔡0.5 贾0.45 丁0.45 魏0.5 薛0.4 叶0.45 阎0.2 余0.45 潘0.45 杜0.45 戴0.4 夏0.4 钟0.4 汪0.4 田0.4 任0.4 姜0.4 ' +
  '范0.4 方0.35 石0.35 姚0.35 谭0.35 廖0.35 邹0.35 熊0.3 金0.35 陆0.4 郝0.3 孔0.3 白0.3 崔0.3 康0.3 毛0.3 邱0.3 秦0.3 江0.3 史0.25 ' +
  '顾0.35 侯0.25 邵0.25 孟0.25 龙0.25 万0.25 段0.25 雷0.25 钱0.25 汤0.25 尹0.2 黎0.2 易0.2 常0.2 武0.2 乔0.2 贺0.2 赖0.2 龚0.25 文0.2 ' +
  '施0.2 倪0.15 樊0.15 兰0.15 殷0.15 洪0.15 陶0.2 翟0.15 安0.15 颜0.15 严0.2 牛0.15 温0.15 芦0.1 季0.15 俞0.15 章0.15 鲁0.15 葛0.15 伍0.1'

const surnamePlaces = laidOut(
  surnameShares.split(' ').map((entry) => [entry.slice(0, 1), Number(entry.slice(1))] as const),
  4000,
)

interface Style {
  readonly first: string
  readonly second: string
}

interface Era {
  readonly until: number
  readonly single: number
  readonly male: Style
  readonly female: Style
}

const eras: readonly Era[] = [
  {
    until: 1949,
    single: 0.08,
    male: { first: '德福永金士文国振锡汉耀玉志洪宝学正长树少', second: '林山生祥才清明昌荣贵发海根泉元余高成章如' },
    female: { first: '秀桂玉凤兰美淑素惠金月文翠巧', second: '英珍兰芳华珠芬娣琴云莲贞仙宝' },
  },
  {
    until: 1959,
    single: 0.1,
    male: { first: '建国志文永洪卫汉金学明新跃胜德裕福玉成', second: '国华民平明新林生军祥兴忠良康清荣高飞斌才' },
    female: { first: '秀玉美桂惠淑建凤金丽菊兰素文', second: '英兰珍芳华平琴芬娟萍云霞珠妹' },
  },
  {
    until: 1969,
    single: 0.15,
    male: { first: '卫建志国红永海文学明向东新汉忠锦光振春晓', second: '东军兵华平明忠民林峰飞生辉强斌国良清宏康' },
    female: { first: '红卫秀丽美玉建春晓惠海素菊雪', second: '芳英梅萍霞华红娟燕珍琴兰芬云' },
  },
  {
    until: 1979,
    single: 0.25,
    male: { first: '建志海文永晓国新卫俊红小春锦冬宏旭立少正', second: '军华峰辉勇斌东平兵明强飞伟健林忠涛波荣新' },
    female: { first: '晓海丽红春小美雪玉建冬爱秋亚', second: '燕霞梅红芳萍娟琴华英丽敏艳玲' },
  },
  {
    until: 1989,
    single: 0.35,
    male: { first: '晓海志建文俊小春国永卫锦佳旭亚成伟剑一新', second: '伟峰磊杰军飞辉健斌勇涛强鹏亮东华超明波凯' },
    female: { first: '晓丽海亚佳小春静雪燕婷美玉思', second: '静燕娟丽婷敏霞艳芳娜琳洁慧萍' },
  },
  {
    until: 9999,
    single: 0.22,
    male: { first: '宇浩子俊嘉晨天文泽志佳思明家一伟昊旭建翔', second: '杰轩宇豪涵辰阳凯博伟晨航鹏涛睿文昊峰翔健' },
    female: { first: '雨思佳梦欣雅晓诗嘉文子心怡可', second: '婷怡琪涵雯妍悦玲萱颖洁欣蕾雪' },
  },
]

function eraOf(bornYear: number): Era {
  const era = eras.find((it) => bornYear <= it.until)
  if (!era) throw new RangeError(`no names for ${bornYear}`)
  return era
}
