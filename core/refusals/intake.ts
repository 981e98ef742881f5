/** What is refused about packets as they arrive. */
import { type Text, text } from '../lang.ts'

export const intakeRefusals = {
  'not-found': text(
    '找不到“{path}”。请检查路径或 U 盘是否已插好。',
    '"{path}" was not found. Check the path, or whether the USB stick is in.',
  ),
  'unreadable-source': text(
    '读取“{source}”时出错（{why}），没有导入。请检查磁盘空间、权限或 U 盘后重试。',
    'Reading "{source}" failed ({why}); it was not imported. Check disk space, permissions or the USB stick and try again.',
  ),
  'not-a-zip': text(
    '“{source}”打不开，压缩包可能没有传完或已损坏。请让申报单位重新发送。',
    '"{source}" cannot be opened; the archive is incomplete or damaged. Ask the unit to send it again.',
  ),
  'unsupported-archive': text(
    '“{source}”是 {kind} 文件。请先解压，或另存为 .zip 后再导入。',
    '"{source}" is a {kind} file. Unpack it first or save it as .zip.',
  ),
  'locked-archive': text(
    '“{source}”设有密码，打不开。请申报单位去掉密码，重新压缩后再交。',
    '"{source}" is protected by a password. Ask the unit to pack it again without one.',
  ),
  'unsafe-archive': text(
    '“{source}”里有不安全的内容（{why}），没有导入。请向申报单位核实。',
    '"{source}" holds something unsafe ({why}) and was not imported. Check with the unit.',
  ),
  'broken-docx': text(
    '“{file}”不是完好的 Word 文件，打不开。请让申报单位用 Word 重新保存为 .docx 后再交。',
    '"{file}" is not an intact Word file. Ask the unit to save it again as .docx.',
  ),
  'broken-pdf': text(
    '“{file}”不是完好的 PDF。请让申报单位重新扫描或导出。',
    '"{file}" is not an intact PDF. Ask the unit to scan or export it again.',
  ),
  'locked-pdf': text(
    '“{file}”设有密码，打不开。请申报单位去掉密码后再交。',
    '"{file}" is protected by a password. Ask the unit to send it without one.',
  ),
  'no-form': text(
    '“{source}”里没有找到申报表（.docx）。请补交，或手工录入。',
    'No application form (.docx) was found in "{source}". Ask for it or key it in.',
  ),
  'second-form': text(
    '材料里不止一份申报表，“{file}”没有采用（采用了填写较全的一份），请核对。',
    'There is more than one application form; "{file}" was not used (the fuller one was). Please check.',
  ),
  'old-word': text(
    '“{file}”是旧版 Word（{kind}）。请另存为 .docx 后再导入。',
    '"{file}" is an old Word file ({kind}). Save it as .docx and import again.',
  ),
  'empty-source': text('“{source}”是空的，没有可导入的文件。', '"{source}" is empty; there is nothing to import.'),
  'already-imported': text(
    '“{source}”已经导入过（申报 {packet}），没有重复导入。',
    '"{source}" was already imported (application {packet}).',
  ),
  'bad-roster': text('专家名单“{source}”读不出来：{why}。', 'The list of experts "{source}" cannot be read: {why}.'),
} as const satisfies Record<string, Text>
