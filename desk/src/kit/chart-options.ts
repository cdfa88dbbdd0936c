import type { ChartOption } from './chart-core.ts'
import { colours, fonts } from './theme.ts'

/** How bars are told apart: by their depth, which survives a grey printer and eyes that see no red. */
export type ChartTone = 'full' | 'pale'

export interface ColumnSeries {
  readonly name: string
  readonly tone: ChartTone
  readonly values: readonly (number | null)[]
}

export interface ColumnsChart {
  /** Under the columns: 1月, 2月 … */
  readonly labels: readonly string[]
  /** On top of one another. */
  readonly series: readonly ColumnSeries[]
  /** A line across: the appropriation, the target. */
  readonly limit?: { readonly value: number; readonly label: string } | undefined
  /** Which columns have their figure above them. */
  readonly labelled: readonly number[]
  /** How a figure is written, with its unit. */
  readonly write: (value: number) => string
  /** How a figure stands at the axis, short. */
  readonly writeAxis: (value: number) => string
}

interface Look {
  /** In px, as the page's type is now. */
  readonly type: number
}

/** 柱形图 (columns over time) from a zero baseline. */
export function columnsOption(chart: ColumnsChart, { type }: Look): ChartOption {
  const { labels, series, limit, write, writeAxis } = chart
  const text = { fontFamily: fonts.sans, fontSize: type }
  return {
    animation: false,
    textStyle: text,
    // At the right is room for half of the last figure.
    grid: { left: 0, right: type * 3, top: type * 2, bottom: 0, containLabel: true },
    tooltip: {
      trigger: 'axis',
      axisPointer: { type: 'shadow' },
      renderMode: 'richText',
      formatter: (points) => hovered([points].flat(), write),
    },
    xAxis: {
      type: 'category',
      data: [...labels],
      axisTick: { show: false },
      axisLine: { lineStyle: { color: colours.lineStrong } },
      axisLabel: { ...text, color: colours.secondary },
    },
    yAxis: {
      type: 'value',
      min: 0,
      // The line across must be seen even while little has been spent.
      ...(limit === undefined ? {} : { max: (range: { max: number }) => Math.max(range.max, limit.value) * 1.08 }),
      splitNumber: 4,
      splitLine: { lineStyle: { color: colours.line } },
      axisLabel: { ...text, color: colours.secondary, showMaxLabel: limit === undefined, formatter: writeAxis },
    },
    series: series.map((one, at) => ({
      type: 'bar',
      name: one.name,
      stack: 'all',
      barMaxWidth: type * 3,
      data: one.values.map((value, place) => ({
        value: value ?? '-',
        label: { show: value !== null && value > 0 && chart.labelled.includes(place) },
      })),
      itemStyle: styleOf(one.tone),
      label: {
        ...text,
        position: 'top',
        color: colours.ink,
        backgroundColor: colours.surface,
        padding: [0, type / 4],
        formatter: ({ value }) => written(value, write),
      },
      ...(at === 0 && limit !== undefined ? { markLine: lineAcross(limit, text) } : {}),
    })),
  }
}

export interface BarsChart {
  /** The longest first. */
  readonly rows: readonly { readonly label: string; readonly value: number; readonly text: string }[]
}

/** 条形图 (bars beside their names), each with its figure at its end. */
export function barsOption({ rows }: BarsChart, { type }: Look): ChartOption {
  const text = { fontFamily: fonts.sans, fontSize: type }
  const most = Math.max(0, ...rows.map(({ value }) => value))
  return {
    animation: false,
    textStyle: text,
    // The figure of the longest bar stands at the right of the grid.
    grid: { left: 0, right: type * 10, top: 0, bottom: 0, containLabel: true },
    xAxis: { type: 'value', min: 0, max: most === 0 ? 1 : most, show: false },
    yAxis: {
      type: 'category',
      inverse: true,
      data: rows.map(({ label }) => label),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: colours.lineStrong } },
      axisLabel: { ...text, color: colours.ink, width: type * 10.5, overflow: 'break', interval: 0 },
    },
    series: [
      {
        type: 'bar',
        barMaxWidth: type * 1.6,
        itemStyle: styleOf('full'),
        data: rows.map(({ value }) => value),
        label: {
          ...text,
          show: true,
          position: 'right',
          color: colours.ink,
          formatter: ({ dataIndex }) => rows[dataIndex]?.text ?? '',
        },
      },
    ],
  }
}

/** How tall a chart of so many bars is, in px. */
export function barsHeight(count: number, type: number): number {
  return Math.max(count, 1) * type * 3
}

function styleOf(tone: ChartTone) {
  return tone === 'full'
    ? { color: colours.primary }
    : { color: colours.primaryLight, borderColor: colours.primaryEdge, borderWidth: 1 }
}

function lineAcross(limit: { readonly value: number; readonly label: string }, text: object) {
  return {
    silent: true,
    // Behind the bars, so that it crosses no figure.
    z: 1,
    symbol: 'none',
    lineStyle: { color: colours.ink, type: 'solid' as const, width: 1.5 },
    label: { ...text, position: 'insideStartTop' as const, color: colours.ink, formatter: limit.label },
    data: [{ yAxis: limit.value }],
  }
}

/** What the column under the pointer says; a series that has nothing there is not named. */
function hovered(
  points: readonly { readonly name: string; readonly seriesName?: string; readonly value: unknown }[],
  write: (value: number) => string,
): string {
  const [first] = points
  const says = points.flatMap(({ seriesName = '', value }) =>
    typeof value === 'number' ? [`${seriesName} ${write(value)}`] : [],
  )
  return [first?.name ?? '', ...says].join('\n')
}

function written(value: unknown, write: (value: number) => string): string {
  return typeof value === 'number' ? write(value) : ''
}
