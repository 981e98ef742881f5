/** Sheets filled in on paper: printed blank, entered twice, marked as paper for ever. */
import { createHash } from 'node:crypto'
import { createCanvas } from '@napi-rs/canvas'
import { unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import type { Judgement } from '#core/ledger/kinds.ts'
import { deskClient } from '#host/sample/play.ts'
import { openTestHost, refusalOf, smallRound } from '#test/room.ts'

const full: Judgement = { deduct: '0', reason: '', pins: [] }
/** What experts decide on the sample's first application; full marks there are 108.5 (round.test works it out). */
const judged = ['A1', 'B3', 'C1', 'C2', 'C3', 'C4', 'C5', 'E1'] as const
const judgements = {
  ...Object.fromEntries(judged.map((item) => [item, full])),
  C1: { deduct: '1.5', reason: '缺少过程记录（样例）', pins: [] },
}
const deductions = { ...Object.fromEntries(judged.map((item) => [item, '0'])), C1: '1.50' }

async function reading() {
  const room = openTestHost()
  const { round, packets, experts } = await smallRound(room, { activity: 'term-assessment', upTo: 'reading' })
  const place = { round, expert: experts[0], packet: packets[0] }
  return { room, place, others: { packets, experts } }
}
const entry = { first: '样例录入甲', judgements, second: { name: '样例录入乙', deductions }, scan: '扫描-03' }

/** The words of a Word file, without its markup. */
async function wordsOf(file: Blob): Promise<string> {
  const part = unzipSync(new Uint8Array(await file.arrayBuffer()))['word/document.xml']
  return new TextDecoder().decode(part).replace(/<[^>]+>/g, '')
}

describe('a paper sheet', () => {
  test('is handed in once two people have entered the same numbers, and is marked as paper', async () => {
    const { room, place } = await reading()
    const done = await room.desk.paperSheets.enter({ ...place, ...entry })
    // The state only: even whoever typed the sheet gets no total back.
    expect(done).toEqual({ packet: place.packet, no: 1, workshop: expect.any(String), state: 'submitted' })
    const own = await room.seat(place.round, place.expert).sheets.show(place)
    const paper = { first: '样例录入甲', second: '样例录入乙', scan: '扫描-03' }
    expect([own.total, own.paper, own.versions.map((version) => version.paper)]).toEqual(['107', paper, [paper]])
    const { entries } = await room.desk.ledger.list({ round: place.round })
    // Blind until closed, also for those who typed it in.
    expect(entries.at(-1)).toMatchObject({ kind: 'sheet.submitted', payload: null, by: { door: 'desk' } })
  })

  test('stays marked in its version when the expert changes it at the seat afterwards', async () => {
    const { room, place } = await reading()
    await room.desk.paperSheets.enter({ ...place, ...entry })
    const seat = room.seat(place.round, place.expert)
    await seat.sheets.reopen({ ...place, reason: '纸上写错了一项' })
    const again = await seat.sheets.submit({ ...place, judgements: { ...judgements, C1: full } })
    expect([again.total, again.paper, again.versions.map(({ paper }) => paper?.second ?? null)]).toEqual([
      '108.5',
      null,
      ['样例录入乙', null],
    ])
  })

  test('is refused when the two entries differ, and says on which items without saying the numbers', async () => {
    const { room, place } = await reading()
    const second = { name: '样例录入乙', deductions: { ...deductions, C1: '15', C2: '1' } }
    const [code, sentence] = await refusalOf(room.desk.paperSheets.enter({ ...place, ...entry, second }))
    expect(code).toBe('paper-differs')
    expect(sentence).toMatch(/C1 .+、C2 /)
    expect(sentence).not.toMatch(/1\.5|15/)
    const progress = await room.desk.progress.show({ round: place.round })
    expect(progress.counts.submitted).toBe(0)
  })

  test('needs two people, neither of them its expert', async () => {
    const { room, place } = await reading()
    const { members } = await room.desk.panel.show({ round: place.round })
    const expertName = members[0]?.name ?? ''
    for (const [first, second] of [
      ['样例录入甲', ' 样例录入甲'],
      [expertName, '样例录入乙'],
      ['样例录入甲', expertName],
      [' ', '样例录入乙'],
    ] as const) {
      const call = room.desk.paperSheets.enter({ ...place, ...entry, first, second: { name: second, deductions } })
      expect((await refusalOf(call))[0]).toBe('paper-needs-two')
    }
  })

  test('is the only way at the desk: a sheet in one call is refused at its door', async () => {
    const { room, place } = await reading()
    const call = deskClient(room.ctx).sheets.submit({ ...place, judgements })
    expect((await refusalOf(call))[0]).toBe('paper-needs-two')
    expect((await room.desk.progress.show({ round: place.round })).counts.submitted).toBe(0)
  })

  test('keeps its scan by hash, names it in the ledger, and shows it once scoring is closed', async () => {
    const { room, place, others } = await reading()
    const bytes = createCanvas(210, 297).toBuffer('image/png')
    const file = new File([new Uint8Array(bytes)], '第1席 1号.png', { type: 'image/png' })
    await room.desk.paperSheets.enter({ ...place, ...entry, file })
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    const named = { sha256, name: '第1席 1号.png', mime: 'image/png' }
    const own = await room.seat(place.round, place.expert).sheets.show(place)
    expect(own.paper?.file).toEqual(named)
    // The scan tells the marks: until scoring is closed it is nobody's.
    const scan = { round: place.round, file: sha256 }
    expect((await refusalOf(room.desk.paperSheets.scan(scan)))[0]).toBe('blind')
    for (const expert of others.experts) {
      for (const packet of others.packets) {
        if (expert === place.expert && packet === place.packet) continue
        const { items } = await room.desk.paperSheets.form({ round: place.round, expert, packet })
        const whole = Object.fromEntries(
          items.map(({ id, mustDeduct }) => [id, mustDeduct ? { deduct: '1', reason: '低于标准', pins: [] } : full]),
        )
        await room.desk.sheets.submit({ round: place.round, expert, packet, judgements: whole })
      }
    }
    await room.desk.stages.close({ round: place.round, stage: 'reading' })
    const kept = await room.desk.paperSheets.scan(scan)
    expect([kept.name, Buffer.from(await kept.arrayBuffer()).equals(bytes)]).toEqual([named.name, true])
    const { entries } = await room.desk.ledger.list({ round: place.round })
    const handedIn = entries.find(({ kind }) => kind === 'sheet.submitted')
    expect(handedIn?.payload).toMatchObject({ paper: { first: '样例录入甲', second: '样例录入乙', file: named } })
    const told = (await room.desk.ledger.page({ round: place.round, size: 200 })).rows.map(
      ({ sentence }) => sentence['zh-CN'],
    )
    expect(told.filter((one) => one.includes(`所附文件 第1席 1号.png，SHA-256：${sha256}`))).toHaveLength(1)
    const scores = await room.desk.scores.show({ round: place.round, packet: place.packet })
    expect(scores.seats.map((seat) => seat.scan)).toEqual([named, null, null, null, null])
  })

  test('takes no scan that is none', async () => {
    const { room, place } = await reading()
    const file = new File(['<svg/>'], '扫描.png', { type: 'image/png' })
    expect((await refusalOf(room.desk.paperSheets.enter({ ...place, ...entry, file })))[0]).toBe('bad-scan')
    expect((await room.desk.progress.show({ round: place.round })).counts.submitted).toBe(0)
  })

  test('obeys every rule of a sheet: complete, reasons, not twice, not for whom is recused', async () => {
    const { room, place, others } = await reading()
    const { C1: _, ...short } = judgements
    const { C1: __, ...shortAgain } = deductions
    const lacking = { ...entry, judgements: short, second: { ...entry.second, deductions: shortAgain } }
    expect((await refusalOf(room.desk.paperSheets.enter({ ...place, ...lacking })))[0]).toBe('sheet-incomplete')
    const bare = { ...entry, judgements: { ...judgements, C1: { ...judgements.C1, reason: ' ' } } }
    expect((await refusalOf(room.desk.paperSheets.enter({ ...place, ...bare })))[0]).toBe('deduction-needs-reason')
    await room.desk.paperSheets.enter({ ...place, ...entry })
    expect((await refusalOf(room.desk.paperSheets.enter({ ...place, ...entry })))[0]).toBe('sheet-submitted')
    const recused = { round: place.round, expert: others.experts[1], packet: place.packet }
    const conflicts = [{ packet: place.packet, kind: 'same-unit' as const, note: '' }]
    await room.desk.recusals.declare({
      round: place.round,
      expert: recused.expert,
      conflicts,
      reason: '到场后发现同单位',
    })
    expect((await refusalOf(room.desk.paperSheets.enter({ ...recused, ...entry })))[0]).toBe('recused')
    // Nor is there a blank sheet for that pair, while the others have theirs.
    const text = await wordsOf(await room.desk.paperSheets.print({ round: place.round }))
    expect(text.match(/专家签名/g)).toHaveLength(5 * 3 - 1)
  })
})

describe('a blank sheet', () => {
  test('shows every item, what the facts settle, and room for what the expert decides', async () => {
    const { room, place } = await reading()
    const file = await room.desk.paperSheets.print(place)
    expect(file.name).toBe('空白评分表.docx')
    const text = await wordsOf(file)
    expect(text).toContain('专家：第 1 席　评样一')
    // 15 of 20 for 7.5 of ten thousands, by the facts of the sample's first application; B1 is nobody's to judge.
    expect(text).toContain('由事实得出')
    expect(text.match(/由事实得出：/g)?.length).toBeGreaterThan(5)
    expect(text.match(/专家签名/g)).toHaveLength(1)
    const parts = unzipSync(new Uint8Array(await file.arrayBuffer()))
    expect(Object.keys(parts).filter((name) => name.endsWith('.png'))).toHaveLength(1)
  })
})

describe('the form to enter a sheet', () => {
  test('is found by its printed code, and shows nothing of a draft', async () => {
    const { room, place } = await reading()
    const seat = room.seat(place.round, place.expert)
    await seat.sheets.save({ ...place, judgements: { C1: { deduct: '2.25', reason: '草稿里的理由', pins: [] } } })
    const code = `JP-SHEET/${place.round}/${place.expert}/${place.packet}`
    const form = await room.desk.paperSheets.form({ round: place.round, code })
    expect(form).toMatchObject({ expert: place.expert, packet: place.packet, seat: 1, no: 1, state: 'draft' })
    expect(form.items.map(({ id }) => id)).toEqual([...judged])
    expect(JSON.stringify(form)).not.toMatch(/2\.25|草稿里的理由/)
    const stray = `JP-SHEET/round-9/${place.expert}/${place.packet}`
    expect((await refusalOf(room.desk.paperSheets.form({ round: place.round, code: stray })))[0]).toBe('unknown-paper')
  })
})
