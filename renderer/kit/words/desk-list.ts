/** Words of the final list. */
import { text } from '#core/lang.ts'
import type { Dictionary } from './words.ts'

export const listWords = {
  title: text('最终建议名单', 'Final list'),
  lead: text(
    '左边是评分顺序，填入经评议确定的位次；不列入的清空位次。与评分顺序不一致的，要写明理由。',
    'The score order on the left; enter the place on the list, or clear it. Every departure from the order needs its reason.',
  ),
  locked: text('只有在“评议”阶段才能提出名单。', 'The list is settled in the stage of deliberation only.'),
  settled: text('已提出', 'Settled'),
  open: text('未提出', 'Not yet'),
  rank: text('评分名次', 'By score'),
  tied: text('并列', 'Level'),
  before: (rank: number | null, score: string | null) =>
    text(`复核前 ${score ?? '–'}，第 ${rank ?? '–'} 名`, `before the re-check ${score ?? '–'}, rank ${rank ?? '–'}`),
  application: text('申报', 'Application'),
  score: text('采用分', 'Score'),
  place: text('名单位次', 'Place'),
  placeOf: (name: string) => text(`${name} 的位次`, `Place of ${name}`),
  off: text('不列入', 'not listed'),
  reason: text('与评分顺序不一致的理由', 'Reason for departing from the order'),
  reasonOf: (name: string) => text(`${name} 的理由`, `Reason for ${name}`),
  reasonExample: text('例：现场复核发现主要设备未到位', 'e.g. main equipment was not in place at the re-check'),
  departs: text('不一致', 'departs'),
  count: (listed: number, departures: number) =>
    text(
      `列入 ${listed} 项，与评分顺序不一致 ${departures} 项`,
      `${listed} listed, ${departures} depart from the order`,
    ),
  placesWrong: text('位次要从 1 起连续、不重复', 'Places run from 1 without gap or repetition'),
  reasonsMissing: (count: number) => text(`还有 ${count} 项没有写理由`, `${count} without a reason`),
  settle: text('提出最终建议名单', 'Settle the final list'),
  settleAgain: text('更改最终建议名单', 'Change the final list'),
  settleAsk: text('提出这份最终建议名单？', 'Settle this final list?'),
  settleMeans: text(
    '名单和理由记入台账并印在文书上。本阶段结束前可以更改，原来的仍留在台账里。',
    'List and reasons go into the ledger and onto the papers. Until this stage closes they can be changed; the earlier list stays in the ledger.',
  ),
  listed: text('列入名单', 'On the list'),
  left: text('未列入', 'Left out'),
  departing: text('与评分顺序不一致', 'Departing from the score order'),
} as const satisfies Dictionary
