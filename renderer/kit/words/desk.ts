/** Words of the secretariat's desk: the rounds, the frame around one, and its parts by name. */
import { text } from '#core/lang.ts'
import { devicesWords } from './desk-devices.ts'
import { drawWords, peopleWords } from './desk-draw.ts'
import { eligibilityWords } from './desk-eligibility.ts'
import { alternateWords, floorWords, reopenWords } from './desk-floor.ts'
import { deviceWords, helpWords, recoveryWords, tourWords } from './desk-help.ts'
import { intakeWords, packetWords } from './desk-intake.ts'
import { listWords } from './desk-list.ts'
import { openWords } from './desk-open.ts'
import { choicesWords, panelWords, recusalWords, seatsWords } from './desk-panel.ts'
import { ledgerWords, papersWords, publicationWords, resultWords } from './desk-result.ts'
import { minutesWords, readingWords, scoresWords, visitWords } from './desk-room.ts'
import { rubricWords } from './desk-rubric.ts'
import { schemesWords } from './desk-schemes.ts'
import { arrangeWords, doubtsWords, paperWords } from './desk-scoring.ts'
import { voteWords } from './desk-vote.ts'
import type { Dictionary } from './words.ts'

const rounds = {
  subtitle: text('技能大师工作室评审', 'Review panels for skill-master workshops'),
  firstTitle: text('先建一次评审', 'Begin with a round'),
  firstHint: text(
    '材料、评分、表决和结果都保存在这台电脑上，不用联网。',
    'Papers, marks, votes and results stay on this computer. No internet is needed.',
  ),
  list: text('评审', 'Rounds'),
  create: text('新建评审', 'New round'),
  createHint: text(
    '填写名称，选定依据的文件和活动，然后导入申报材料。',
    'Name it, choose the document and activity, then import packets.',
  ),
  sample: text('试一试（样例）', 'Try it with samples'),
  sampleHint: text(
    '用编造的材料和专家走一遍全过程，随时可以重来。',
    'Walk through with invented papers and experts, as often as you like.',
  ),
  sampleExplained: text(
    '样例里的单位、人员和材料都是编造的，每一页都印有“样例”。不影响正式评审。',
    'Units, people and papers are invented and every page says so. Your own rounds are not touched.',
  ),
  sampleFrom: text('从哪里开始', 'Where to begin'),
  sampleReading: text('专家已就位，可以开始审阅', 'Panel seated, ready to read and score'),
  sampleImport: text('只导入材料，自己从形式审查做起', 'Packets imported only; go on from the material check'),
  sampleBegin: text('生成样例', 'Make the sample'),
  sampleBusy: text('正在生成……', 'Making it…'),
  title: text('评审名称', 'Title'),
  titleExample: text('例：2026 年市级技能大师工作室期满考核', 'e.g. Term-end assessment 2026'),
  organiser: text('组织单位', 'Organiser'),
  organiserExample: text('例：××市人力资源和社会保障局', 'e.g. the city HR bureau'),
  scheme: text('依据文件', 'Document'),
  activity: text('评审活动', 'Activity'),
  stage: text('进行到', 'Stage'),
  packets: text('申报', 'Applications'),
  experts: text('专家', 'Experts'),
  created: text('新建于', 'Created'),
  open: text('打开', 'Open'),
  damaged: {
    title: (round: string) => text(`打不开的评审（${round}）`, `A round that cannot be opened (${round})`),
    mend: text('修复…', 'Mend…'),
    salvage: text('一、抢救', '1. Salvage'),
    salvageMeans: text(
      '从损坏的文件和它的备份里，取回台账能够证明的全部记录，重新建成这次评审；取不回的逐条列出。损坏的文件改名保留，不会删除。',
      'Takes back everything that the ledger proves from the damaged file and its backups, and builds the round anew; what is lost is named. The damaged file is kept beside it, renamed.',
    ),
    salvageNow: text('开始抢救', 'Salvage now'),
    restore: text('二、或者恢复一份备份', '2. Or restore a backup'),
    restoreMeans: text(
      '回到备份时的样子，备份以后的记录不再生效。抢救通常取回得更多，先试抢救。',
      'Goes back to what the backup holds; what was decided later no longer counts. Salvaging usually brings back more: try it first.',
    ),
    done: (title: string, proved: number, drafts: number) =>
      text(
        `“${title}”已修复：取回 ${proved} 条记录、${drafts} 份草稿。`,
        `"${title}" is mended: ${proved} entries and ${drafts} drafts are back.`,
      ),
    nothingLost: text('没有丢失。', 'Nothing is lost.'),
    lost: (chain: string, fromSeq: number, unproved: number) =>
      text(
        `设备 ${chain} 从第 ${fromSeq} 条起的 ${unproved} 条记录取不回，请相关人员重新提交或登记`,
        `${unproved} entries of device ${chain} from number ${fromSeq} on are lost; ask those concerned to enter them again`,
      ),
    missingFiles: (count: number) =>
      text(
        `有 ${count} 个材料文件损坏或缺失，请重新导入相应的申报材料`,
        `${count} packet files are damaged or missing; import those packets again`,
      ),
    before: (path: string) => text(`损坏的文件在：${path}`, `The damaged file lies at ${path}`),
  },
  begin: text('新建', 'Create'),
  decidedBy: text('按什么确定结果', 'What decides'),
  withRubric: text('专家按评分表打分', 'Experts score by the rubric'),
  withVote: text('另作实名表决', 'A named vote is also held'),
  fillIn: text('请填写', 'Please fill in'),
  chooseOne: text('请选一项', 'Please choose'),
} as const satisfies Dictionary

const frame = {
  allRounds: text('匠评，回到评审列表', 'Jiangping, back to the rounds'),
  stages: text('评审阶段', 'Stages of the round'),
  done: text('已结束', 'Done'),
  applications: text('申报', 'Applications'),
  missing: text('还差什么', 'Still missing'),
  nothingMissing: text('本阶段该办的都办完了。', 'Everything for this stage is done.'),
  nothingHolds: text('可以结束本阶段，但请留意：', 'The stage can be closed, but note:'),
  warning: text('提醒', 'Note'),
  choicesOpen: (count: number) => text(`文件未规定：${count} 项待选定`, `Document is silent: ${count} to choose`),
  choicesAll: text('文件未规定：都已选定', 'Document is silent: all chosen'),
  leaves: (what: string) => text(`本阶段留下：${what}`, `This stage leaves: ${what}`),
  stillMissing: (count: number) => text(`还差 ${count} 项`, count === 1 ? '1 item missing' : `${count} items missing`),
  close: (name: string) => text(`结束“${name}”`, `Close "${name}"`),
  closeAsk: (name: string) => text(`结束“${name}”？`, `Close "${name}"?`),
  closeFixes: (what: string) =>
    text(
      `将固定：${what}。以后更改须写明理由，并记入台账。`,
      `This fixes: ${what}. Later changes need a reason and are kept in the ledger.`,
    ),
  closeThen: (name: string) => text(`接下来进入“${name}”。`, `"${name}" comes next.`),
  closeLast: text('这是最后一个阶段。', 'This is the last stage.'),
  allDone: text('各阶段都已结束。', 'All stages are closed.'),
  stageDone: (when: string) => text(`这个阶段已于 ${when} 结束。`, `This stage was closed on ${when}.`),
  stageAhead: (now: string) =>
    text(
      `还没到这个阶段，现在是“${now}”。可以先看，暂不能办。`,
      `Not yet: the round is at "${now}". You may look; acting comes later.`,
    ),
  lanOpen: (count: number) => text(`局域网已开 · ${count} 席在线`, `Network open · ${count} seats`),
  lanClosed: text('局域网未开', 'Network closed'),
  wall: text('大屏', 'Wall'),
  devices: text('设备与备份', 'Devices'),
  ledger: (entries: number) => text(`台账 ${entries}`, `Ledger ${entries}`),
  ledgerHead: (head: string) => text(`台账指纹 ${head}`, `Ledger fingerprint ${head}`),
} as const satisfies Dictionary

export const deskWords = {
  schemes: schemesWords,
  list: listWords,
  page: text('匠评 秘书处', 'Jiangping desk'),
  help: helpWords,
  open: openWords,
  tour: tourWords,
  device: deviceWords,
  recovery: recoveryWords,
  rounds,
  frame,
  intake: intakeWords,
  packet: packetWords,
  panel: panelWords,
  draw: drawWords,
  people: peopleWords,
  scores: scoresWords,
  rubric: rubricWords,
  eligibility: eligibilityWords,
  choices: choicesWords,
  seats: seatsWords,
  recusal: recusalWords,
  reading: readingWords,
  arrange: arrangeWords,
  doubts: doubtsWords,
  paper: paperWords,
  visit: visitWords,
  minutes: minutesWords,
  floor: floorWords,
  reopen: reopenWords,
  alternate: alternateWords,
  vote: voteWords,
  result: resultWords,
  papers: papersWords,
  publication: publicationWords,
  ledger: ledgerWords,
  devices: devicesWords,
} as const satisfies Dictionary
