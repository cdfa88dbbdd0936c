const DIGITS: Readonly<Record<string, number>> = {
  〇: 0,
  零: 0,
  一: 1,
  二: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  两: 2,
  '○': 0,
  Ｏ: 0,
  壹: 1,
  贰: 2,
  叁: 3,
  肆: 4,
  伍: 5,
  陆: 6,
  柒: 7,
  捌: 8,
  玖: 9,
}

const UNITS: Readonly<Record<string, number>> = { 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1000, 仟: 1000 }

/** 汉字数字 (number in characters): 十二, 三十一, 二百零五, and digit by digit 一九六八. undefined for anything else. */
export function chineseNumber(text: string): number | undefined {
  if (text === '') return undefined
  const spelt = text.replaceAll('廿', '二十').replaceAll('卅', '三十')
  const characters = [...spelt]
  if (characters.every((character) => digitOf(character) !== undefined)) {
    return Number(characters.map((character) => digitOf(character)).join(''))
  }
  return sumOfUnits(characters)
}

function sumOfUnits(characters: readonly string[]): number | undefined {
  let total = 0
  let pending: number | undefined
  for (const character of characters) {
    const unit = UNITS[character]
    const digit = digitOf(character)
    if (unit !== undefined) {
      total += (pending ?? 1) * unit
      pending = undefined
    } else if (digit !== undefined) {
      pending = digit
    } else {
      return undefined
    }
  }
  return total + (pending ?? 0)
}

function digitOf(character: string): number | undefined {
  return DIGITS[character]
}
