/** Every application's marks on one line: each expert a dot, the adopted result a bar. Drawn as SVG, read out as words. */
import { ScatterChart } from 'echarts/charts'
import { AriaComponent, GridComponent, LegendComponent, TooltipComponent } from 'echarts/components'
import { type EChartsType, init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { useEffect, useRef } from 'react'
import type { RankingView } from '#host/api/shapes.ts'
import { useLook } from '../../kit/look.ts'
import { coloursOf, fontFamily, typeOf } from '../../kit/theme.ts'
import { useWords } from '../../kit/words/words.ts'

use([ScatterChart, GridComponent, TooltipComponent, LegendComponent, AriaComponent, SVGRenderer])

const rowPx = 34

export function ScoreChart({ result }: { result: RankingView }) {
  const { result: words } = useWords().desk
  const look = useLook()
  const box = useRef<HTMLDivElement>(null)
  const chart = useRef<EChartsType>(null)
  const height = result.rows.length * rowPx + 96

  useEffect(() => {
    if (box.current === null) return
    const drawn = init(box.current, null, { renderer: 'svg' })
    chart.current = drawn
    const watcher = new ResizeObserver(() => drawn.resize())
    watcher.observe(box.current)
    return () => {
      watcher.disconnect()
      drawn.dispose()
      chart.current = null
    }
  }, [])

  useEffect(() => {
    const hue = coloursOf(look)
    const type = { fontSize: typeOf(look) - 3, color: hue.ink, fontFamily }
    // The best stands on top; ECharts counts a category axis from below.
    const rows = [...result.rows].reverse()
    const dots = rows.flatMap((row, y) =>
      row.scores.flatMap(({ total }, at) =>
        total === null ? [] : [{ value: [Number(total), y], name: result.seats[at]?.name ?? '' }],
      ),
    )
    const adopted = rows.flatMap((row, y) =>
      row.shown === null ? [] : [{ value: [Number(row.shown), y], name: words.shown }],
    )
    chart.current?.setOption(
      {
        animation: false,
        aria: { enabled: true, label: { description: words.chartAria(result.rows.length, result.seats.length) } },
        textStyle: { fontFamily },
        legend: { top: 0, textStyle: type },
        tooltip: {
          formatter: ({ name, value }: { name: string; value: number[] }) => `${name} ${value[0]}`,
          textStyle: type,
        },
        grid: { left: 8, right: 24, top: 40, bottom: 8, containLabel: true },
        xAxis: { type: 'value', scale: true, axisLabel: type, splitLine: { lineStyle: { color: hue.line } } },
        yAxis: {
          type: 'category',
          data: rows.map((row) => `${row.no} ${row.workshop}`),
          axisLabel: { ...type, width: 280, overflow: 'truncate' },
          axisTick: { show: false },
          splitLine: { show: true, lineStyle: { color: hue.line } },
        },
        series: [
          {
            name: words.chartMarks,
            type: 'scatter',
            symbolSize: 12,
            itemStyle: { color: 'transparent', borderColor: hue.blue, borderWidth: 2 },
            data: dots,
          },
          {
            name: words.shown,
            type: 'scatter',
            symbol: 'rect',
            symbolSize: [5, 24],
            itemStyle: { color: hue.jade },
            data: adopted,
          },
        ],
      },
      true,
    )
    chart.current?.resize()
  }, [result, look, words])

  return <div ref={box} className="score-chart" style={{ height }} role="img" aria-label={words.chart} />
}
