/** libxlsxwriter on cells from a file. */
import path from 'node:path'
import type { Peer } from './case.ts'
import { compiled } from './peers.ts'

/** `cells` names the file of a bench's data folder. */
export function xlsxPeer(cells: (data: string) => string): Peer {
  return {
    name: 'C, libxlsxwriter',
    command: ({ data, scratch }) => [
      compiled('xlsx.c', { libraries: ['xlsxwriter'], headers: ['xlsxwriter.h'], debian: 'libxlsxwriter-dev' }),
      cells(data),
      path.join(scratch, 'peer.xlsx'),
    ],
  }
}
