import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nameKeys } from './name-keys.ts'
import { compoundSurnames } from './surnames.ts'

describe('a clerk finds a name by its pinyin', () => {
  test.each([
    ['张三', 'zhang san', 'zs'],
    ['单雄信', 'shan xiong xin', 'sxx'],
    ['仇和', 'qiu he', 'qh'],
    ['解放军', 'xie fang jun', 'xfj'],
    ['查良镛', 'zha liang yong', 'zly'],
    ['朴树', 'piao shu', 'ps'],
    ['区大相', 'ou da xiang', 'odx'],
    ['盖叫天', 'ge jiao tian', 'gjt'],
    ['曾国藩', 'zeng guo fan', 'zgf'],
    ['乐毅', 'yue yi', 'yy'],
    ['秘书林', 'bi shu lin', 'bsl'],
    ['种师道', 'chong shi dao', 'csd'],
    ['祭明', 'zhai ming', 'zm'],
    ['任重', 'ren zhong', 'rz'],
    ['吕丽', 'lv li', 'll'],
    ['女', 'nv', 'n'],
    ['欧阳修', 'ou yang xiu', 'oyx'],
    ['尉迟恭', 'yu chi gong', 'ycg'],
    ['万俟卨', 'mo qi xie', 'mqx'],
    ['长孙无忌', 'zhang sun wu ji', 'zswj'],
    ['澹台明', 'tan tai ming', 'ttm'],
    ['单于明', 'shan yu ming', 'sym'],
    ['欧阳', 'ou yang', 'oy'],
    ['张', 'zhang', 'z'],
    ['李长江', 'li chang jiang', 'lcj'],
    ['张〇', 'zhang ling', 'zl'],
  ])('%s is %s, %s', (name, syllables, initials) => {
    expect(nameKeys(name)).toEqual({
      pinyin: syllables.replaceAll(' ', ''),
      initials,
      syllables: syllables.split(' '),
    })
  })

  test.each([
    ['spaces inside', '张 三', 'zhangsan'],
    ['an ideographic space', '张　三', 'zhangsan'],
    ['a former name in brackets', '张三（曾用名李四）', 'zhangsan'],
    ['a minority name with its dot', '买买提·艾力', 'maimaitiaili'],
    ['the same with another dot', '买买提•艾力', 'maimaitiaili'],
    ['a surname character that opens a transcribed name is no surname', '单增·次仁', 'danzengciren'],
    ['a foreign spouse in Latin letters', 'Anna Lee', 'annalee'],
    ['full-width letters', 'Ａnna', 'anna'],
    ['a stray digit', '张三1', 'zhangsan'],
  ])('%s', (_, name, keys) => {
    expect(nameKeys(name).pinyin).toBe(keys)
  })

  test.each([
    ['nothing', '', ''],
    ['only a dot', '·', ''],
    ['a box left by an old font', '张□', 'zhang'],
    ['a private-use character of an old register', '张\ue000', 'zhang'],
    ['half a surrogate pair', '张\ud840', 'zhang'],
  ])('%s gives nothing rather than a failure', (_, name, keys) => {
    expect(nameKeys(name).pinyin).toBe(keys)
  })

  test('a rare character beyond the first plane is read or left out, the rest stays', () => {
    expect(nameKeys('张𨱏').pinyin).toMatch(/^zhang/)
    expect(nameKeys('张\u{2f9f0}').pinyin).toMatch(/^zhang/)
  })

  test('every compound surname gives two syllables before the given name', () => {
    for (const surname of compoundSurnames) expect(nameKeys(`${surname}明`).syllables).toHaveLength(3)
  })

  test('whatever the text, keys are lower-case letters, and asking twice gives the same', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 12 }), (text) => {
        const keys = nameKeys(text)
        expect(keys.pinyin).toMatch(/^[a-z]*$/)
        expect(keys.pinyin).toBe(keys.syllables.join(''))
        expect(keys.initials).toHaveLength(keys.syllables.length)
        expect(nameKeys(text)).toEqual(keys)
      }),
    )
  })

  test('more given names than are remembered change no answer', () => {
    const before = nameKeys('张建国')
    for (let at = 0; at < 60_000; at++)
      nameKeys(`张${String.fromCodePoint(0x4e00 + (at % 300))}${String.fromCodePoint(0x4e00 + Math.floor(at / 300))}`)

    expect(nameKeys('张建国')).toEqual(before)
  })
})
