/** What is refused about the final list. */
import { type Text, text } from '../lang.ts'

export const listsRefusals = {
  'no-final-list': text(
    '本次评审不是按评分顺序提出名单，没有最终建议名单。',
    'This round is not decided by score order and has no final list.',
  ),
  'bad-places': text(
    '名单的位次要从 1 起连续、不重复，每项申报只列一次（现为 {places}）。',
    'Places must run from 1 without gap or repetition, each application once (now {places}).',
  ),
  'departure-needs-reason': text(
    '与评分顺序不一致的，须写明理由：{items}。',
    'Every departure from the score order needs its reason: {items}.',
  ),
} as const satisfies Record<string, Text>
