// 复姓: those a clerk may meet (百家姓's compound surnames from the 百家姓 and after, and a few Manchu ones), assembled by hand.
const COMPOUND = `
欧阳 上官 司马 司徒 司空 司寇 诸葛 尉迟 万俟 令狐 澹台 钟离 皇甫 赫连 宇文 轩辕 呼延 慕容 长孙 公孙 夏侯 东方 独孤 南宫
申屠 闻人 单于 太史 太叔 端木 濮阳 淳于 公冶 公羊 公良 公西 宗政 鲜于 闾丘 亓官 仉督 子车 颛孙 百里 东郭 南门 北宫 羊舌 微生
左丘 西门 拓跋 完颜 叶赫 那拉 谷梁 段干 巫马 漆雕 乐正 壤驷 宰父 夹谷 东里 第五 纳兰 哥舒 富察 钮祜 仲孙 梁丘 东门 拓拔
`

export const compoundSurnames: ReadonlySet<string> = new Set(COMPOUND.trim().split(/\s+/))

/**
 * Readings of characters as surnames where pinyin-pro 3.29.4 gives the common word's reading; found by comparing it with the
 * surname readings generally taught (a few vary by clan). 仇, 单, 解, 查, 盖, 朴, 区, 曾, 尉迟, 万俟 it knows by itself.
 */
export const surnameReadings: ReadonlyMap<string, readonly string[]> = new Map([
  ['洗', ['xian']],
  ['种', ['chong']],
  ['秘', ['bi']],
  ['祭', ['zhai']],
  ['郇', ['xun']],
  ['佴', ['nai']],
  ['适', ['kuo']],
  ['角', ['jue']],
  ['藏', ['zang']],
  ['颉', ['xie']],
  ['澹台', ['tan', 'tai']],
])
