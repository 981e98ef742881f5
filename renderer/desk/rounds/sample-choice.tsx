/** Asks which invented round to try: a term-end assessment or a selection, and from which stage. */
import { Modal, Radio, Space } from 'antd'
import { useState } from 'react'
import { useRead } from '../../kit/hooks.ts'
import { useSay } from '../../kit/lang.ts'
import { Shown } from '../../kit/states.tsx'
import { useWords } from '../../kit/words/words.ts'
import { desk, useDeskAct } from '../client.ts'
import { go, hrefOf } from '../route.ts'

export function SampleChoice({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { desk: words, common } = useWords()
  const say = useSay()
  const { run, busy } = useDeskAct()
  const [activity, setActivity] = useState('term-assessment')
  const [upTo, setUpTo] = useState<'import' | 'reading'>('reading')
  const schemes = useRead(() => desk.schemes.list({}), [], [])
  const begin = async () => {
    const made = await run(() => desk.rounds.sample({ activity, upTo }))
    if (made === undefined) return
    onClose()
    go(hrefOf(made.round))
  }
  return (
    <Modal
      open={open}
      title={words.rounds.sample}
      okText={busy ? words.rounds.sampleBusy : words.rounds.sampleBegin}
      cancelText={common.cancel}
      confirmLoading={busy}
      onOk={() => void begin()}
      onCancel={onClose}
    >
      <div className="stack">
        <p className="soft">{words.rounds.sampleExplained}</p>
        <Shown of={schemes}>
          {(list) => (
            <fieldset className="plain-set">
              <legend>{words.rounds.activity}</legend>
              <Radio.Group value={activity} onChange={(event) => setActivity(event.target.value as string)}>
                <Space orientation="vertical">
                  {list[0]?.activities.map((each) => (
                    <Radio key={each.id} value={each.id}>
                      {say(each.name)}
                    </Radio>
                  ))}
                </Space>
              </Radio.Group>
            </fieldset>
          )}
        </Shown>
        <fieldset className="plain-set">
          <legend>{words.rounds.sampleFrom}</legend>
          <Radio.Group value={upTo} onChange={(event) => setUpTo(event.target.value as 'import' | 'reading')}>
            <Space orientation="vertical">
              <Radio value="reading">{words.rounds.sampleReading}</Radio>
              <Radio value="import">{words.rounds.sampleImport}</Radio>
            </Space>
          </Radio.Group>
        </fieldset>
      </div>
    </Modal>
  )
}
