/** This seat's key: made when the round wants signatures, shown to the secretary, used for every act. */
import { useEffect, useState } from 'react'
import type { MeView, MyKeyView } from '#host/api/shapes.ts'
import { seatClient, sendSeatCallsWith } from '../kit/connect.ts'
import { useRead } from '../kit/hooks.ts'
import { browserDrawer, codeOfKey, isOwn, makeOwnKeys, type OwnKeys, requestOf } from './own-key.ts'
import { type Signer, signingFetch } from './signing-fetch.ts'

export type OwnKey =
  | { state: 'none' }
  /** Made here, not certified yet: the code to be read out. */
  | { state: 'waiting'; code: string; second: boolean }
  | { state: 'ready'; keys: OwnKeys }
  /** Certified, but the key is on another device, or lost. */
  | { state: 'elsewhere' }

let signer: Signer | null = null
sendSeatCallsWith(signingFetch(async () => signer))

export function useOwnKey({ round, expert }: MeView): OwnKey {
  const mine = useRead(() => seatClient().signing.key({ round, expert }), [round, expert], ['signing'])
  const [own, setOwn] = useState<OwnKey>({ state: 'none' })
  const known = mine.value
  useEffect(() => {
    let isGone = false
    const settle = async (view: MyKeyView) => {
      const next = await oneAtATime(`${round}/${expert}`, () => settled(view, { round, expert }))
      if (!isGone) setOwn(next)
    }
    if (known) void settle(known).catch(() => setOwn({ state: 'none' }))
    return () => {
      isGone = true
    }
  }, [known, round, expert])
  return own
}

/**
 * Making an RSA key takes seconds, and the host may say something new meanwhile: whoever comes second waits and finds the
 * key made, be it in another tab of this browser. Two keys would mean a code on the screen that belongs to neither.
 */
function oneAtATime<T>(name: string, work: () => Promise<T>): Promise<T> {
  return navigator.locks.request(`jiangping-key/${name}`, work)
}

async function settled(view: MyKeyView, { round, expert }: { round: string; expert: string }): Promise<OwnKey> {
  if (!view.wanted) return { state: 'none' }
  const name = `${round}/${expert}`
  let keys = await browserDrawer.get(name)
  const { certified } = view
  if (certified) {
    if (certified.place === 'desk') return { state: 'none' }
    if (!keys || !(await isOwn(keys, certified.key))) return { state: 'elsewhere' }
    signer = { keys, certificate: certified.fingerprint, round, expert }
    return { state: 'ready', keys }
  }
  signer = null
  // A key that was made before the round asked for second signatures is not certified yet, and is made anew.
  if (!keys || (view.second && !keys.sm2)) {
    keys = await makeOwnKeys('RS256', view.second)
    await browserDrawer.put(name, keys)
  }
  const request = await requestOf(keys, { round, person: expert })
  if (view.waiting?.key !== request.key) await seatClient().signing.request({ round, expert, ...request })
  return { state: 'waiting', code: await codeOfKey(request.key), second: view.second }
}
