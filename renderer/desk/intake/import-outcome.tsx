/** What an import brought: each packet that came in with its warnings, each that did not with the reason. */
import { CheckCircleOutlined, CloseCircleOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import type { ImportAnswer } from '#host/api/shapes.ts'
import { useWords } from '../../kit/words/words.ts'

export function ImportOutcome({ outcome, onClose }: { outcome: ImportAnswer; onClose: () => void }) {
  const { desk: words, common } = useWords()
  return (
    <div className="outcome" role="status">
      <div className="row mid">
        <strong className="grow">{words.intake.outcome(outcome.imported.length, outcome.refused.length)}</strong>
        <Button size="small" onClick={onClose}>
          {common.close}
        </Button>
      </div>
      <ul>
        {outcome.refused.map((each) => (
          <li key={each.source} className="outcome-no">
            <CloseCircleOutlined aria-label={words.intake.notImported} />{' '}
            {each.message.includes(each.source) ? null : <strong>{each.source}：</strong>}
            {each.message}
          </li>
        ))}
        {outcome.imported.map((each) => (
          <li key={each.packet}>
            <CheckCircleOutlined aria-label={words.intake.imported} className="outcome-ok" /> {each.source}{' '}
            <span className="soft">{words.intake.filesAndPages(each.files.length, each.pages)}</span>
            {each.warnings.map((warning) => (
              <div key={warning} className="outcome-warning">
                {warning}
              </div>
            ))}
          </li>
        ))}
      </ul>
    </div>
  )
}
