/** Application forms read to fields: Word and Excel, as they lie in packets. */
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { formMapsFor } from '#host/forms.ts'
import { inspectFile } from '#host/intake/inspect.ts'
import { annexParts, annexValues, sheetForm, wordForm } from '#test/helpers/forms.ts'
import type { BenchCase, Size } from '../case.ts'
import { compiled } from '../peers.ts'

const documents: Record<Size, number> = { small: 20, typical: 300, stress: 1_000 }
const peer = (kind: 'docx' | 'xlsx') => `C, libzip + expat, ${kind}`

export const benchCase: BenchCase = {
  about: 'forms as .docx and as .xlsx to fields, checked and with their places',
  peers: (['docx', 'xlsx'] as const).map((kind) => ({
    name: peer(kind),
    command: ({ data }) => [
      compiled('ooxml.c', {
        libraries: ['zip', 'expat'],
        headers: ['zip.h', 'expat.h'],
        debian: 'libzip-dev libexpat1-dev',
      }),
      kind,
      path.join(data, kind),
    ],
  })),
  goals: [
    { figure: 'docxMs', of: peer('docx'), ofFigure: 'ms', atMost: 1.5 },
    { figure: 'xlsxMs', of: peer('xlsx'), ofFigure: 'ms', atMost: 1.5 },
  ],
  async prepare(data, size) {
    for (const [kind, write] of [
      ['docx', wordForm],
      ['xlsx', sheetForm],
    ] as const) {
      mkdirSync(path.join(data, kind))
      for (let at = 0; at < documents[size]; at++) {
        const parts = annexParts((words) => words, { ...annexValues, leader_name: `样例${at}` as never })
        const { name, unit, place, education, post, address } = parts
        const rows = [name, unit, place, education, post, address, ...parts.members, ...parts.awards, ...parts.texts]
        writeFileSync(path.join(data, kind, `${at}.${kind}`), await write(parts.cover, [rows]))
      }
    }
  },
  async product({ data }) {
    const maps = formMapsFor({ form: 'urumqi-annex-1' })
    const read = async (kind: string) => {
      const begun = performance.now()
      let fields = 0
      for (const file of readdirSync(path.join(data, kind))) {
        const { form } = await inspectFile(file, path.join(data, kind, file), maps)
        fields += Object.keys(form?.fields ?? {}).length
      }
      return { ms: performance.now() - begun, fields, files: readdirSync(path.join(data, kind)).length }
    }
    // the libraries load when they are first needed, which is not what a person waits for
    for (const kind of ['docx', 'xlsx']) await inspectFile(`0.${kind}`, path.join(data, kind, `0.${kind}`), maps)
    const [docx, xlsx] = [await read('docx'), await read('xlsx')]
    const figures = {
      ms: docx.ms + xlsx.ms,
      docxMs: docx.ms,
      xlsxMs: xlsx.ms,
      msPerForm: (docx.ms + xlsx.ms) / (docx.files + xlsx.files),
    }
    return { figures, answer: { docx: docx.fields / docx.files, xlsx: xlsx.fields / xlsx.files } }
  },
  check({ product }) {
    const wanted = JSON.stringify({ docx: 28, xlsx: 28 })
    return JSON.stringify(product) === wanted ? null : `fields of each form: ${JSON.stringify(product)}, not ${wanted}`
  },
}
