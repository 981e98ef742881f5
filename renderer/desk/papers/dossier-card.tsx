/** One application's dossier in one file, and the bureau's own templates of the notices. */
import { Alert, Button, Select } from 'antd'
import { useState } from 'react'
import type { TemplatesAnswer } from '#host/api/shapes.ts'
import { useRead } from '../../kit/hooks.ts'
import { useWords } from '../../kit/words/words.ts'
import { desk, useDeskAct } from '../client.ts'
import { useMay, useRound } from '../frame/round.ts'
import { hand } from './hand.ts'

function Templates() {
  const { papers } = useWords().desk
  const { round } = useRound()
  const { run, busy } = useDeskAct()
  const [written, setWritten] = useState<TemplatesAnswer>()
  return (
    <>
      <h3>{papers.templates}</h3>
      <p className="soft small">{papers.templatesHint}</p>
      <div className="row">
        <Button loading={busy} onClick={() => void run(() => desk.papers.templates({ round })).then(setWritten)}>
          {papers.templatesWrite}
        </Button>
      </div>
      {written === undefined ? null : (
        <Alert
          type="success"
          showIcon
          title={papers.templatesAt(written.folder, written.files.length)}
          description={written.files.length === 0 ? null : written.files.join('、')}
        />
      )}
    </>
  )
}

export function DossierCard() {
  const { papers } = useWords().desk
  const { round, frozen } = useRound()
  const may = useMay('export-papers')
  const { run, busy } = useDeskAct()
  const [packet, setPacket] = useState<string>()
  const list = useRead(() => desk.packets.list({ round }), [round], ['packets'])
  if (!may || !frozen) return null
  const fetchDossier = async () => {
    if (packet === undefined) return
    const file = await run(() => desk.papers.dossier({ round, packet }))
    if (file !== undefined) hand(file, file.name)
  }
  return (
    <section className="sheet" aria-labelledby="dossier-title">
      <h2 id="dossier-title">{papers.dossier}</h2>
      <p className="soft small">{papers.dossierHint}</p>
      <div className="row wrap mid">
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          className="dossier-choice"
          aria-label={papers.dossierChoose}
          placeholder={papers.dossierChoose}
          value={packet}
          onChange={setPacket}
          options={(list.value ?? []).map(({ packet: value, no, workshop }) => ({ value, label: `${no} ${workshop}` }))}
        />
        <Button loading={busy} disabled={packet === undefined} onClick={() => void fetchDossier()}>
          {papers.dossierGet}
        </Button>
      </div>
      <Templates />
    </section>
  )
}
