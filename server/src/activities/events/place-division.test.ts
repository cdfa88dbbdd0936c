import { expect, test } from 'vitest'
import { haimenDivisions } from '../../registry/index.ts'
import { divisionOfPlace } from './place-division.ts'

test.each([
  ['常乐镇状元街社区', '常乐镇', '状元街社区'],
  ['常乐镇 状元街社区党群服务中心', '常乐镇', '状元街社区'],
  ['海永镇沙南村党群服务中心', '海永镇', '沙南村'],
  ['常乐镇小学', '常乐镇', undefined],
  ['麒麟镇小学', '常乐镇', undefined],
  ['海门汽车站广场', undefined, undefined],
  ['常乐小学', undefined, undefined],
  ['区文化馆（原常乐镇政府）', undefined, undefined],
  ['状元街社区', undefined, undefined],
  ['', undefined, undefined],
])('%s lies in %s, %s', (place, town, village) => {
  const found = haimenDivisions.find(({ code }) => code === divisionOfPlace(place, haimenDivisions))

  if (village === undefined) expect(found?.name).toBe(town)
  else {
    expect(found?.shortName).toContain(village.replace(/(村|社区)$/, ''))
    expect(haimenDivisions.find(({ code }) => code === found?.parent)?.name).toBe(town)
  }
})
