import { expect, test } from 'vitest'
import { placeWithAddress } from './place-with-address.ts'

test.each([
  ['from the street down', '东镇东一村', '5组12号', '东镇东一村5组12号'],
  ['with the village again', '东镇东一村', '东一村5组', '东镇东一村5组'],
  ['with town and village again', '东镇东一村', '东镇东一村5组', '东镇东一村5组'],
  ['from the county down', '东镇东一村', '海门区东镇东一村5组', '海门区东镇东一村5组'],
  ['with the town again, but not the village', '东镇东一村', '东镇5组', '东镇东一村5组'],
  ['with the village and nothing else', '东镇东一村', '东一村', '东镇东一村'],
  ['without any', '东镇东一村', '', '东镇东一村'],
  ['that begins like the village and is another place', '东镇东一村', '东一路9号', '东镇东一村东一路9号'],
  ['that repeats a single sign only', '东镇东一村', '村东头', '东镇东一村村东头'],
])('an address %s', (_, place, address, whole) => {
  expect(placeWithAddress(place, address)).toBe(whole)
})
