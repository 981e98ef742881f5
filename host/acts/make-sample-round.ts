/** A practice round on invented samples, played up to the stage somebody wants to try. */
import type { StageId } from '#core/scheme/scheme.ts'
import type { RoundView } from '../api/shapes.ts'
import type { Ctx } from '../host.ts'
import { showRound } from '../views/round.ts'
import { createRound } from './create-round.ts'

/** As `createRound`, marked as a sample on every screen and paper. */
export function createSampleRound(ctx: Ctx, input: Omit<Parameters<typeof createRound>[1], 'sample'>): RoundView {
  return createRound(ctx, { ...input, sample: true })
}

/** @throws Error when the samples were not built with the program. */
export async function makeSampleRound(
  ctx: Ctx,
  input: { activity: string; upTo: StageId; experts: number; packets: number },
): Promise<RoundView> {
  // Loaded when asked for: it calls the whole router, which names this act.
  const { playRound } = await import('../sample/play.ts')
  const round = await playRound(ctx, {
    scheme: 'urumqi-2023',
    ...input,
  })
  return showRound(ctx, { round })
}
