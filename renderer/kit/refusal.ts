/** Turns whatever a call to the host threw into one sentence a person can act on. */
import { ORPCError } from '@orpc/client'
import type { Lang, Text } from '#core/lang.ts'
import { text } from '#core/lang.ts'
import { type Refusal, type RefusalCode, refusalCodes, sentenceOf } from '#core/refusal.ts'

const lost: Text = text(
  '连不上主机。请检查无线网络，或请秘书处看一下主机是否还开着；恢复后会自动继续。',
  'The host cannot be reached. Check the network, or whether the host is still running; work goes on by itself once it is back.',
)
const fault: Text = text(
  '程序出了差错，这一步没有办成。请再试一次；仍不行请重新打开本页，已保存的内容不会丢。',
  'Something went wrong and this step was not done. Try again, or reload the page; what was saved is safe.',
)

function isRefusal(data: unknown): data is Refusal {
  if (typeof data !== 'object' || data === null || !('code' in data)) return false
  return typeof data.code === 'string' && refusalCodes.includes(data.code as RefusalCode)
}

/** The refusal inside an error, if the host said "no" rather than failed. */
export function refusalIn(error: unknown): Refusal | undefined {
  if (!(error instanceof ORPCError) || !isRefusal(error.data)) return undefined
  return { code: error.data.code, detail: error.data.detail ?? {} }
}

/** Yes when the host could not be reached at all. */
export function isNetworkLoss(error: unknown): boolean {
  if (error instanceof ORPCError) return [502, 503, 504].includes(error.status)
  return error instanceof TypeError || (error instanceof DOMException && error.name !== 'DataCloneError')
}

/** The sentence to show for an error: the host's own refusal, or a plain word for a lost network or a fault. */
export function sentenceFor(error: unknown, lang: Lang): string {
  const refusal = refusalIn(error)
  if (refusal !== undefined) return sentenceOf(refusal, lang)
  return (isNetworkLoss(error) ? lost : fault)[lang]
}
