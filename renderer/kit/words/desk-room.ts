/** Words of the desk for the day in the room: reading, visits, deliberation, vote. */
import { text } from '#core/lang.ts'
import type { Dictionary } from './words.ts'

export const readingWords = {
  title: text('进度', 'Progress'),
  blind: text(
    '只显示状态，不显示分数：结束评分前任何人看不到分数',
    'States only: nobody sees a mark before scoring is closed',
  ),
  blindOpinions: text('只显示状态，不显示意见内容', 'States only, not what was written'),
  emptyTitle: text('还没有可以审阅的申报', 'Nothing to read yet'),
  emptyHint: text(
    '形式审查通过、专家组确定后，这里显示每席的进度。',
    "Once applications are accepted and the panel is set, each seat's progress shows here.",
  ),
  seat: (no: number) => text(`席${no}`, `Seat ${no}`),
  neverHeard: text('没有联系过', 'never heard'),
  invalid: (count: number) => text(`${count}，人数不符`, `${count}, not valid`),
  returnHint: text(
    '点“已提交”的方块可以把评分表退回本人修改。',
    'Click a "submitted" square to return that sheet to its expert.',
  ),
  returnAct: text('退回修改', 'Return'),
  returnTitle: (seat: number, who: string, name: string) =>
    text(`退回第 ${seat} 席 ${who} 对“${name}”的评分表？`, `Return the sheet of seat ${seat}, ${who}, on "${name}"?`),
  returnMeans: text(
    '本人可以修改后重新提交。原来提交的内容留在台账里。',
    'The expert may change and submit it again. What was submitted stays in the ledger.',
  ),
  returnExample: text('例：本人申请更正 B3 的扣分', 'e.g. the expert asked to correct B3'),
} as const satisfies Dictionary

export const visitWords = {
  locked: text('只有在“现场考察”阶段才能填写考察记录。', 'Visits are recorded in the stage "Site visit" only.'),
  count: (done: number, of: number) => text(`已记录 ${done} 份，共 ${of} 份`, `${done} of ${of} recorded`),
  recorded: text('已记录', 'Recorded'),
  notRecorded: text('未记录', 'Not yet'),
  emptyTitle: text('没有通过审查的申报', 'No accepted applications'),
  emptyHint: text('形式审查通过的申报会列在这里。', 'Applications that passed the check are listed here.'),
  savedAt: (when: string) => text(`记录于 ${when}`, `recorded ${when}`),
  date: text('考察日期', 'Date'),
  place: text('地点', 'Place'),
  present: text('参加人员', 'Present'),
  presentHint: text('选专家，也可直接输入其他人的姓名后回车', 'Choose experts, or type other names and press Enter'),
  findings: text('现场所见与申报不同的事实', 'Facts seen differently from the claim'),
  addFinding: text('添加一项事实', 'Add a fact'),
  claimed: (value: string) => text(`申报：${value}`, `Claimed: ${value}`),
  notClaimed: text('未登记', 'not entered'),
  seen: (name: string) => text(`现场所见 ${name}`, `Seen: ${name}`),
  findingUnfinished: text('所见的事实还没填完整', 'A finding is not complete'),
  measureUnfinished: text(
    '有测量没填完整：要有项目和数字',
    'A measurement is not complete: it needs a name and a number',
  ),
  opinion: text('考察意见', 'Opinion'),
  save: text('保存考察记录', 'Save the visit'),
  savedFor: (name: string) => text(`已保存：${name}`, `Saved: ${name}`),
  saveAgain: text('保存更改', 'Save the changes'),
  underWay: text('考察中', 'Under way'),
  addPhotos: text('添加照片', 'Add photos'),
  view: text('显示', 'Show'),
  records: text('考察记录', 'Records'),
  plan: text('考察计划', 'Plan'),
  planHint: text(
    '按路线先后排列。计划定下后，各席平板上就能看到自己的考察。',
    'In the order of the route. Once settled, every seat sees its own visits.',
  ),
  planNone: text('还没有定计划', 'No plan yet'),
  planChanged: text('有改动，未定', 'Changed, not settled'),
  planKept: text('计划草稿已保存', 'Draft of the plan kept'),
  planSettled: (count: number) => text(`计划已定，${count} 站`, `Settled, ${count} ${count === 1 ? 'stop' : 'stops'}`),
  addAll: (count: number) => text(`把 ${count} 家都排上`, `Add all ${count}`),
  addStop: text('添加一站', 'Add a stop'),
  keepPlan: text('保存草稿', 'Keep the draft'),
  settle: text('定下计划', 'Settle the plan'),
  settleWhat: (count: number) =>
    text(
      `共 ${count} 站。定下后写入台账，考察组成员的平板上马上能看到。`,
      `${count} ${count === 1 ? 'stop' : 'stops'}. It goes into the ledger, and the teams see it at once.`,
    ),
  recused: (name: string) => text(`${name}（回避）`, `${name} (recused)`),
  earlier: (name: string) => text(`提前 ${name}`, `Earlier: ${name}`),
  later: (name: string) => text(`推后 ${name}`, `Later: ${name}`),
  time: text('时间', 'Time'),
  team: text('考察组', 'Team'),
  lead: text('带队人', 'Leader'),
  recorder: text('记录人', 'Recorder'),
  planned: (stop: number, day: string, place: string) =>
    text(`计划第 ${stop} 站　${day}　${place}`, `Stop ${stop} of the plan · ${day} · ${place}`),
  devices: text('各席设备上的考察内容', 'What the devices have'),
  device: text('席位', 'Seat'),
  deviceState: text('状态', 'State'),
  states: {
    carried: text('已带出', 'Taken along'),
    draft: text('草稿', 'Draft'),
    'handed-in': text('已交回', 'Handed in'),
  },
  photos: text('照片', 'Photos'),
  arrived: (here: number, of: number) => text(`已到 ${here} / ${of}`, `${here} of ${of}`),
  missing: text('缺', 'Missing'),
  complete: text('不缺', 'none'),
  lack: (count: number) => text(`缺 ${count} 张`, `${count} missing`),
  lackAll: (count: number) =>
    text(
      `缺 ${count} 张照片，全部传到后才能定稿。`,
      `${count} photos have not arrived; the record cannot be final yet.`,
    ),
  gaps: (names: string) => text(`空号 ${names}`, `unused numbers ${names}`),
  lastHeard: text('最近传来', 'Last heard'),
  follows: text('事实更正后的得分', 'Points after the changed facts'),
  follow: (item: string, before: string, after: string, max: string) =>
    text(`${item}：${before} → ${after}（满分 ${max}）`, `${item}: ${before} → ${after} (of ${max})`),
  expertDecides: text('由专家评', 'experts decide'),
  measured: text('测量：', 'Measured: '),
  measure: (name: string, value: string, claimed: string, note: string) =>
    text(
      `${name} ${value}${claimed === '' ? '' : `，申报 ${claimed}`}${note === '' ? '' : `（${note}）`}`,
      `${name} ${value}${claimed === '' ? '' : `, claimed ${claimed}`}${note === '' ? '' : ` (${note})`}`,
    ),
  struck: text('划去的编号：', 'Struck numbers: '),
  signatures: text('签署：', 'Signed: '),
  dissenting: (name: string, what: string) => text(`${name}（保留意见：${what}）`, `${name} (dissent: ${what})`),
  unsigned: (names: string) => text(`未签：${names}`, `not yet: ${names}`),
  openPhoto: (name: string) => text(`看照片 ${name}`, `Open photo ${name}`),
  photoTaken: (camera: string | null, device: string, ahead: number | null) => {
    const clock =
      ahead === null || Math.abs(ahead) < 60 ? ['', ''] : [`（设备钟快 ${ahead} 秒）`, ` (clock ${ahead} s ahead)`]
    return text(
      `相机时间 ${camera ?? '未写'}　存入设备 ${device}${clock[0]}`,
      `Camera ${camera ?? 'says nothing'} · taken in ${device}${clock[1]}`,
    )
  },
  photoSize: (width: number, height: number, turn: number) =>
    text(
      `${width}×${height} 像素${turn === 0 ? '' : `，须顺时针转 ${turn}°`}`,
      `${width}×${height} pixels${turn === 0 ? '' : `, held turned by ${turn}°`}`,
    ),
  photoShrunk: (width: number, height: number) =>
    text(`由原图 ${width}×${height} 缩小`, `made smaller from ${width}×${height}`),
} as const satisfies Dictionary

export const minutesWords = {
  locked: text('只有在“集中评议”阶段才能填写评议记录。', 'Minutes are written in the stage "Deliberation" only.'),
  text: text('评议记录', 'Minutes'),
  example: text('讨论的主要问题、形成的意见', 'Main points discussed and the view reached'),
  speakers: {
    title: text('发言', 'Who spoke'),
    add: text('添加发言', 'Add a speaker'),
    who: (no: number) => text(`发言 ${no} 的专家`, `Expert who spoke, ${no}`),
    text: (no: number) => text(`发言 ${no} 的内容`, `What was said, ${no}`),
    drop: (no: number) => text(`移除发言 ${no}`, `Remove speaker ${no}`),
    example: text('发言要点', 'in brief'),
  },
  motions: {
    title: text('动议', 'Motions'),
    add: text('添加动议', 'Add a motion'),
    by: (no: number) => text(`动议 ${no} 的提出人`, `Mover of motion ${no}`),
    byWhom: text('提出人', 'Moved by'),
    text: (no: number) => text(`动议 ${no} 的内容`, `Text of motion ${no}`),
    outcome: (no: number) => text(`动议 ${no} 的结果`, `Outcome of motion ${no}`),
    drop: (no: number) => text(`移除动议 ${no}`, `Remove motion ${no}`),
    example: text('例：请现场组补测场地面积', 'e.g. measure the floor again'),
    outcomeExample: text('结果，例：无异议', 'Outcome, e.g. no objection'),
  },
  dissents: {
    title: text('不同意见（照本人原话）', "Dissents, in the member's own words"),
    add: text('添加不同意见', 'Add a dissent'),
    who: (no: number) => text(`不同意见 ${no} 的专家`, `Expert of dissent ${no}`),
    text: (no: number) => text(`不同意见 ${no} 的内容`, `Text of dissent ${no}`),
    drop: (no: number) => text(`移除不同意见 ${no}`, `Remove dissent ${no}`),
    example: text('照本人原话记录', 'word for word'),
  },
  wasPresent: (names: string) => text(`在场：${names}`, `Present: ${names}`),
  who: text('专家', 'Expert'),
  save: text('保存评议记录', 'Save the minutes'),
} as const satisfies Dictionary

export const scoresWords = {
  title: text('各席评分', 'Scores'),
  opinions: text('审阅意见', 'Opinions'),
  hint: text(
    '点分数看理由。标 ＊ 的与其余专家相差较大，只作提示，不作认定。',
    'Click a score for its reason. ＊ stands far from the others: a hint, not a finding.',
  ),
  item: text('考核细则', 'Item'),
  total: text('总分', 'Total'),
  mean: text('平均', 'Mean'),
  range: text('相差', 'Spread'),
  max: (max: string) => text(`${max} 分`, `of ${max}`),
  of: (points: string, max: string) => text(`${points} 分，满分 ${max} 分`, `${points} of ${max}`),
  noReason: text('没有扣分', 'Nothing deducted'),
  noOpinion: text('没有写意见', 'No opinion written'),
  pages: (count: number) => text(`钉了 ${count} 页`, `${count} pages pinned`),
  far: text('与其余专家相差较大', 'far from the others'),
  derived: (count: number) => text(`由事实得出的 ${count} 项（各席相同）`, `${count} items that follow from facts`),
  disputed: text('有争议的事实', 'Facts in dispute'),
  noDispute: text('没有', 'None'),
  fromVisit: text('现场所见', 'Seen on site'),
  fromDoubt: (name: string) => text(`${name}提出疑问`, `doubted by ${name}`),
  answered: (said: string) => text(`秘书处答复：${said}`, `Answer of the desk: ${said}`),
  line: (score: string, range: string) => text(`${score} 分，相差 ${range}`, `${score}, spread ${range}`),
  order: text('排列次序', 'Order'),
  orders: {
    number: text('按编号', 'By number'),
    score: text('按得分', 'By score'),
    spread: text('按分歧大小', 'By spread'),
  },
} as const satisfies Dictionary
