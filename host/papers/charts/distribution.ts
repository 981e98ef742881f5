/** How the experts' totals lie for each application: box, range and every single mark, in black and white. */
import { family, ink } from './look.ts'

export type DistributionRow = {
  /** "1 样例工作室", shown beside its box. */
  label: string
  /** The totals given, as they are to be drawn. */
  totals: number[]
  /** The adopted aggregate; null while there is none. */
  adopted: number | null
}

/** Height of one application's band; low ones have room for one line of the name only. */
function pitch(rows: number): number {
  return rows > 14 ? 26 : 38
}

/** Height of the picture of so many rows, in CSS pixels. */
export function distributionHeight(rows: number): number {
  return 96 + rows * pitch(rows)
}

/** What ECharts is to draw. */
export function distributionOption(rows: readonly DistributionRow[]) {
  const [low, high] = boundsOf(rows)
  const font = { fontFamily: family, fontSize: 14, color: ink }
  const dots = rows.flatMap((row, at) => spread(row.totals).map(({ total, shift }) => [total, at, shift]))
  const adopted = rows.flatMap((row, at) => (row.adopted === null ? [] : [[row.adopted, at]]))
  return {
    animation: false,
    backgroundColor: '#fff',
    textStyle: font,
    legend: {
      top: 6,
      itemGap: 28,
      textStyle: font,
      itemWidth: 16,
      data: [
        {
          name: '四分位（箱）与最低、最高',
          icon: 'rect',
          itemStyle: { color: '#d9d9d9', borderColor: ink, borderWidth: 1 },
        },
        { name: '每位专家的总分', icon: 'circle', itemStyle: { color: '#fff', borderColor: ink, borderWidth: 1.5 } },
        { name: '采用分', icon: 'diamond', itemStyle: { color: ink } },
      ],
    },
    grid: { left: 250, right: 36, top: 44, bottom: 44 },
    xAxis: {
      type: 'value',
      min: low,
      max: high,
      name: '总分',
      nameLocation: 'middle',
      nameGap: 26,
      nameTextStyle: font,
      axisLabel: font,
      axisLine: { show: true, lineStyle: { color: ink } },
      splitLine: { lineStyle: { color: '#bbb', type: 'dashed' } },
    },
    yAxis: {
      type: 'category',
      inverse: true,
      data: rows.map((row) => row.label),
      axisLabel: {
        ...font,
        interval: 0,
        width: 232,
        lineHeight: 17,
        overflow: pitch(rows.length) < 34 ? 'truncate' : 'break',
      },
      axisLine: { lineStyle: { color: ink } },
      axisTick: { show: false },
    },
    series: [
      {
        name: '四分位（箱）与最低、最高',
        type: 'boxplot',
        boxWidth: [8, 18],
        itemStyle: { color: '#d9d9d9', borderColor: ink, borderWidth: 1.2 },
        data: rows.map((row) => quartiles(row.totals) ?? ['-', '-', '-', '-', '-']),
      },
      {
        name: '每位专家的总分',
        type: 'scatter',
        symbol: 'circle',
        symbolSize: 8,
        itemStyle: { color: 'rgba(255,255,255,0.9)', borderColor: ink, borderWidth: 1.4 },
        data: dots.map(([total, at, shift]) => ({ value: [total, at], symbolOffset: [0, shift] })),
      },
      {
        name: '采用分',
        type: 'scatter',
        symbol: 'diamond',
        symbolSize: 13,
        itemStyle: { color: ink },
        z: 5,
        data: adopted,
      },
    ],
  }
}

/** Whole fives around everything that is drawn. */
function boundsOf(rows: readonly DistributionRow[]): [number, number] {
  const all = rows.flatMap(({ totals, adopted }) => (adopted === null ? totals : [...totals, adopted]))
  if (all.length === 0) return [0, 100]
  const low = Math.floor((Math.min(...all) - 0.5) / 5) * 5
  return [Math.max(0, low), Math.ceil((Math.max(...all) + 0.5) / 5) * 5]
}

/** Equal marks would hide each other: they step aside, above and below in turn. */
function spread(totals: readonly number[]): { total: number; shift: number }[] {
  const seen = new Map<number, number>()
  return totals.map((total) => {
    const before = seen.get(total) ?? 0
    seen.set(total, before + 1)
    const step = Math.ceil(before / 2) * 6
    return { total, shift: before % 2 === 1 ? -step : step }
  })
}

/** Least, first quartile, median, third quartile, greatest, with linear interpolation; null for no totals. */
export function quartiles(totals: readonly number[]): [number, number, number, number, number] | null {
  const sorted = totals.toSorted((a, b) => a - b)
  const [least, greatest] = [sorted[0], sorted.at(-1)]
  if (least === undefined || greatest === undefined) return null
  const at = (share: number) => {
    const place = (sorted.length - 1) * share
    const below = sorted[Math.floor(place)] ?? least
    const above = sorted[Math.ceil(place)] ?? greatest
    return below + (above - below) * (place - Math.floor(place))
  }
  return [least, at(0.25), at(0.5), at(0.75), greatest]
}
