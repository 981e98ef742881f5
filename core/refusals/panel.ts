/** What is refused about panel and declarations. */
import { type Text, text } from '../lang.ts'

export const panelRefusals = {
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
} as const satisfies Record<string, Text>
