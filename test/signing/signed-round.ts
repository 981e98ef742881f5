/** A small round on the samples, signed by everybody on one laptop: five experts, three applications. */
import { openTestHost, type SmallRound, smallRound, type TestHost } from '#test/room.ts'

export type SignedRound = SmallRound & { readonly test: TestHost; readonly workbook: Uint8Array }

/** Plays it and takes the finished workbook. */
export async function signedRound(keys: 'RS256' | 'ES256' | 'mixed' = 'ES256'): Promise<SignedRound> {
  const test = openTestHost()
  const played = await smallRound(test, { activity: 'term-assessment', upTo: 'end', keys })
  const file = await test.desk.papers.workbook({ round: played.round })
  return { ...played, test, workbook: new Uint8Array(await file.arrayBuffer()) }
}
