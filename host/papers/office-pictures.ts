/** The parts of a workbook that hold pictures: on a sheet (DrawingML), and in its footer (VML, the only kind Excel takes there). */

/** Where a picture stands: row and column from 0, everything else in points. `name` is its file below xl/media. */
export type Anchor = { name: string; row: number; column: number; inset: number; width: number; height: number }

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
/** A point in the units of DrawingML. */
const emu = (points: number) => Math.round(points * 12_700)

/** The drawing of one sheet and the relations it needs. */
export function drawingParts(anchors: readonly Anchor[]): { drawing: string; relations: string } {
  const one = ({ row, column, inset, width, height }: Anchor, at: number) =>
    [
      '<xdr:oneCellAnchor>',
      `<xdr:from><xdr:col>${column}</xdr:col><xdr:colOff>${emu(inset)}</xdr:colOff>`,
      `<xdr:row>${row}</xdr:row><xdr:rowOff>${emu(7)}</xdr:rowOff></xdr:from>`,
      `<xdr:ext cx="${emu(width)}" cy="${emu(height)}"/>`,
      `<xdr:pic><xdr:nvPicPr><xdr:cNvPr id="${at + 2}" name="图 ${at + 1}"/><xdr:cNvPicPr><a:picLocks noChangeAspect="1"/></xdr:cNvPicPr></xdr:nvPicPr>`,
      `<xdr:blipFill><a:blip xmlns:r="${office}" r:embed="rId${at + 1}"/><a:stretch><a:fillRect/></a:stretch></xdr:blipFill>`,
      `<xdr:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="${emu(width)}" cy="${emu(height)}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr>`,
      '</xdr:pic><xdr:clientData/></xdr:oneCellAnchor>',
    ].join('')
  const drawing = [
    head,
    '<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">',
    ...anchors.map(one),
    '</xdr:wsDr>',
  ].join('')
  return { drawing, relations: relationsTo(anchors.map(({ name }) => name)) }
}

/** The picture in the right of a footer, as wide as high; it stands where the footer says `&G`. `sheet` counts from 1. */
export function footerPictureParts(sheet: number, points: number): { vml: string; relations: string } {
  const vml = [
    '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">',
    `<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="${sheet}"/></o:shapelayout>`,
    '<v:shapetype id="_x0000_t75" coordsize="21600,21600" o:spt="75" o:preferrelative="t" path="m@4@5l@4@11@9@11@9@5xe" filled="f" stroked="f">',
    '<v:stroke joinstyle="miter"/><v:formulas>',
    ...[
      'if lineDrawn pixelLineWidth 0',
      'sum @0 1 0',
      'sum 0 0 @1',
      'prod @2 1 2',
      'prod @3 21600 pixelWidth',
      'prod @3 21600 pixelHeight',
      'sum @0 0 1',
      'prod @6 1 2',
      'prod @7 21600 pixelWidth',
      'sum @8 21600 0',
      'prod @7 21600 pixelHeight',
      'sum @10 21600 0',
    ].map((formula) => `<v:f eqn="${formula}"/>`),
    '</v:formulas><v:path o:extrusionok="f" gradientshapeok="t" o:connecttype="rect"/><o:lock v:ext="edit" aspectratio="t"/></v:shapetype>',
    `<v:shape id="RF" o:spid="_x0000_s${1024 * sheet + 1}" type="#_x0000_t75" style="position:absolute;margin-left:0;margin-top:0;width:${points}pt;height:${points}pt;z-index:1">`,
    '<v:imagedata o:relid="rId1" o:title="qr"/><o:lock v:ext="edit" rotation="t"/></v:shape></xml>',
  ].join('')
  return { vml, relations: relationsTo(['qr.png']) }
}

function relationsTo(pictures: readonly string[]): string {
  const each = pictures.map(
    (name, at) => `<Relationship Id="rId${at + 1}" Type="${office}/image" Target="../media/${name}"/>`,
  )
  return `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${each.join('')}</Relationships>`
}
