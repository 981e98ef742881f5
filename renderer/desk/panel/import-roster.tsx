/** Reads a list of experts from an Excel file. */
import { useWords } from '../../kit/words/words.ts'
import { desk, useDeskAct } from '../client.ts'
import { TableFile } from '../device/table-file.tsx'
import { useRound } from '../frame/round.ts'

export function ImportRoster() {
  const { panel } = useWords().desk
  const { round } = useRound()
  const { run, busy } = useDeskAct()
  return (
    <TableFile
      name={panel.importRoster}
      busy={busy}
      byPath={(path) => void run(() => desk.experts.import({ round, path }))}
      byFile={(file) => void run(() => desk.experts.upload({ round, file }))}
    />
  )
}
