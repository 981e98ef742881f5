/** The look of all screens as antd tokens: paper-calm, 17 px, targets of 44 px, one blue for what to do. */
import type { ThemeConfig } from 'antd'
import type { Look } from './look.ts'

/** The palette; cinnabar (`seal`) only for what cannot be undone or what blocks, jade for what is safe. */
export const palette = {
  ink: '#1c2733',
  soft: '#55626f',
  line: '#dcd7cc',
  edge: '#a39c8d',
  paper: '#ffffff',
  desk: '#f6f3ec',
  blue: '#1f5279',
  blue2: '#e8f0f6',
  jade: '#2c7a57',
  jade2: '#e6f3ec',
  seal: '#b23a2c',
  seal2: '#fbeceb',
  amber: '#8a5f00',
  amber2: '#fdf4dc',
} as const

/** The same names in the high-contrast look. */
const strong: Record<keyof typeof palette, string> = {
  ...palette,
  ink: '#000000',
  soft: '#27313a',
  line: '#6b665c',
  edge: '#1c2733',
  desk: '#ffffff',
  blue: '#0f3d63',
  jade: '#14573a',
  seal: '#8f2117',
  amber: '#654500',
}

/** Faces an office computer or a tablet has. */
export const fontFamily = '"Microsoft YaHei","PingFang SC","Noto Sans CJK SC","Source Han Sans SC",sans-serif'

const sizes = { normal: 17, large: 20, largest: 23 } as const

/** The colours of one look, for the few places that draw for themselves. */
export function coloursOf(look: Look): Record<keyof typeof palette, string> {
  return look.contrast === 'high' ? strong : palette
}

/** Body type in px. */
export function typeOf(look: Look): number {
  return sizes[look.size]
}

/** antd's theme for one look. */
export function themeOf(look: Look): ThemeConfig {
  const hue = coloursOf(look)
  const px = typeOf(look)
  return {
    token: {
      colorPrimary: hue.blue,
      colorInfo: hue.blue,
      colorLink: hue.blue,
      colorSuccess: hue.jade,
      colorError: hue.seal,
      colorWarning: hue.amber,
      colorText: hue.ink,
      colorTextSecondary: hue.soft,
      colorTextTertiary: hue.soft,
      colorTextDescription: hue.soft,
      colorTextPlaceholder: hue.soft,
      colorTextDisabled: hue.soft,
      colorBgLayout: hue.desk,
      colorBgContainer: hue.paper,
      colorSuccessBg: hue.jade2,
      colorSuccessBorder: '#bfe0cf',
      colorInfoBg: hue.blue2,
      colorInfoBorder: '#c6dae8',
      colorWarningBg: hue.amber2,
      colorWarningBorder: '#ecd9a6',
      colorErrorBg: hue.seal2,
      colorErrorBorder: '#eec6c1',
      // antd's own is paler, too pale for white on it.
      colorErrorHover: '#9c3024',
      controlItemBgActive: hue.blue2,
      colorBorder: hue.edge,
      colorBorderSecondary: hue.line,
      colorSplit: hue.line,
      fontFamily,
      fontSize: px,
      fontSizeSM: px - 2,
      fontSizeLG: px + 1,
      lineHeight: 1.55,
      controlHeight: px + 27,
      controlHeightSM: px + 27,
      controlHeightLG: px + 35,
      borderRadius: 6,
      borderRadiusLG: 8,
      // Old laptops, and whoever asked the system for none: no moving parts.
      motion: false,
    },
    components: {
      Form: { itemMarginBottom: 16, verticalLabelPadding: '0 0 4px' },
      Table: {
        cellPaddingBlockMD: 7,
        cellPaddingInlineMD: 8,
        cellFontSizeMD: px - 1,
        headerBg: hue.paper,
        headerColor: hue.soft,
        headerSplitColor: 'transparent',
        rowHoverBg: hue.desk,
        rowSelectedBg: hue.blue2,
        rowSelectedHoverBg: hue.blue2,
      },
      Card: { bodyPadding: 16, headerFontSize: px + 1 },
      Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none', fontWeight: 500 },
      Descriptions: { labelBg: hue.desk },
      Tabs: { titleFontSize: px },
    },
  }
}
