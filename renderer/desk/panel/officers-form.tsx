/** 工作人员: supervisor, tellers, recorder, each with what they may see and do. */
import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { App, AutoComplete, Button, Input } from 'antd'
import { useState } from 'react'
import { type OfficerRole, officerRoles } from '#core/panel/roles.ts'
import type { PanelView } from '#host/api/shapes.ts'
import { useWords } from '../../kit/words/words.ts'
import { desk, useDeskAct } from '../client.ts'
import { useConfirm } from '../frame/confirm.tsx'
import { useRound } from '../frame/round.ts'
import { Touches } from '../frame/touches.tsx'

type Line = { key: number; role: OfficerRole; name: string; unit: string }

/** One line for each who is named already, and one empty line for each role nobody has. */
function linesOf(panel: PanelView): Line[] {
  return officerRoles
    .flatMap((role) => {
      const named = panel.officers.filter((one) => one.role === role).map(({ name, unit }) => ({ role, name, unit }))
      return named.length > 0 ? named : [{ role, name: '', unit: '' }]
    })
    .map((line, key) => ({ ...line, key }))
}

export function OfficersForm({ panel }: { panel: PanelView }) {
  const { people: say, panel: panelWords } = useWords().desk
  const { message } = App.useApp()
  const { round, frozen } = useRound()
  const { run, busy } = useDeskAct()
  const confirm = useConfirm()
  const [lines, setLines] = useState(() => linesOf(panel))
  const taken = new Set([...panel.members, ...panel.alternates].map(({ expert }) => expert))
  const free = panel.experts.filter(({ expert }) => !taken.has(expert))
  const put = (key: number, change: Partial<Line>) =>
    setLines((last) => last.map((line) => (line.key === key ? { ...line, ...change } : line)))
  const named = lines.filter(({ name }) => name.trim() !== '')
  const save = async () => {
    const officers = named.map(({ role, name, unit }) => ({ role, name: name.trim(), unit: unit.trim() }))
    if ((await run(() => desk.officers.name({ round, officers }))) !== undefined) message.success(say.namedOfficers)
  }
  const ask = () =>
    confirm({
      title: say.officersAsk,
      ok: say.saveOfficers(named.length),
      act: save,
      content: (
        <Touches
          touches={officerRoles.map((role) => ({
            name: say.roles[role],
            names: named
              .filter((line) => line.role === role)
              .map(({ name, unit }) => (unit.trim() === '' ? name.trim() : `${name.trim()}（${unit.trim()}）`)),
          }))}
        >
          <p>{say.officersMeans}</p>
        </Touches>
      ),
    })
  return (
    <section className="stack" aria-labelledby="officers-title">
      <h2 id="officers-title">{say.officers}</h2>
      <p className="soft small">{say.officersHint}</p>
      <div className="officer-lines">
        {lines.map((line, at) => {
          const role = say.roles[line.role]
          const isFirst = lines[at - 1]?.role !== line.role
          return (
            <div key={line.key} className="row mid officer-line">
              <span className="officer-role">
                {isFirst ? (
                  <>
                    <strong>{role}</strong>
                    <span className="soft small"> {say.duties[line.role]}</span>
                  </>
                ) : null}
              </span>
              <AutoComplete
                className="officer-name"
                aria-label={say.officerName(role)}
                placeholder={panelWords.name}
                disabled={frozen}
                value={line.name}
                options={free.map(({ expert, name, unit }) => ({
                  key: expert,
                  value: name,
                  unit,
                  label: `${name} ${unit}`,
                }))}
                filterOption={(typed, option) => option?.value.includes(typed) === true}
                onChange={(name: string) => put(line.key, { name })}
                onSelect={(name: string, option) => put(line.key, { name, unit: option.unit })}
              />
              <Input
                className="grow"
                maxLength={200}
                aria-label={say.officerUnit(role)}
                placeholder={panelWords.unit}
                disabled={frozen}
                value={line.unit}
                onChange={(event) => put(line.key, { unit: event.target.value })}
              />
              {isFirst ? (
                <Button
                  icon={<PlusOutlined aria-hidden />}
                  aria-label={say.addOfficer(role)}
                  title={say.addOfficer(role)}
                  disabled={frozen}
                  onClick={() =>
                    setLines((last) => {
                      const end = last.findLastIndex((one) => one.role === line.role)
                      const key = Math.max(...last.map((one) => one.key)) + 1
                      return last.toSpliced(end + 1, 0, { key, role: line.role, name: '', unit: '' })
                    })
                  }
                />
              ) : (
                <Button
                  icon={<DeleteOutlined aria-hidden />}
                  aria-label={say.dropOfficer(line.name || role)}
                  disabled={frozen}
                  onClick={() => setLines((last) => last.filter(({ key }) => key !== line.key))}
                />
              )}
            </div>
          )
        })}
      </div>
      {frozen ? null : (
        <div className="row form-foot">
          <span className="grow" />
          <Button type="primary" loading={busy} onClick={ask}>
            {say.saveOfficers(named.length)}
          </Button>
        </div>
      )}
    </section>
  )
}
