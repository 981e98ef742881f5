/** 撤销: what was just recorded can be taken back for a while. That is an act too, and stands in the ledger beside the first. */
import { App, Button } from 'antd'
import { useCallback, useEffect, useRef } from 'react'
import { useWords } from '../../kit/words/words.ts'
import { useDeskAct } from '../client.ts'

/** Long enough to read the sentence, look at the screen and see the slip. */
const seconds = 20
const key = 'undo'

type Offer = (recorded: string, takeBack: () => Promise<unknown>) => void

/** The one offer in sight, and which part of the screen made it: a later one takes its place, by button and by key alike. */
let latest: { readonly owner: object; readonly undo: () => void } | null = null

/** Ctrl Z inside a field belongs to the field. */
function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input, textarea, [contenteditable]') !== null
}

/**
 * Says what was recorded and offers, by button and by Ctrl Z, to take it back.
 * Only for acts that another act undoes completely; what cannot be undone asks before it is done.
 */
export function useUndo(): Offer {
  const { notification } = App.useApp()
  const { common } = useWords()
  const { run } = useDeskAct()
  const owner = useRef({}).current
  const end = useCallback(() => {
    if (latest?.owner !== owner) return
    latest = null
    notification.destroy(key)
  }, [notification, owner])
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      const isUndo = (event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === 'z'
      if (!isUndo || latest?.owner !== owner || isTyping(event.target)) return
      event.preventDefault()
      latest.undo()
    }
    window.addEventListener('keydown', pressed)
    return () => {
      window.removeEventListener('keydown', pressed)
      // The next screen shows another application; an offer about the last one would be taken for its own.
      end()
    }
  }, [end, owner])
  return useCallback(
    (recorded, takeBack) => {
      const undo = () => {
        end()
        void run(takeBack)
      }
      const offer = { owner, undo }
      latest = offer
      notification.success({
        key,
        title: recorded,
        placement: 'bottomLeft',
        duration: seconds,
        role: 'status',
        actions: (
          <Button type="primary" onClick={undo}>
            {common.undo} <kbd aria-hidden>Ctrl Z</kbd>
          </Button>
        ),
        onClose: () => {
          if (latest === offer) latest = null
        },
      })
    },
    [notification, common, run, end, owner],
  )
}
