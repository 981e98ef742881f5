// What arrives in an office: several applicants in one folder, newer versions, the same again, a stick pulled, a disk full.
import { execFileSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { annexParts, annexValues, wordForm } from '#test/helpers/forms.ts'
import { openTestHost, refusalOf, scratchFolder } from '#test/room.ts'

const folder = scratchFolder()
const at = (...names: string[]) => path.join(folder, ...names)

async function formOf(given: Partial<Record<keyof typeof annexValues, string>> = {}): Promise<Buffer> {
  const parts = annexParts((words) => words, { ...annexValues, ...given } as typeof annexValues)
  const { name, unit, place, education, post, address } = parts
  return wordForm(parts.cover, [
    [name, unit, place, education, post, address, ...parts.members, ...parts.awards, ...parts.texts],
  ])
}

/** A second person; the sum of the standard's example is two digits of weight 4 and 2 further. */
const second = {
  leader_name: '样例乙',
  leader_id_number: '110105194912310046',
  leader_sex: '女',
  cover_unit: '样例化工厂',
  cover_workshop: '样例乙焊工技能大师工作室',
}

function put(name: string, body: Buffer | string): string {
  mkdirSync(path.dirname(at(name)), { recursive: true })
  writeFileSync(at(name), body)
  return at(name)
}

async function freshRound(desk: ReturnType<typeof openTestHost>['desk']) {
  const made = { title: '期满考核', organiser: '某局', scheme: 'urumqi-2023', activity: 'term-assessment' }
  return (await desk.rounds.create(made)).round
}

let first: Buffer
let other: Buffer
beforeAll(async () => {
  first = await formOf()
  other = await formOf(second)
})

describe('several applicants in one folder', () => {
  const { desk } = openTestHost()
  let round: string
  beforeAll(async () => {
    round = await freshRound(desk)
    put('县局/甲/申报表.docx', first)
    put('县局/甲/照片/现场.txt', '甲')
    put('县局/乙/材料/申报表.docx', other)
    put('县局/乙/证明.txt', '乙')
    put('县局/样例乙身份证.txt', '乙的身份证')
    put('县局/汇总表.txt', '县')
  })

  test('are told apart and shown, and nothing comes in before a person confirms', async () => {
    const answer = await desk.packets.import({ round, paths: [at('县局')] })
    expect(answer.imported).toEqual([])
    expect(answer.refused).toMatchObject([
      {
        code: 'several-applicants',
        message: '“县局”里有 2 份申报（样例化工厂 样例乙、测试重型机床厂 样例甲），请核对怎样分开后再导入。',
      },
    ])
    expect(answer.toConfirm).toEqual([
      {
        path: at('县局'),
        source: '县局',
        applicants: [
          { unit: '样例化工厂', leader: '样例乙', files: ['乙/材料/申报表.docx', '乙/证明.txt', '样例乙身份证.txt'] },
          { unit: '测试重型机床厂', leader: '样例甲', files: ['甲/照片/现场.txt', '甲/申报表.docx'] },
        ],
        left: ['汇总表.txt'],
      },
    ])
    expect(await desk.packets.list({ round })).toEqual([])
  })

  test('come in as confirmed; what belongs to nobody is listed, not lost silently', async () => {
    const apart = {
      [at('县局')]: [
        { files: ['乙/材料/申报表.docx', '乙/证明.txt'] },
        { files: ['甲/照片/现场.txt', '甲/申报表.docx', '样例乙身份证.txt'] },
      ],
    }
    const { imported, toConfirm } = await desk.packets.import({ round, paths: [at('县局')], apart })
    expect(toConfirm).toEqual([])
    expect(imported.map(({ source, files, warnings }) => [source, files.length, warnings])).toEqual([
      ['县局〔样例乙〕', 2, ['“县局”里有 1 个文件不属于哪份申报，没有收入：汇总表.txt。']],
      ['县局〔样例甲〕', 3, []],
    ])
    const { skipped } = await desk.packets.show({ round, packet: imported[0]?.packet ?? '' })
    expect(skipped).toEqual(['汇总表.txt'])
  })

  test('a group that names a file which is not there is refused', async () => {
    const apart = { [at('县局')]: [{ files: ['丙.docx'] }, { files: ['甲/申报表.docx'] }] }
    const { refused } = await desk.packets.import({ round, paths: [at('县局')], apart })
    expect(refused.map(({ code }) => code)).toEqual(['bad-input'])
  })

  test('archives in the folder are applicants too', async () => {
    const fresh = await freshRound(desk)
    put('压缩/一/申报表.docx', first)
    put('压缩/二/申报表.docx', other)
    for (const name of ['一', '二']) execFileSync('zip', ['-q', '-r', `../${name}.zip`, '.'], { cwd: at('压缩', name) })
    for (const name of ['一', '二']) rmSync(at('压缩', name), { recursive: true })
    const { imported } = await desk.packets.import({ round: fresh, paths: [at('压缩')], apart: 'proposed' })
    expect(imported.map(({ files }) => files.map(({ name }) => name))).toEqual([
      ['一.zip/申报表.docx'],
      ['二.zip/申报表.docx'],
    ])
  })
})

describe('the same packet again', () => {
  const { desk } = openTestHost()
  let round: string
  beforeAll(async () => {
    round = await freshRound(desk)
    put('一版/申报表.docx', first)
    put('一版/证明.txt', '旧')
  })

  test('changes nothing when it is the same, and supersedes when it is newer: both are kept', async () => {
    const { imported } = await desk.packets.import({ round, paths: [at('一版')] })
    const packet = imported[0]?.packet ?? ''
    const before = await desk.packets.show({ round, packet })
    expect((await desk.packets.import({ round, paths: [at('一版')] })).refused.map(({ code }) => code)).toEqual([
      'already-imported',
    ])
    expect(await desk.packets.show({ round, packet })).toEqual(before)
    await desk.packets.check({ round, packet, outcome: 'accepted' })

    put('二版/申报表.docx', await formOf({ workshop_area: '120㎡' }))
    put('二版/证明.txt', '新')
    const again = await desk.packets.import({ round, paths: [at('二版')] })
    expect(again.imported).toMatchObject([
      { packet, version: 2, warnings: ['这是申报 1 的新版本（第 2 版），已替换旧版，旧版保留可查。'] },
    ])
    const after = await desk.packets.show({ round, packet })
    expect(after).toMatchObject({ no: 1, state: 'unchecked', source: '二版' })
    expect(after.fields.find(({ id }) => id === 'workshop_area')?.value).toBe('120㎡')
    expect(after.versions.map(({ version, source, files }) => [version, source, files.length])).toEqual([
      [1, '一版', 2],
      [2, '二版', 2],
    ])
    // a file of the older version can still be opened
    const old = after.versions[0]?.files.find(({ name }) => name === '证明.txt')?.sha256 ?? ''
    expect(await (await desk.files.read({ round, packet, sha256: old })).text()).toBe('旧')
    // and the older version, dropped once more, does not push out the newer
    expect((await desk.packets.import({ round, paths: [at('一版')] })).refused.map(({ code }) => code)).toEqual([
      'already-imported',
    ])
  })

  test('the same file in another application is flagged on both', async () => {
    put('另/申报表.docx', other)
    put('另/证明.txt', '新')
    const { imported } = await desk.packets.import({ round, paths: [at('另')] })
    expect(imported[0]?.warnings).toEqual(['“证明.txt”与申报 1 里的一份文件内容完全相同，请核对是否放错。'])
    const rows = await desk.packets.list({ round })
    const [mine, theirs] = await Promise.all(rows.map(({ packet }) => desk.packets.show({ round, packet })))
    const also = (view: typeof mine) => view?.fileList.find(({ name }) => name === '证明.txt')?.alsoIn
    expect([also(mine), also(theirs)]).toEqual([[2], [1]])
  })

  test('every import is on record with what it refused', async () => {
    put('空的/Thumbs.db', 'x')
    await desk.packets.import({ round, paths: [at('空的'), at('不存在')] })
    const [report] = await desk.packets.imports({ round })
    expect(report).toMatchObject({
      cancelled: false,
      imported: [],
      refused: [
        { source: '空的', code: 'empty-source' },
        { source: '不存在', code: 'not-found' },
      ],
    })
    expect((await desk.ledger.verify({ round })).ok).toBe(true)
  })
})

describe('an import that does not come to its end', () => {
  test('cancelled: what came in stays, the rest is named, the next import goes on', async () => {
    const { desk, host } = openTestHost()
    const round = await freshRound(desk)
    const paths = await Promise.all(
      Array.from({ length: 6 }, async (_, no) => {
        put(
          `批/${no}/申报表.docx`,
          await formOf({ leader_name: `样例${no}`, leader_id_number: '', cover_workshop: `工作室${no}` }),
        )
        return at('批', String(no))
      }),
    )
    const running = desk.packets.import({ round, paths })
    const stop = host.onChange(({ topics }) => {
      if (topics.includes('import')) void desk.packets.cancel({ round })
    })
    expect((await refusalOf(desk.packets.import({ round, paths })))[0]).toBe('import-running')
    expect(await desk.packets.importing({ round })).toMatchObject({ sources: { done: 0, of: 6 } })
    const { imported, refused } = await running
    stop()
    expect(imported.length).toBeGreaterThan(0)
    expect(imported.length + refused.length).toBe(6)
    expect(new Set(refused.map(({ code }) => code))).toEqual(new Set(['import-cancelled']))
    expect(await desk.packets.importing({ round })).toBeNull()
    const again = await desk.packets.import({ round, paths })
    expect(again.imported.length).toBe(6 - imported.length)
    expect(again.refused.map(({ code }) => code)).toEqual(Array(imported.length).fill('already-imported'))
  })
})
