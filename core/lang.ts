/** The two languages of the product, and a text that exists in both. */

/** Languages a person can choose; Chinese is the first and the official one. */
export const languages = ['zh-CN', 'en'] as const
export type Lang = (typeof languages)[number]

/** One text in both languages. The Chinese one is what the official document or the office says. */
export type Text = { readonly 'zh-CN': string; readonly en: string }

/** Makes a {@link Text}: Chinese first, English second. */
export function text(zh: string, en: string): Text {
  return { 'zh-CN': zh, en }
}
