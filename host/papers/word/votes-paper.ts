/** 实名表决记录: the rule, every ballot by name, and the count of each application. */
import type { PaperBook } from '../book.ts'
import { adoptionShown, ballotShown, zh } from '../words.ts'
import { openingOf, type Pen } from './office.ts'

/** The body of the paper. */
export function votesPaper(pen: Pen, book: PaperBook) {
  const { votes } = book
  return [
    ...pen.title('实名表决记录'),
    ...pen.text(openingOf(book)),
    ...pen.text(
      `表决规则：${votes.rule ? zh(votes.rule) : '尚未选定'}。${adoptionShown(book, 'vote-rule')}`.replace(
        '。。',
        '。',
      ),
    ),
    ...votes.votes.flatMap((vote) => [
      pen.heading(`${vote.no}号　${vote.workshop}`),
      pen.table(
        [14, 40, 46],
        ['席位', '专家', '表决'],
        vote.ballots.map((ballot) => [String(ballot.seat), ballot.name, ballotShown(ballot)]),
      ),
      ...(vote.tally
        ? [
            ...pen.text(
              `同意 ${vote.tally.for} 票，反对 ${vote.tally.against} 票，弃权 ${vote.tally.abstain} 票；需要同意 ${vote.needed} 票，${vote.tally.passed ? '通过' : '未通过'}。`,
            ),
            ...pen.text(zh(vote.tally.sentence)),
          ]
        : pen.text('表决尚未结束。')),
    ]),
    ...pen.signatures(['唱票人', '计票人', '监票人', '组　长']),
  ]
}
