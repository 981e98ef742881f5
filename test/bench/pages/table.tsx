/** The desk's matrix with a thousand applications, timed in the browser, beside what it could be at best and at worst. */
import { useState } from 'react'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import type { ProgressView, SheetState } from '#host/api/shapes.ts'
import { Matrix } from '#renderer/desk/reading/matrix.tsx'

type Row = ProgressView['rows'][number]
export type TableFigures = { mount: number; update: number; scroll: number; scrollP95: number }

const states: SheetState[] = ['unseen', 'seen', 'draft', 'submitted']
const seatCount = 38

function viewOf(count: number): ProgressView {
  const seats = Array.from({ length: seatCount }, (_, at) => ({
    expert: `expert-${at}`,
    seat: at + 1,
    name: `评样${at + 1}`,
    joined: at % 2 === 0,
    lastHeard: null,
  }))
  const rows = Array.from({ length: count }, (_, at) => ({
    packet: `packet-${at}`,
    no: at + 1,
    workshop: `样例${at + 1}技能大师工作室`,
    unit: `样例单位${at + 1}`,
    states: seats.map((_, seat): SheetState => states[(at * 7_919 + seat * 104_729) % states.length] ?? 'unseen'),
    active: seatCount,
    valid: true,
  }))
  return { stage: 'reading', seats, rows, counts: { unseen: 0, seen: 0, draft: 0, submitted: 0, recused: 0 } }
}

const median = (values: number[]) => values.sort((one, other) => one - other)[values.length >> 1] ?? Number.NaN
/** When the next frame has been painted. */
const frame = () =>
  new Promise<void>((painted) =>
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => painted()
      port2.postMessage(null)
    }),
  )

function freshBox(): HTMLElement {
  document.body.replaceChildren()
  const box = document.createElement('div')
  box.style.cssText = 'width: 2700px'
  document.body.append(box)
  return box
}

async function repeated<T>(times: number, work: () => Promise<T>): Promise<T[]> {
  const results: T[] = []
  for (let time = 0; time < times; time += 1) {
    results.push(await work())
    await frame()
    await frame()
  }
  return results
}

/** The next state of one sheet in the row that is to change. */
function changed(rows: Row[], at: number): Row[] {
  return rows.map((row, index) =>
    index === at ? { ...row, states: row.states.map((state, seat) => (seat === 5 ? nextOf(state) : state)) } : row,
  )
}
const nextOf = (state: SheetState): SheetState => states[(states.indexOf(state) + 1) % states.length] ?? 'unseen'

type Shown = (props: { view: ProgressView }) => React.ReactNode
type SetRows = (change: (rows: Row[]) => Row[]) => void

function Screen({ shown, view, tell }: { shown: Shown; view: ProgressView; tell: (setRows: SetRows) => void }) {
  const [rows, setRows] = useState(view.rows)
  tell(setRows)
  return shown({ view: { ...view, rows } })
}

async function trial(
  shown: Shown,
  view: ProgressView,
  times: number,
  scrolling: (box: HTMLElement) => HTMLElement | null,
): Promise<TableFigures> {
  const updates: number[] = []
  const frames: number[] = []
  let setRows: SetRows = () => undefined
  const tell = (set: SetRows) => {
    setRows = set
  }
  const mounts = await repeated(times, async () => {
    const box = freshBox()
    const rooted = createRoot(box)
    const begun = performance.now()
    flushSync(() => rooted.render(<Screen shown={shown} view={view} tell={tell} />))
    box.getBoundingClientRect()
    const mount = performance.now() - begun
    await frame()
    for (let time = 0; time < 5; time += 1) {
      const before = performance.now()
      flushSync(() => setRows((rows) => changed(rows, 5)))
      box.getBoundingClientRect()
      updates.push(performance.now() - before)
    }
    const scrolled = scrolling(box)
    for (let step = 0; step < 40 && scrolled; step += 1) {
      const before = performance.now()
      scrolled.scrollTop = step * Math.min(397, (scrolled.scrollHeight - scrolled.clientHeight) / 40)
      await frame()
      frames.push(performance.now() - before)
    }
    rooted.unmount()
    return mount
  })
  frames.sort((one, other) => one - other)
  return {
    mount: median(mounts),
    update: median(updates),
    scroll: median(frames),
    scrollP95: frames[Math.floor(frames.length * 0.95)] ?? Number.NaN,
  }
}

const shipped = ({ view }: { view: ProgressView }) => <Matrix view={view} onReturn={ignore} />
const ignore = () => undefined

/** The screen as it ships. Also answers what stood in its rows at first, and after the last of them came in sight. */
export async function product(rows: number, times: number): Promise<TableFigures & { seen: string[] }> {
  const view = viewOf(rows)
  const figures = await trial(shipped, view, times, (box) => box.querySelector('section'))
  const box = freshBox()
  const rooted = createRoot(box)
  flushSync(() => rooted.render(shipped({ view })))
  const seen = [firstCell(box, 'first')]
  const scrolled = box.querySelector('section')
  if (scrolled) scrolled.scrollTop = scrolled.scrollHeight
  for (let wait = 0; wait < 5; wait += 1) await frame()
  seen.push(firstCell(box, 'last'))
  rooted.unmount()
  return { ...figures, seen }
}

function firstCell(box: HTMLElement, which: 'first' | 'last'): string {
  const lines = [...box.querySelectorAll('tbody tr:not([aria-hidden])')]
  return lines.at(which === 'first' ? 0 : -1)?.querySelector('td')?.textContent ?? ''
}

/** The least that the same picture can cost: the markup of what is in sight, handed to the browser in one piece. */
export async function markup(rows: number, times: number): Promise<{ mount: number }> {
  const made = freshBox()
  const rooted = createRoot(made)
  flushSync(() => rooted.render(shipped({ view: viewOf(rows) })))
  await frame()
  const html = made.innerHTML
  rooted.unmount()
  const mounts = await repeated(times, async () => {
    const box = freshBox()
    const begun = performance.now()
    box.innerHTML = html
    box.getBoundingClientRect()
    return performance.now() - begun
  })
  return { mount: median(mounts) }
}

const plainCell =
  '.c { height: 24px; border: 1px solid #ccc; min-width: 60px; max-width: 200px; white-space: nowrap; overflow: hidden; font: 12px sans-serif }'

/** The obvious way: every row of the table in the page, plain text in framed cells. */
export async function whole(rows: number, times: number): Promise<TableFigures> {
  const shown = ({ view }: { view: ProgressView }) => (
    <div style={{ height: 900, width: 1_600, overflow: 'auto' }}>
      <style>{plainCell}</style>
      <table style={{ borderCollapse: 'collapse' }}>
        <tbody>
          {view.rows.map((row) => (
            <tr key={row.packet}>
              <td className="c">
                {row.no} {row.workshop}
              </td>
              {row.states.map((state, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
                <td className="c" key={at}>
                  {state}
                </td>
              ))}
              <td className="c">{row.active}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
  return trial(shown, viewOf(rows), times, (box) => box.firstElementChild as HTMLElement)
}
