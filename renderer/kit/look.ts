/** How this person wants the screens: type size and contrast, remembered on this device. */
import { create } from 'zustand'
import { persist } from 'zustand/middleware'

export type Look = { size: 'normal' | 'large' | 'largest'; contrast: 'normal' | 'high' }
type LookStore = Look & { set: (look: Partial<Look>) => void }

/** The chosen look and how to change it. */
export const useLook = create<LookStore>()(
  persist((set) => ({ size: 'normal', contrast: 'normal', set: (look) => set(look) }), { name: 'jiangping.look' }),
)
