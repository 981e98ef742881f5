/** What to look for in the ledger: kind, person, application, days. */
import { Button, Input, Select } from 'antd'
import { type EntryGroup, entryGroups } from '#core/ledger/sentences.ts'
import type { LedgerPage } from '#host/api/shapes.ts'
import { useRead } from '../../kit/hooks.ts'
import { useWords } from '../../kit/words/words.ts'
import { desk } from '../client.ts'
import { useRound } from '../frame/round.ts'

export type Filter = { group?: EntryGroup; person?: string; packet?: string; from?: string; to?: string }

type Props = { filter: Filter; people: LedgerPage['people']; onChange: (filter: Filter) => void }

export function LedgerFilter({ filter, people, onChange }: Props) {
  const { ledger } = useWords().desk
  const { round } = useRound()
  const packets = useRead(() => desk.packets.list({ round }), [round], ['packets'])
  const set = (key: keyof Filter, value: string | undefined) => {
    const { [key]: _, ...rest } = filter
    onChange({ ...rest, ...(value && { [key]: value }) })
  }
  const day = (key: 'from' | 'to', label: string) => (
    <Input
      type="date"
      style={{ width: 145 }}
      aria-label={label}
      value={filter[key] ?? ''}
      onChange={({ target }) => set(key, target.value)}
    />
  )
  const choose = (
    key: 'group' | 'person' | 'packet',
    label: string,
    options: { value: string; label: string }[],
    width: number,
  ) => (
    <Select
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      style={{ width }}
      aria-label={label}
      placeholder={label}
      value={filter[key] ?? null}
      options={options}
      onChange={(value: string | null) => set(key, value ?? undefined)}
    />
  )
  return (
    <search className="row mid wrap" aria-label={ledger.search}>
      {choose(
        'group',
        ledger.anyKind,
        entryGroups.map((group) => ({ value: group, label: ledger.groups[group] })),
        150,
      )}
      {choose(
        'person',
        ledger.anybody,
        people.map(({ person, name, role }) => ({
          value: person,
          label: role === 'expert' ? name : ledger.roles[role],
        })),
        150,
      )}
      {choose(
        'packet',
        ledger.anyPacket,
        (packets.value ?? []).map(({ packet, no, workshop }) => ({ value: packet, label: `${no} ${workshop}` })),
        220,
      )}
      {day('from', ledger.from)}
      <span aria-hidden>–</span>
      {day('to', ledger.to)}
      {Object.keys(filter).length > 0 ? (
        <Button type="link" onClick={() => onChange({})}>
          {ledger.clear}
        </Button>
      ) : null}
    </search>
  )
}
