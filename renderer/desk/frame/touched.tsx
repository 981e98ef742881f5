/** What the host says an act would touch, shown in its dialog before it is done. */
import { useRead } from '../../kit/hooks.ts'
import { useSay } from '../../kit/lang.ts'
import { Shown } from '../../kit/states.tsx'
import { desk } from '../client.ts'
import { Touches } from './touches.tsx'

type Asked = Parameters<typeof desk.touches.show>[0]

/** A dialog hangs outside of the round's frame: the round is named. */
export function Touched({ round, act, of = '' }: Asked) {
  const say = useSay()
  const touched = useRead(() => desk.touches.show({ round, act, of }), [round, act, of], [])
  return (
    <Shown of={touched}>
      {(groups) => <Touches touches={groups.map(({ name, names }) => ({ name: say(name), names: names.map(say) }))} />}
    </Shown>
  )
}
