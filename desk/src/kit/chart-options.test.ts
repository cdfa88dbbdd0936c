import { describe, expect, test } from 'vitest'
import { barsHeight, barsOption, columnsOption } from './chart-options.ts'

describe('columns over time', () => {
  const chart = {
    labels: ['1月', '2月'],
    series: [
      { name: '已应发', tone: 'full' as const, values: [10, null] },
      { name: '预计', tone: 'pale' as const, values: [null, 20] },
    ],
    labelled: [1],
    write: (value: number) => `${value} 元`,
    writeAxis: String,
  }

  test('the baseline is zero and what is not there is a gap', () => {
    expect(columnsOption(chart, { type: 12 })).toMatchObject({
      yAxis: { min: 0 },
      series: [{ data: [{ value: 10 }, { value: '-' }] }, { data: [{ value: '-' }, { value: 20 }] }],
    })
  })

  test('only the columns asked for have their figure', () => {
    const { series } = columnsOption(chart, { type: 12 })

    expect(series).toMatchObject([
      { data: [{ label: { show: false } }, { label: { show: false } }] },
      { data: [{ label: { show: false } }, { label: { show: true } }] },
    ])
  })

  test('a limit is drawn once, and stays in sight above lower columns', () => {
    const option = columnsOption({ ...chart, limit: { value: 100, label: '安排' } }, { type: 12 })

    expect(option).toMatchObject({ series: [{ markLine: { data: [{ yAxis: 100 }] } }, {}] })
    expect(JSON.stringify(option).match(/markLine/g)).toHaveLength(1)
    const { yAxis } = option as { readonly yAxis: { readonly max: (range: { readonly max: number }) => number } }
    expect(yAxis.max({ max: 20 })).toBeGreaterThan(100)
  })
})

describe('bars beside their names', () => {
  test('the first is on top and the scale begins at zero', () => {
    const rows = [
      { label: '甲', value: 3, text: '3 元' },
      { label: '乙', value: 1, text: '1 元' },
    ]

    expect(barsOption({ rows }, { type: 12 })).toMatchObject({
      xAxis: { min: 0, max: 3 },
      yAxis: { inverse: true, data: ['甲', '乙'] },
    })
  })

  test('no rows still make a picture, and more rows a taller one', () => {
    expect(barsOption({ rows: [] }, { type: 12 })).toMatchObject({ xAxis: { max: 1 } })
    expect(barsHeight(0, 12)).toBeGreaterThan(0)
    expect(barsHeight(9, 12)).toBeGreaterThan(barsHeight(3, 12))
  })
})
