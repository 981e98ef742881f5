/** The pictures of the workbook as data, and how they are drawn: the same data draw the same picture. */
import { readFile } from 'node:fs/promises'
import { type DistributionRow, distributionHeight, distributionOption } from './distribution.ts'
import { greyPng } from './grey-png.ts'
import { type IntervalRow, intervalsHeight, intervalsOption } from './intervals.ts'
import { family, width } from './look.ts'

export type Chart =
  | { readonly kind: 'distribution'; readonly rows: readonly DistributionRow[] }
  | { readonly kind: 'intervals'; readonly rows: readonly IntervalRow[] }

const density = 2

/** Width and height of a chart in CSS pixels. */
export function chartSize({ kind, rows }: Chart): { width: number; height: number } {
  return { width, height: kind === 'distribution' ? distributionHeight(rows.length) : intervalsHeight(rows.length) }
}

/** Draws to a PNG, twice as dense as {@link chartSize} says. `fontPath` is a font with Chinese characters. */
export async function drawChart(chart: Chart, fontPath: string): Promise<Buffer> {
  const [
    { createCanvas, GlobalFonts },
    echarts,
    { BoxplotChart, ScatterChart },
    { GridComponent, LegendComponent },
    { CanvasRenderer },
  ] = await Promise.all([
    import('@napi-rs/canvas'),
    import('echarts/core'),
    import('echarts/charts'),
    import('echarts/components'),
    import('echarts/renderers'),
  ])
  // Read here, not by the drawing library: inside Electron's archive only Node's own functions find the file.
  if (!GlobalFonts.has(family) && !GlobalFonts.register(await readFile(fontPath), family)) {
    throw new Error(`the font ${fontPath} cannot be read`)
  }
  echarts.use([BoxplotChart, ScatterChart, GridComponent, LegendComponent, CanvasRenderer])
  // ECharts measures its texts on a canvas of its own.
  echarts.setPlatformAPI({ createCanvas: () => createCanvas(32, 32) as unknown as HTMLCanvasElement })
  const size = chartSize(chart)
  const canvas = createCanvas(size.width * density, size.height * density)
  const drawn = echarts.init(canvas as unknown as HTMLCanvasElement, null, {
    renderer: 'canvas',
    devicePixelRatio: density,
    ...size,
  })
  try {
    drawn.setOption(chart.kind === 'distribution' ? distributionOption(chart.rows) : intervalsOption(chart.rows))
    return await greyPng(canvas.data(), { width: canvas.width, height: canvas.height })
  } finally {
    // Its clock would keep the process alive.
    drawn.dispose()
    // Its pixels are no part of the heap: a hundred charts would fill the memory before anything is collected.
    canvas.width = 1
    canvas.height = 1
  }
}
