/** How this computer and its store are: what support asks first. Nothing here tells whose round it is. */
import { accessSync, constants, existsSync, readdirSync, readFileSync, statfsSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { type Text, text } from '#core/lang.ts'
import { checkChains } from '#core/ledger/entry.ts'
import { Refused } from '#core/refusal.ts'
import { pathOf } from '#db/packet-files.ts'
import { integrityOf } from '#db/queries/integrity.ts'
import { allEntries } from '#db/queries/ledger.ts'
import { allFiles } from '#db/queries/packets.ts'
import type { Diagnosis, Finding } from '../api/shapes.ts'
import { lanAddresses } from '../doors/addresses.ts'
import { findBrowser } from '../doors/find-browser.ts'
import { type Ctx, type Host, timestamp } from '../host.ts'
import { logFolder, traceOf } from '../log.ts'
import { findFont } from '../papers/fonts.ts'
import { version } from '../version.ts'

const gibibyte = 1024 ** 3
const well = (id: string, what: Text): Finding => ({ id, state: 'well', what, todo: null })
const warning = (id: string, what: Text, todo: Text): Finding => ({ id, state: 'warning', what, todo })
const bad = (id: string, what: Text, todo: Text): Finding => ({ id, state: 'bad', what, todo })

/** Looks at the program, the store and every round in it. Reads only; takes a second for each gigabyte or so. */
export function showDiagnosis({ host }: Ctx): Diagnosis {
  const findings = [
    ...folderFindings(host),
    ...host.store.rounds().flatMap(({ id }) => roundFindings(host, id)),
    partsFinding(),
    schemesFinding(host),
    browserFinding(),
    networkFinding(),
  ]
  return {
    at: timestamp(host),
    version,
    node: process.version,
    system: `${os.type()} ${os.release()} ${process.arch}, ${Math.round(os.totalmem() / gibibyte)} GiB`,
    well: findings.every(({ state }) => state !== 'bad'),
    findings,
  }
}

/** The diagnosis with the log's lines, as the one file that is sent to support. */
export function diagnosisFile(ctx: Ctx): File {
  const diagnosis = showDiagnosis(ctx)
  const folder = logFolder(ctx.host.store.folder)
  const log = existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith('jiangping.log'))
        .sort()
        .flatMap((name) => readFileSync(path.join(folder, name), 'utf8').trim().split('\n').slice(-1_000))
    : []
  const name = `jiangping-diagnosis-${diagnosis.at.slice(0, 10)}.json`
  return new File([JSON.stringify({ ...diagnosis, log }, null, 1)], name, { type: 'application/json' })
}

function folderFindings({ store }: Host): Finding[] {
  const findings: Finding[] = []
  try {
    accessSync(store.folder, constants.W_OK)
    findings.push(well('store', text('数据文件夹可以写入', 'The data folder can be written')))
  } catch {
    findings.push(
      bad(
        'store',
        text('数据文件夹不能写入', 'The data folder cannot be written'),
        text(
          '请检查文件夹权限，或磁盘是否被写保护。',
          "Check the folder's permissions and whether the disk is write-protected.",
        ),
      ),
    )
  }
  const { bavail, bsize } = statfsSync(store.folder)
  const free = (bavail * bsize) / gibibyte
  const what = text(`磁盘剩余 ${free.toFixed(1)} GB`, `${free.toFixed(1)} GB free on the disk`)
  const todo = text('请清理磁盘，至少留出 2 GB。', 'Make room: at least 2 GB.')
  findings.push(free < 0.2 ? bad('disk', what, todo) : free < 2 ? warning('disk', what, todo) : well('disk', what))
  return findings
}

/** One round: does its file hold, does its ledger hold, are its packet files there, is the clock behind its entries. */
function roundFindings(host: Host, round: string): Finding[] {
  const id = `round ${round}`
  try {
    const file = host.store.round(round)
    const damage = integrityOf(file)
    const restore = text('请从备份恢复这一轮评审。', 'Restore this round from a backup.')
    if (damage)
      return [
        bad(id, text(`评审文件损坏（${round}）：${damage}`, `The file of ${round} is damaged: ${damage}`), restore),
      ]
    const entries = allEntries(file)
    const [broken] = checkChains(entries)
    if (broken) {
      const place = `${broken.chain} ${broken.seq} (${broken.why})`
      return [bad(id, text(`台账不连续（${round}）：${place}`, `The ledger of ${round} is broken: ${place}`), restore)]
    }
    const kept = allFiles(file)
    const missing = kept.filter(({ sha256 }) => !existsSync(pathOf(host.store.folderOf(round), sha256))).length
    if (missing > 0) {
      const what = text(`材料文件缺 ${missing} 个（${round}）`, `${missing} packet files of ${round} are missing`)
      return [bad(id, what, restore)]
    }
    const last = entries.at(-1)?.at ?? ''
    if (last > timestamp(host)) {
      const what = text(`本机时钟早于台账最后一条（${round}）`, `The clock is behind the last entry of ${round}`)
      return [warning(id, what, text('请核对本机日期和时间。', 'Check the date and time of this computer.'))]
    }
    const sums = [entries.length, kept.length]
    return [
      well(
        id,
        text(
          `评审完好（${round}）：台账 ${sums[0]} 条，文件 ${sums[1]} 个`,
          `${round} is sound: ${sums[0]} entries, ${sums[1]} files`,
        ),
      ),
    ]
  } catch (error) {
    // The sentence of a refusal names a path, and a path often names a person: the code is enough.
    const why = error instanceof Refused ? error.refusal.code : traceOf(error).error
    const what = text(`评审打不开（${round}，${why}）`, `${round} cannot be opened (${why})`)
    return [bad(id, what, text('请从备份恢复这一轮评审。', 'Restore this round from a backup.'))]
  }
}

function partsFinding(): Finding {
  try {
    findFont()
    return well('font', text('中文字体齐全', 'The Chinese fonts are there'))
  } catch {
    return bad(
      'font',
      text('缺少随程序安装的中文字体', 'The Chinese fonts that come with the program are missing'),
      text('请重新安装匠评。', 'Install Jiangping again.'),
    )
  }
}

function schemesFinding({ schemes }: Host): Finding {
  return well('schemes', text(`已有方案 ${schemes.size} 个`, `Schemes: ${schemes.size}`))
}

function browserFinding(): Finding {
  if (process.versions.electron)
    return well(
      'window',
      text(`桌面窗口 Electron ${process.versions.electron}`, `Desktop window: Electron ${process.versions.electron}`),
    )
  if (findBrowser()) return well('window', text('本机有可用的浏览器', 'This computer has a browser for the window'))
  return warning(
    'window',
    text('没有找到 Chrome、Edge 或 Chromium', 'Neither Chrome, Edge nor Chromium was found'),
    text(
      '请安装其中之一，或用“jp serve”给出的地址在其他浏览器中打开。',
      'Install one of them, or open the address that "jp serve" prints.',
    ),
  )
}

function networkFinding(): Finding {
  const addresses = lanAddresses().length - 1
  if (addresses > 0)
    return well('network', text(`本机在 ${addresses} 个局域网上`, `Local networks of this computer: ${addresses}`))
  return warning(
    'network',
    text('本机没有接入局域网', 'This computer is on no local network'),
    text(
      '用平板评分前，请先连上路由器；只用本机或 U 盘时可以不管。',
      'Connect to the router before tablets are used; alone or with USB sticks it does not matter.',
    ),
  )
}
