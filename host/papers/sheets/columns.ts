/** Widths of a sheet's columns, and how tables of other proportions lie on them. */

/** Gives the free room of the page to the columns that grow. What is too wide stays so; the page is then scaled. */
export function fitColumns(columns: readonly { least: number; grow?: number }[], room: number): number[] {
  const least = columns.reduce((total, column) => total + column.least, 0)
  const shares = columns.reduce((total, column) => total + (column.grow ?? 0), 0)
  // A hair less than the page: rounding to pixels must not push the last column off it.
  const free = Math.max(0, room * 0.985 - least)
  return columns.map(({ least, grow = 0 }) => least + (shares === 0 ? 0 : (free * grow) / shares))
}

/**
 * How many grid columns each column of a table takes. Of all ways to lay it on the grid the one is taken whose widths
 * are, in proportion, least wrong.
 */
export function fitSpans(grid: readonly number[], wanted: readonly number[]): number[] {
  if (wanted.length > grid.length)
    throw new RangeError(`a table of ${wanted.length} columns on a grid of ${grid.length}`)
  const edges = edgesOf(grid)
  const ratio = (edges.at(-1) ?? 0) / wanted.reduce((sum, width) => sum + width, 0)
  // best[edge]: the best way to end the columns so far at that edge.
  let best = new Map<number, { wrong: number; spans: number[] }>([[0, { wrong: 0, spans: [] }]])
  for (const width of wanted) {
    const next: typeof best = new Map()
    for (const [from, { wrong, spans }] of best) {
      for (let to = from + 1; to <= grid.length; to += 1) {
        const total = wrong + misfit((edges[to] ?? 0) - (edges[from] ?? 0), width * ratio)
        if (total < (next.get(to)?.wrong ?? Number.POSITIVE_INFINITY))
          next.set(to, { wrong: total, spans: [...spans, to - from] })
      }
    }
    best = next
  }
  return best.get(grid.length)?.spans ?? []
}

/** Too narrow is worse than too wide: it breaks words and numbers. */
function misfit(given: number, wanted: number): number {
  const share = Math.log(given / wanted)
  return share < 0 ? 4 * share * share : share * share
}

function edgesOf(grid: readonly number[]): number[] {
  const edges = [0]
  for (const width of grid) edges.push((edges.at(-1) ?? 0) + width)
  return edges
}

/** "A" for 1, "AB" for 28. */
export function letters(column: number): string {
  const before = Math.floor((column - 1) / 26)
  const last = String.fromCharCode(65 + ((column - 1) % 26))
  return before === 0 ? last : letters(before) + last
}
