/** What all charts have in common: they are printed in black on white. */
export const family = 'Jiangping Papers'
export const ink = '#000'
/** Width of every chart in CSS pixels. */
export const width = 960
