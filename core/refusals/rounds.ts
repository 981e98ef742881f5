/** What is refused about rounds, stages and choices. */
import { type Text, text } from '../lang.ts'

export const roundsRefusals = {
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
  'unknown-level': text(
    '方案“{scheme}”没有“{level}”这个层级，可选：{known}。',
    'Scheme "{scheme}" has no level "{level}"; it has: {known}.',
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
  'unknown-word-paper': text(
    '本次评审没有名为“{name}”的文书。用 papers.list 查看。',
    'This round has no paper "{name}". Use papers.list to see them.',
  ),
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
  'no-eligibility': text(
    '方案“{scheme}”没有资格条件的数据（eligibility.json）。',
    'The scheme "{scheme}" has no eligibility rules (eligibility.json).',
  ),
  'unknown-rule': text(
    '本方案没有编号为“{rule}”的条款。可用：{known}。',
    'This scheme has no rule "{rule}". It has: {known}.',
  ),
  'rule-not-asked': text(
    '“{rule}”对这份申报不适用，不需要认定。',
    'Rule "{rule}" does not apply to this application; nothing is to be decided.',
  ),
  'reason-missing': text(
    '对“{rule}”的认定须写明认定人；与机器判断不同的，还须写明理由。',
    'The decision on "{rule}" needs the person\'s name, and a reason where it says more than the machine.',
  ),
  'bad-rubric': text(
    '评分标准不能采用：{problems}。请改正后重试。',
    'This rubric cannot be adopted: {problems}. Correct it and try again.',
  ),
  'bad-table': text(
    '表格“{source}”读不出来：{why}。请改正后重新导入。',
    'The table "{source}" cannot be read: {why}. Correct it and import again.',
  ),
  'no-calendar': text(
    '还没有 {year} 年的放假调休安排，不能推算日期。请在国务院办公厅的通知发布后，用 calendars.import 导入（表格两列：日期、放假或上班）。',
    'The holidays of {year} are not known, so no date can be worked out. When the notice is out, import it with calendars.import (a table of two columns: day, off or work).',
  ),
  'bad-fact': text('事实“{fact}”应为{expected}。', 'Fact "{fact}" must be {expected}.'),
  'not-closed-yet': text('“{stage}”还没有结束，不用重开。', '"{stage}" is not closed; there is nothing to reopen.'),
  'reopening-pending': text(
    '“{stage}”的重开申请还在等批准。',
    'A request to reopen "{stage}" is waiting for approval.',
  ),
  'no-reopening': text('没有等待批准的重开申请。', 'No request to reopen is waiting.'),
  'not-approver': text(
    '重开须由组长或监督人员批准，“{name}”不是。',
    'Only the chair or a supervisor approves a reopening; "{name}" is neither.',
  ),
  'result-stands': text('结果已经固定，不能重开阶段。', 'The result is frozen; no stage can be reopened.'),
} as const satisfies Record<string, Text>
