/** Whether the secretary's key must still be opened: a move by hand is signed where the round has keys. */
import { useRead } from '../../kit/hooks.ts'
import { desk } from '../client.ts'
import { useRound } from './round.ts'

/** True while the round has keys and the secretary's is not open on this computer. */
export function useKeyLocked(): boolean {
  const { round } = useRound()
  const { authority } = useRead(() => desk.signing.show({ round }), [round], ['signing', 'round']).value ?? {}
  return authority ? !authority.unlocked : false
}
