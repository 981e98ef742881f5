/** One fact: its value by its kind, the page that proves it, and where its present value comes from. */
import { FileSearchOutlined, PushpinOutlined } from '@ant-design/icons'
import { Button, Input, Tooltip } from 'antd'
import type { FactView, PacketView } from '#host/api/shapes.ts'
import { useSay } from '../../kit/lang.ts'
import { Chip } from '../../kit/states.tsx'
import { stemOf } from '../../kit/viewer/tabs.ts'
import type { Place } from '../../kit/viewer/viewer.tsx'
import { useWords } from '../../kit/words/words.ts'
import { type FactDraft, readValue } from './fact-draft.ts'
import { FactInput } from './fact-input.tsx'

type Props = {
  fact: FactView
  draft: FactDraft
  files: PacketView['fileList']
  /** The page that is open on the left. */
  here: Place | undefined
  locked: boolean
  isChanged: boolean
  onGoTo: (place: Place) => void
  onChange: (draft: FactDraft) => void
}

function ProofPage({ fact, draft, files, here, locked, onGoTo, onChange }: Props) {
  const { desk: words, common } = useWords()
  const say = useSay()
  const { proof } = draft
  const file = files.find(({ sha256 }) => sha256 === proof?.file)
  const isHere = here !== undefined && proof?.file === here.file && proof.page === here.page
  return (
    <span className="row mid wrap fact-proof">
      {proof === null ? (
        <span className="soft small">{words.packet.noProof}</span>
      ) : (
        <Button size="small" icon={<FileSearchOutlined aria-hidden />} onClick={() => onGoTo({ ...proof })}>
          {words.packet.proofAt(file === undefined ? '' : stemOf(file.name), proof.page)}
        </Button>
      )}
      {locked || here === undefined || isHere ? null : (
        <Tooltip title={words.packet.pinHint}>
          <Button
            size="small"
            type="dashed"
            icon={<PushpinOutlined aria-hidden />}
            aria-label={`${words.packet.pinHere(here.page)} ${say(fact.name)}`}
            onClick={() => onChange({ ...draft, proof: { file: here.file, page: here.page } })}
          >
            {words.packet.pinHere(here.page)}
          </Button>
        </Tooltip>
      )}
      {proof === null || locked ? null : (
        <Button
          size="small"
          type="text"
          aria-label={`${words.packet.unpin} ${say(fact.name)}`}
          onClick={() => onChange({ ...draft, proof: null })}
        >
          {common.remove}
        </Button>
      )}
    </span>
  )
}

export function FactLine(props: Props) {
  const { fact, draft, locked, isChanged, onChange } = props
  const { packet } = useWords().desk
  const say = useSay()
  const isWrong = isChanged && readValue(fact.type, draft.value) === null
  return (
    <div className={`fact${fact.value === null && !isChanged ? ' fact-open' : ''}`}>
      <div className="row mid wrap">
        <span className="grow fact-name">
          {say(fact.name)} {isChanged ? <Chip tone="warn">{packet.notSaved}</Chip> : null}
          {fact.visit === null ? null : <Chip tone="info">{packet.fromVisit}</Chip>}
        </span>
        <FactInput
          fact={fact}
          label={say(fact.name)}
          value={draft.value}
          locked={locked}
          isWrong={isWrong}
          onChange={(value) => onChange({ ...draft, value })}
        />
      </div>
      <div className="soft small">{say(fact.proofHint)}</div>
      <div className="row mid wrap">
        <ProofPage {...props} />
        <Input
          size="small"
          className="fact-note"
          aria-label={`${packet.factNote} ${say(fact.name)}`}
          placeholder={packet.factNote}
          maxLength={200}
          disabled={locked}
          value={draft.note}
          onChange={(event) => onChange({ ...draft, note: event.target.value })}
        />
      </div>
      {isWrong ? <div className="fact-wrong">{packet.factExpected[fact.type]}</div> : null}
    </div>
  )
}
