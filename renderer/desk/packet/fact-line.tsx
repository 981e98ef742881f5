/** One fact: its value by its kind, the page that proves it, and where its present value comes from. */
import { CloseOutlined, FileSearchOutlined, MessageOutlined, PushpinOutlined } from '@ant-design/icons'
import { Button, Input, Tooltip } from 'antd'
import { useState } from 'react'
import type { FactView, PacketView } from '#host/api/shapes.ts'
import { type FactDraft, readValue } from '../../kit/fact-draft.ts'
import { FactInput } from '../../kit/fact-input.tsx'
import { useSay } from '../../kit/lang.ts'
import { Chip } from '../../kit/states.tsx'
import { stemOf } from '../../kit/viewer/tabs.ts'
import type { Place } from '../../kit/viewer/viewer.tsx'
import { useWords } from '../../kit/words/words.ts'

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
  const { desk: words } = useWords()
  const say = useSay()
  const { proof } = draft
  const file = files.find(({ sha256 }) => sha256 === proof?.file)
  const isHere = here !== undefined && proof?.file === here.file && proof.page === here.page
  return (
    <span className="row mid wrap fact-proof">
      {proof === null ? (
        locked && <span className="soft small">{words.packet.noProof}</span>
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
            {words.packet.pinShort(here.page)}
          </Button>
        </Tooltip>
      )}
      {proof === null || locked ? null : (
        <Button
          size="small"
          type="text"
          icon={<CloseOutlined aria-hidden />}
          title={words.packet.unpin}
          aria-label={`${words.packet.unpin} ${say(fact.name)}`}
          onClick={() => onChange({ ...draft, proof: null })}
        />
      )}
    </span>
  )
}

function Remark({ fact, draft, locked, onChange }: Props) {
  const { packet } = useWords().desk
  const say = useSay()
  return (
    <Input
      className="fact-note"
      aria-label={`${packet.factNote} ${say(fact.name)}`}
      placeholder={packet.factNote}
      maxLength={200}
      disabled={locked}
      value={draft.note}
      onChange={(event) => onChange({ ...draft, note: event.target.value })}
    />
  )
}

export function FactLine(props: Props) {
  const { fact, draft, locked, isChanged, onChange } = props
  const { packet } = useWords().desk
  const say = useSay()
  const [isRemarking, setRemarking] = useState(false)
  const isWrong = isChanged && readValue(fact.type, draft.value) === null
  const hasRemark = isRemarking || draft.note !== ''
  return (
    <div className={`fact${fact.value === null && !isChanged ? ' fact-open' : ''}`}>
      <div className="fact-line">
        <div className="fact-name">
          {say(fact.name)} {isChanged ? <Chip tone="warn">{packet.notSaved}</Chip> : null}
          {fact.visit === null ? null : <Chip tone="info">{packet.fromVisit}</Chip>}
          <div className="soft small fact-hint">{say(fact.proofHint)}</div>
        </div>
        <ProofPage {...props} />
        <FactInput
          fact={fact}
          label={say(fact.name)}
          value={draft.value}
          locked={locked}
          isWrong={isWrong}
          onChange={(value) => onChange({ ...draft, value })}
        />
        {locked || hasRemark ? null : (
          <Button
            type="text"
            icon={<MessageOutlined aria-hidden />}
            title={packet.addNote}
            aria-label={`${packet.addNote} ${say(fact.name)}`}
            onClick={() => setRemarking(true)}
          />
        )}
      </div>
      {isWrong ? <div className="fact-wrong">{packet.factExpected[fact.type]}</div> : null}
      {hasRemark ? <Remark {...props} /> : null}
    </div>
  )
}
