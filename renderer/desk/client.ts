/** The desk's client and its live stream: one of each for the page. */
import { type DeskClient, deskClient } from '../kit/connect.ts'
import { type Act, useAct } from '../kit/hooks.ts'
import { readAllAgain, type Watch } from '../kit/live.ts'

export const desk: DeskClient = deskClient()

export const watchDesk: Watch = (input, options) => desk.live.watch(input, options)

/** An act at the desk; afterwards everything on the screen is asked again, even if the live stream is slow. */
export function useDeskAct(): Act {
  const { run, busy } = useAct()
  const runAndRead: Act['run'] = async (promiseFactory) => {
    const answer = await run(promiseFactory)
    readAllAgain()
    return answer
  }
  return { run: runAndRead, busy }
}
