/** What is refused about the public list and objections to it. */
import { type Text, text } from '../lang.ts'

export const publicationRefusals = {
  'not-published': text(
    '还没有发布公示。请先填写公示日期。',
    'The list has not been published yet. Enter the day of posting first.',
  ),
  'publicity-too-short': text(
    '文件规定公示 {days} 个{unit}，可以延长，不能缩短（现填 {given} 个）。',
    'The document asks for {days} {unit}; the period may be longer, not shorter (now {given}).',
  ),
  'not-on-the-list': text(
    '申报 {no} 号不在公示名单上，不能对它提异议。',
    'Application {no} is not on the public list; no objection can be made to it.',
  ),
  'unknown-objection': text('没有编号为“{objection}”的异议。', 'There is no objection "{objection}".'),
  'objection-decided': text(
    '这条异议已经处理完。新的情况请另记一条。',
    'This objection has been decided. Record a new one for new facts.',
  ),
} as const satisfies Record<string, Text>
