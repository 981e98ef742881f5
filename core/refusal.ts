/** Everything the product can refuse: a closed list of codes, each with its sentence in both languages. */
import { type Lang, type Text, text } from './lang.ts'

type Detail = Readonly<Record<string, string | number | readonly string[] | Text>>

/** Names the pieces of `detail` a sentence uses, as `{name}`. Each sentence says what is wrong and what to do next. */
const sentences = {
  // the door
  'unknown-method': text(
    '没有“{method}”这个方法。用 jp --help 查看全部方法。',
    'There is no method "{method}". Run jp --help to see them all.',
  ),
  'bad-input': text(
    '输入不符合要求：{problems}。请改正后重试。',
    'The input is not as it should be: {problems}. Correct it and try again.',
  ),
  'not-allowed': text('此席位不能做这件事。请由秘书处办理。', 'This seat may not do that. Ask the secretariat.'),
  'not-signed-in': text(
    '席位未登录或已被收回。请重新扫码入席。',
    'The seat is not signed in or was withdrawn. Scan its code again.',
  ),
  'wrong-key': text(
    '这个地址已经失效。请从匠评重新打开秘书处界面。',
    'This address is no longer valid. Open the desk again from Jiangping.',
  ),
  'wrong-pin': text('席位号或 PIN 不对，还可以试 {left} 次。', 'Seat number or PIN is wrong; {left} tries left.'),
  'pin-locked': text(
    'PIN 连续错误次数过多，已锁定。请秘书处重新发放入席码。',
    'Too many wrong PINs; locked. Ask the secretariat for a new code.',
  ),
  'code-used': text(
    '这个入席码已经用过或已作废。请秘书处重新发放。',
    'This code was already used or withdrawn. Ask the secretariat for a new one.',
  ),
  // rounds
  'unknown-round': text(
    '没有编号为“{round}”的评审。用 rounds.list 查看已有评审。',
    'There is no round "{round}". Use rounds.list to see the rounds there are.',
  ),
  'unknown-scheme': text(
    '没有方案“{scheme}”。用 jp schemes 查看已有方案。',
    'There is no scheme "{scheme}". Run jp schemes to see them.',
  ),
  'unknown-activity': text(
    '方案“{scheme}”没有活动“{activity}”，可选：{known}。',
    'Scheme "{scheme}" has no activity "{activity}"; it has: {known}.',
  ),
  'unknown-packet': text(
    '本次评审没有编号为“{packet}”的申报。用 packets.list 查看。',
    'This round has no application "{packet}". Use packets.list to see them.',
  ),
  'unknown-expert': text(
    '本次评审没有编号为“{expert}”的专家。用 experts.list 查看。',
    'This round has no expert "{expert}". Use experts.list to see them.',
  ),
  'unknown-field': text('申报表没有“{field}”这一栏。', 'The application form has no field "{field}".'),
  'unknown-fact': text('本方案没有事实“{fact}”。可用：{known}。', 'This scheme has no fact "{fact}". It has: {known}.'),
  'unknown-item': text('评分表没有“{item}”这一项。', 'The rubric has no item "{item}".'),
  'unknown-file': text('本次评审没有这个文件（{file}）。', 'This round has no such file ({file}).'),
  'wrong-stage': text(
    '现在是“{now}”阶段，这件事要在“{needed}”阶段办。',
    'The round is at "{now}"; this belongs to "{needed}".',
  ),
  'gate-closed': text(
    '“{stage}”还不能结束，还差：{missing}。',
    '"{stage}" cannot be closed yet. Still missing: {missing}.',
  ),
  'not-adopted': text(
    '还没有确定“{choice}”。文件没有规定，请先由组织单位选定，再继续。',
    '"{choice}" has not been chosen. The document does not say; the organiser must choose it first.',
  ),
  'rule-frozen': text(
    '“{choice}”在“{stage}”开始后已固定，不能再改。',
    '"{choice}" was fixed when "{stage}" began and can no longer be changed.',
  ),
  'choice-not-offered': text('此活动不提供“{choice}”这项选择。', 'This activity does not offer the choice "{choice}".'),
  'bad-fact': text('事实“{fact}”应为{expected}。', 'Fact "{fact}" must be {expected}.'),
  // panel
  'even-panel': text(
    '专家组现有 {count} 人，是偶数。评审专家须为单数，请增减一人。',
    'The panel has {count} members, an even number. It must be odd: add or take one.',
  ),
  'small-panel': text(
    '专家组现有 {count} 人，少于 {minimum} 人。请补足后再确定。',
    'The panel has {count} members, fewer than {minimum}. Complete it first.',
  ),
  'duplicate-member': text('专家组名单中有重复的人：{members}。', 'The panel names someone twice: {members}.'),
  recused: text(
    '该专家对此申报已回避，不能查看、评分或表决。',
    'This expert is recused from this application and may not read, score or vote.',
  ),
  'declaration-missing': text(
    '请先完成承诺与回避申报，再查看材料。',
    'Make the declaration of recusal before reading any paper.',
  ),
  'recusal-stands': text(
    '评分结束后不能撤回对“{packet}”的回避。',
    'After scoring the recusal from "{packet}" can no longer be taken back.',
  ),
  'declaration-made': text(
    '该专家已经作过回避申报。需要更改请填写理由。',
    'This expert has already made the declaration. State a reason to change it.',
  ),
  // sheets
  'above-maximum': text(
    '{item} 最多 {max} 分，不能扣 {given} 分。',
    '{item} has at most {max} points; {given} cannot be deducted.',
  ),
  'must-deduct': text(
    '{item} 低于标准，扣分须大于 0，不超过 {max} 分。',
    '{item} is below the standard: deduct more than 0 and at most {max} points.',
  ),
  'deduction-needs-reason': text('扣分须写明理由：{items}。', 'A deduction needs its reason: {items}.'),
  'bad-number': text(
    '{item} 的分数“{given}”不是数字，最多两位小数。',
    '"{given}" for {item} is not a number with at most two decimals.',
  ),
  'not-judged': text(
    '{item} 由事实得出，不由专家打分。对事实有疑请提交秘书处核实。',
    '{item} follows from facts and is not scored by hand. Raise a doubtful fact with the secretariat.',
  ),
  'sheet-incomplete': text('评分表还差 {count} 项：{items}。', 'The sheet still lacks {count} items: {items}.'),
  'sheet-submitted': text(
    '这份评分表已经提交并锁定。需要修改请向秘书处申请退回。',
    'This sheet has been submitted and is locked. Ask the secretariat to return it.',
  ),
  'sheet-not-submitted': text('这份评分表还没有提交。', 'This sheet has not been submitted.'),
  'opinion-missing': text('请写审阅意见后再提交。', 'Write your opinion before submitting.'),
  blind: text('评分阶段结束前，任何人不能查看他人的评分。', "Until scoring is closed nobody may see another's marks."),
  // vote
  'vote-open': text('“{packet}”正在表决，请先结束这一项。', 'A vote on "{packet}" is open; close it first.'),
  'vote-not-open': text('现在没有正在进行的表决。', 'No vote is open now.'),
  'vote-closed': text('“{packet}”的表决已经结束。', 'The vote on "{packet}" is already closed.'),
  'already-voted': text('第 {seat} 席已经投过票，不能重复投票。', 'Seat {seat} has already voted.'),
  'not-present': text('该专家未签到，不能表决。', 'This expert is not marked as present and cannot vote.'),
  'not-on-panel': text('“{expert}”不是本次评审的专家组成员。', '"{expert}" is not a member of this panel.'),
  'ballots-missing': text(
    '还有 {count} 席未投：{seats}。确认缺席的请先登记缺席，再结束表决。',
    '{count} seats have not voted: {seats}. Mark those who left as absent before closing.',
  ),
  'bad-vote': text(
    '表决人数对不上：{why}。请核对后重新填写。',
    'The numbers of the vote do not add up: {why}. Check them and enter them again.',
  ),
  'bad-threshold': text(
    '表决规则不成立：分子、分母应为正整数，且分子不大于分母（现为 {numerator}/{denominator}）。',
    'Not a rule for a vote: both numbers must be whole and positive, the upper not above the lower (now {numerator}/{denominator}).',
  ),
  'nobody-entitled': text('没有可以表决的成员。', 'Nobody is entitled to vote.'),
  // results and papers
  'result-frozen': text('结果已经固定，不能再改。', 'The result is frozen and can no longer be changed.'),
  'result-not-frozen': text(
    '结果还没有固定。请先核对并固定结果，再导出。',
    'The result is not frozen. Check and freeze it before exporting.',
  ),
  'result-incomplete': text('结果还不完整：{missing}。', 'The result is not complete: {missing}.'),
  'not-a-folder': text(
    '“{path}”不是可以写入的文件夹。请另选一个。',
    '"{path}" is not a folder that can be written. Choose another.',
  ),
  'trimmed-needs-five': text(
    '去掉最高分和最低分至少需要五个有效评分，现有 {count} 个。',
    'A trimmed mean needs at least five scores; there are {count}.',
  ),
  'bad-matrix': text(
    '分数表的行列与专家、申报的数目不符。',
    'The table of scores does not match the number of experts and applicants.',
  ),
  // intake
  'not-found': text(
    '找不到“{path}”。请检查路径或 U 盘是否已插好。',
    '"{path}" was not found. Check the path, or whether the USB stick is in.',
  ),
  'unreadable-source': text(
    '读取“{source}”时出错（{why}），没有导入。请检查磁盘空间、权限或 U 盘后重试。',
    'Reading "{source}" failed ({why}); it was not imported. Check disk space, permissions or the USB stick and try again.',
  ),
  'not-a-zip': text(
    '“{source}”打不开，压缩包可能没有传完或已损坏。请让申报单位重新发送。',
    '"{source}" cannot be opened; the archive is incomplete or damaged. Ask the unit to send it again.',
  ),
  'unsupported-archive': text(
    '“{source}”是 {kind} 文件。请先解压，或另存为 .zip 后再导入。',
    '"{source}" is a {kind} file. Unpack it first or save it as .zip.',
  ),
  'locked-archive': text(
    '“{source}”设有密码，打不开。请申报单位去掉密码，重新压缩后再交。',
    '"{source}" is protected by a password. Ask the unit to pack it again without one.',
  ),
  'unsafe-archive': text(
    '“{source}”里有不安全的内容（{why}），没有导入。请向申报单位核实。',
    '"{source}" holds something unsafe ({why}) and was not imported. Check with the unit.',
  ),
  'broken-docx': text(
    '“{file}”不是完好的 Word 文件，打不开。请让申报单位用 Word 重新保存为 .docx 后再交。',
    '"{file}" is not an intact Word file. Ask the unit to save it again as .docx.',
  ),
  'broken-pdf': text(
    '“{file}”不是完好的 PDF。请让申报单位重新扫描或导出。',
    '"{file}" is not an intact PDF. Ask the unit to scan or export it again.',
  ),
  'locked-pdf': text(
    '“{file}”设有密码，打不开。请申报单位去掉密码后再交。',
    '"{file}" is protected by a password. Ask the unit to send it without one.',
  ),
  'no-form': text(
    '“{source}”里没有找到申报表（.docx）。请补交，或手工录入。',
    'No application form (.docx) was found in "{source}". Ask for it or key it in.',
  ),
  'second-form': text(
    '材料里不止一份申报表，“{file}”没有采用（采用了填写较全的一份），请核对。',
    'There is more than one application form; "{file}" was not used (the fuller one was). Please check.',
  ),
  'old-word': text(
    '“{file}”是旧版 Word（{kind}）。请另存为 .docx 后再导入。',
    '"{file}" is an old Word file ({kind}). Save it as .docx and import again.',
  ),
  'empty-source': text('“{source}”是空的，没有可导入的文件。', '"{source}" is empty; there is nothing to import.'),
  'already-imported': text(
    '“{source}”已经导入过（申报 {packet}），没有重复导入。',
    '"{source}" was already imported (application {packet}).',
  ),
  'bad-roster': text('专家名单“{source}”读不出来：{why}。', 'The list of experts "{source}" cannot be read: {why}.'),
  // store
  'damaged-store': text(
    '评审文件“{path}”已损坏：{why}。请从备份恢复。',
    'The file of the round, "{path}", is damaged: {why}. Restore it from a backup.',
  ),
  'newer-store': text(
    '评审文件来自更新版本的匠评。请先升级再打开。',
    'The file comes from a newer version of Jiangping. Update first.',
  ),
  'broken-ledger': text('台账从第 {seq} 条起不连续：{why}。', 'The ledger is broken from entry {seq}: {why}.'),
  'backup-exists': text(
    '“{path}”已经存在，没有覆盖。请换一个文件名。',
    '"{path}" already exists and was not overwritten. Choose another name.',
  ),
} as const satisfies Record<string, Text>

export type RefusalCode = keyof typeof sentences
export const refusalCodes = Object.keys(sentences) as RefusalCode[]

/** An expected "no": a value, never an accident. */
export type Refusal = { readonly code: RefusalCode; readonly detail: Detail }

/** Makes a {@link Refusal}; `detail` fills the sentence's blanks. */
export function refusal(code: RefusalCode, detail: Detail = {}): Refusal {
  return { code, detail }
}

/** True when a rule gave back a {@link Refusal} instead of its answer. */
export function isRefusal(answer: unknown): answer is Refusal {
  return typeof answer === 'object' && answer !== null && 'code' in answer && 'detail' in answer
}

/** The full sentence of a refusal in one language. */
export function sentenceOf({ code, detail }: Refusal, lang: Lang): string {
  const join = lang === 'zh-CN' ? '、' : ', '
  return sentences[code][lang].replace(/\{(\w+)\}/g, (blank, name: string) => {
    const value = detail[name]
    if (value === undefined) return blank
    if (typeof value !== 'object') return String(value)
    return 'zh-CN' in value ? value[lang] : value.join(join)
  })
}

/** Carries a {@link Refusal} out of an act to the door; anything else thrown is a fault of the program. */
export class Refused extends Error {
  readonly refusal: Refusal
  constructor(reason: Refusal) {
    super(sentenceOf(reason, 'en'))
    this.name = 'Refused'
    this.refusal = reason
  }
}

/** Throws {@link Refused}. */
export function refuse(code: RefusalCode, detail: Detail = {}): never {
  throw new Refused(refusal(code, detail))
}
