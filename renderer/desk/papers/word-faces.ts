/** Chinese typefaces under the names that Word and other systems know them by, so that 仿宋 stays 仿宋 wherever it prints. */
const faces = [
  [/仿宋|fangsong/i, 'FangSong, FangSong_GB2312, STFangsong, "Noto Serif CJK SC", "Noto Serif SC", serif'],
  [/楷体|kaiti/i, 'KaiTi, KaiTi_GB2312, STKaiti, "Noto Serif CJK SC", "Noto Serif SC", serif'],
  [/黑体|hei|雅黑/i, 'SimHei, STHeiti, "Heiti SC", "Noto Sans CJK SC", "Noto Sans SC", sans-serif'],
  [/./, 'SimSun, STSong, "Songti SC", "Noto Serif CJK SC", "Noto Serif SC", serif'],
] as const

/** A list of families with those after it that stand in for it elsewhere. */
export function facesFor(named: string): string {
  const [, others] = faces.find(([pattern]) => pattern.test(named)) ?? ['', 'serif']
  return `${named}, ${others}`
}
