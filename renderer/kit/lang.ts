/** Which language this person reads, remembered on this device. */
import { create } from 'zustand'
import { persist } from 'zustand/middleware'
import type { Lang, Text } from '#core/lang.ts'

type LangStore = { lang: Lang; choose: (lang: Lang) => void }

/** The chosen language and how to change it. */
export const useLang = create<LangStore>()(
  persist((set) => ({ lang: 'zh-CN', choose: (lang) => set({ lang }) }), { name: 'jiangping.lang' }),
)

/** Says texts in the chosen language; the screen follows a change of language. */
export function useSay(): (text: Text) => string {
  const lang = useLang((store) => store.lang)
  return (text) => text[lang]
}
