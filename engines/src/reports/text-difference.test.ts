import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type TextChunk, textDifference } from './index.ts'

const same = (text: string): TextChunk => ({ kind: 'same', text })
const removed = (text: string): TextChunk => ({ kind: 'removed', text })
const added = (text: string): TextChunk => ({ kind: 'added', text })

test.each<[string, string, string, readonly TextChunk[]]>([
  ['equal texts have one unchanged chunk', '走访', '走访', [same('走访')]],
  ['two empty texts have none', '', '', []],
  ['a number changes as a whole', '已开展12场', '已开展13场', [same('已开展'), removed('12'), added('13'), same('场')]],
  ['a new sentence is added', '做好走访。', '做好走访。落实政策。', [same('做好走访。'), added('落实政策。')]],
  ['a dropped word is removed', '切实做好走访', '做好走访', [removed('切实'), same('做好走访')]],
  [
    'a lone character between two changes goes with them',
    '上门慰问老兵家属',
    '集中慰藉老兵代表',
    [removed('上门慰问'), added('集中慰藉'), same('老兵'), removed('家属'), added('代表')],
  ],
  [
    'punctuation between two changes stays',
    '甲乙，丙丁',
    '子丑，寅卯',
    [removed('甲乙'), added('子丑'), same('，'), removed('丙丁'), added('寅卯')],
  ],
])('%s', (_sentence, before, after, chunks) => {
  expect(textDifference(before, after)).toEqual(chunks)
})

test('the chunks give back both texts', () => {
  const text = fc.string({ unit: fc.constantFrom(...'走访慰问老兵1234，。') })
  fc.assert(
    fc.property(text, text, (before, after) => {
      const chunks = textDifference(before, after)
      const without = (kind: TextChunk['kind']) =>
        chunks
          .filter((chunk) => chunk.kind !== kind)
          .map((chunk) => chunk.text)
          .join('')

      expect([without('added'), without('removed')]).toEqual([before, after])
    }),
  )
})

test('a text of many pages is compared by sentences', () => {
  const pages = Array.from({ length: 400 }, (_, at) => `各镇开展走访第${at}轮慰问活动。`)
  const before = `甲${pages.join('')}乙`
  const after = `丙${pages.filter((_, at) => at !== 200).join('')}丁`

  const chunks = textDifference(before, after)

  expect(chunks.filter((chunk) => chunk.kind === 'removed').map((chunk) => chunk.text)).toEqual([
    `甲${pages[0]}`,
    pages[200],
    '乙',
  ])
})
