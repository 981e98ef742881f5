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
  'applicant-on-panel': text(
    '{members}来自本次申报单位。{clause}按回避的本意采用：专家组成员不得来自本次申报单位，请换人。',
    '{members} come from a unit that applies in this round. {clause} is applied as it must mean: nobody from an applicant unit; choose others.',
  ),
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
  'draw-entropy': text(
    '随机数太短，至少 {least} 个字符。请掷骰子或由在场的人当众报数。',
    'Too little chance: at least {least} characters. Throw dice, or let somebody say a number aloud.',
  ),
  'draw-too-few': text(
    '“{class}”类可抽 {able} 人，不够 {count} 人。请减少名额或补充专家库。',
    'Class "{class}" has {able} people who can be drawn, fewer than {count}. Take fewer, or add to the pool.',
  ),
  'draw-changed': text(
    '抽取记录对不上：记录的指纹是 {recorded}，现在算出 {now}。专家库、回避名单或结果被改动过。',
    'The draw does not hold: recorded {recorded}, now {now}. Pool, exclusions or result were changed.',
  ),
  'draw-not-fixed': text(
    '还没有固定专家库。请先固定名单和指纹，再报随机数。',
    'The pool is not fixed. Fix list and fingerprint first, then say the chance.',
  ),
  'not-in-pool': text('专家库里没有“{name}”（{unit}）。', 'The pool has no "{name}" ({unit}).'),
  'not-alternate': text(
    '“{expert}”不是候补专家，或者已经递补。',
    '"{expert}" is no alternate, or has entered already.',
  ),
  'still-present': text(
    '第 {seat} 席没有登记缺席，不能递补。',
    'Seat {seat} is not marked as absent; nobody steps in.',
  ),
  'chair-votes': text(
    '推选组长共 {cast} 票，到会 {present} 人。每人一票，请核对。',
    '{cast} votes for the chair, {present} members present. One vote each: count again.',
  ),
  'chair-tied': text(
    '最高票并列（{votes} 票），没有选出组长。请再推选一次。',
    'Equal at the top with {votes} votes each: nobody is elected. Vote again.',
  ),
  'chair-absent': text('“{name}”没有到会，不能担任组长。', '"{name}" is not present and cannot chair.'),
  'teller-related': text(
    '“{name}”是专家组成员、候补或申报单位的人，不能做工作人员。',
    '"{name}" is a member, an alternate or of an applicant unit and cannot be an officer.',
  ),
} as const satisfies Record<string, Text>
