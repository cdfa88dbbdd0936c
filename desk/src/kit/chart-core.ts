import { BarChart, type BarSeriesOption } from 'echarts/charts'
import {
  GridComponent,
  type GridComponentOption,
  MarkLineComponent,
  type MarkLineComponentOption,
  TooltipComponent,
  type TooltipComponentOption,
} from 'echarts/components'
import { type ComposeOption, type ECharts, init, use } from 'echarts/core'
import { CanvasRenderer } from 'echarts/renderers'

/** What a chart of the desk may be made of: bars on a grid, with a line across. */
export type ChartOption = ComposeOption<
  BarSeriesOption | GridComponentOption | MarkLineComponentOption | TooltipComponentOption
>

/** Draws into an element, and follows its size. Fetched with the first chart: it is half as large as the rest of the desk. */
export function drawChart(place: HTMLElement, option: ChartOption): ECharts {
  use([BarChart, GridComponent, MarkLineComponent, TooltipComponent, CanvasRenderer])
  const chart = init(place, null, { renderer: 'canvas' })
  chart.setOption(option)
  return chart
}
