/** In which ranks each application may stand when the panel is drawn anew: a bar for the interval, a diamond for its rank. */
import { family, ink } from './look.ts'

export type IntervalRow = { label: string; rank: number; low: number; high: number }

const pitch = 26

/** Height of the picture of so many rows, in CSS pixels. */
export function intervalsHeight(rows: number): number {
  return 96 + rows * pitch
}

/** What ECharts is to draw. */
export function intervalsOption(rows: readonly IntervalRow[]) {
  const font = { fontFamily: family, fontSize: 14, color: ink }
  const last = Math.max(2, ...rows.map(({ high }) => high))
  return {
    animation: false,
    backgroundColor: '#fff',
    textStyle: font,
    legend: {
      top: 6,
      itemGap: 28,
      itemWidth: 16,
      textStyle: font,
      data: [
        { name: '名次区间', icon: 'rect', itemStyle: { color: '#d9d9d9', borderColor: ink, borderWidth: 1 } },
        { name: '本次名次', icon: 'diamond', itemStyle: { color: ink } },
      ],
    },
    grid: { left: 250, right: 36, top: 44, bottom: 44 },
    xAxis: {
      type: 'value',
      min: 0,
      max: last + 1,
      minInterval: 1,
      name: '名次',
      nameLocation: 'middle',
      nameGap: 26,
      nameTextStyle: font,
      axisLabel: { ...font, formatter: (rank: number) => (rank < 1 || rank > last ? '' : String(rank)) },
      axisLine: { show: true, lineStyle: { color: ink } },
      splitLine: { lineStyle: { color: '#bbb', type: 'dashed' } },
    },
    yAxis: {
      type: 'category',
      inverse: true,
      data: rows.map(({ label }) => label),
      axisLabel: { ...font, interval: 0, width: 232, overflow: 'truncate' },
      axisLine: { lineStyle: { color: ink } },
      axisTick: { show: false },
    },
    series: [
      {
        name: '名次区间',
        type: 'boxplot',
        boxWidth: [8, 14],
        itemStyle: { color: '#d9d9d9', borderColor: ink, borderWidth: 1.2 },
        // A bar of a single rank would have no width at all.
        data: rows.map(({ low, high }) => [low - 0.2, low - 0.2, low - 0.2, high + 0.2, high + 0.2]),
      },
      {
        name: '本次名次',
        type: 'scatter',
        symbol: 'diamond',
        symbolSize: 12,
        itemStyle: { color: ink },
        z: 5,
        data: rows.map(({ rank }, at) => [rank, at]),
      },
    ],
  }
}
