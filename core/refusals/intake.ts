/** What is refused about packets as they arrive. */
import { type Text, text } from '../lang.ts'

export const intakeRefusals = {
  'already-withdrawn': text('“{packet}”已经退出。', '"{packet}" is already withdrawn.'),
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
  'identity-length': text(
    '“{label}”不是 18 位身份证号，请核对。',
    '"{label}" is not an identity number of 18 places. Check it.',
  ),
  'identity-birth': text(
    '“{label}”里的出生日期不存在，请核对。',
    'The day of birth within "{label}" does not exist. Check it.',
  ),
  'identity-checksum': text(
    '“{label}”的校验位不对，可能写错或读错了一位，请对照身份证复印件。',
    'The check digit of "{label}" is wrong; a digit may be miswritten or misread. Compare with the copy of the card.',
  ),
  'identity-sex': text(
    '性别填“{value}”，与身份证号不一致，请核对。',
    'The sex is given as "{value}", which the identity number contradicts. Check it.',
  ),
  'identity-other-birth': text(
    '出生年月填“{value}”，与身份证号不一致，请核对。',
    'Born "{value}" contradicts the identity number. Check it.',
  ),
  'level-conflict': text(
    '“{label}”填“{value}”，等级与名称对不上，请核对证书。',
    '"{label}" says "{value}": level and grade do not agree. Check the certificate.',
  ),
  'value-odd': text(
    '“{label}”填“{value}”，看不出是什么，请核对。',
    '"{label}" says "{value}", which makes no sense there. Check it.',
  ),
  'field-doubtful': text(
    '“{label}”：{why}，可能读错，请对照原表。',
    '"{label}": {why}; it may be misread. Compare with the form.',
  ),
  'shared-file': text(
    '“{file}”与申报 {packet} 里的一份文件内容完全相同，请核对是否放错。',
    '"{file}" is byte for byte a file of application {packet}; check whether it was put in by mistake.',
  ),
  'too-many-pages': text(
    '佐证材料最多 {most} 页（{clause}），交来的 PDF 共 {pages} 页：{names}。其中如有申报表等其他材料，请扣除后再判断。',
    'Proofs may have {most} pages at most ({clause}); the PDFs have {pages}: {names}. Leave out what is no proof, such as a scan of the form.',
  ),
  'several-pdfs': text(
    '佐证材料应合为 1 个 PDF（{clause}），交来 {count} 个：{names}。其中如有申报表等其他材料，请扣除后再判断。',
    'Proofs must be one PDF ({clause}); {count} came: {names}. Leave out what is no proof, such as a scan of the form.',
  ),
  'active-pdf': text(
    '“{file}”带有脚本、自动动作或附件。匠评只看页面，不会运行它们；请向申报单位核实。',
    '"{file}" holds scripts, automatic actions or attachments. Only its pages are shown and nothing is run; check with the unit.',
  ),
  'has-macros': text(
    '“{file}”带有宏。匠评只读文字，不会运行宏；请向申报单位核实。',
    '"{file}" holds macros. Only its text is read and nothing is run; check with the unit.',
  ),
  'huge-picture': text(
    '“{file}”的图片过大（{width}×{height}），没有打开。请让申报单位缩小后再交。',
    '"{file}" is too large a picture ({width}×{height}) and was not opened. Ask the unit for a smaller one.',
  ),
  'broken-xlsx': text(
    '“{file}”不是完好的 Excel 文件，打不开。请让申报单位重新保存为 .xlsx 后再交。',
    '"{file}" is not an intact Excel file. Ask the unit to save it again as .xlsx.',
  ),
  'old-excel': text(
    '“{file}”是旧版表格（{kind}），没有读内容。请另存为 .xlsx 后再导入。',
    '"{file}" is an old workbook ({kind}) and was not read. Save it as .xlsx and import again.',
  ),
  'no-form': text(
    '“{source}”里没有找到申报表（.docx 或 .xlsx）。请补交，或手工录入。',
    'No application form (.docx or .xlsx) was found in "{source}". Ask for it or key it in.',
  ),
  'other-form': text(
    '“{file}”用的不是本方案的申报表，能对上的栏目已读出，请逐栏核对。',
    '"{file}" is not the form of this scheme; what matches was read. Check every field.',
  ),
  'second-form': text(
    '材料里不止一份申报表，“{file}”没有采用（采用了填写较全的一份），请核对。',
    'There is more than one application form; "{file}" was not used (the fuller one was). Please check.',
  ),
  'old-word': text(
    '“{file}”是旧版 Word（{kind}）。请另存为 .docx 后再导入。',
    '"{file}" is an old Word file ({kind}). Save it as .docx and import again.',
  ),
  'nested-archive': text(
    '“{file}”是压缩包里的压缩包，没有再打开。请解压后补交。',
    '"{file}" is an archive inside an archive and was not opened further. Unpack it and send it again.',
  ),
  'import-disk-full': text(
    '磁盘空间不足，“{source}”没有导入。已导入的不受影响；请腾出空间后再导入一次，会接着做。',
    'The disk is full; "{source}" was not imported. What is imported is safe; make room and import again, it goes on from there.',
  ),
  'source-gone': text(
    '读到一半时“{source}”断开了（{why}），没有导入。已读的部分会保留，插好 U 盘后再导入一次，会接着做。',
    '"{source}" went away while it was read ({why}); it was not imported. What was read is kept: put the stick back and import again.',
  ),
  'reader-crashed': text(
    '“{source}”读不了：读取程序因它中断（{why}）。其他材料照常导入。请让申报单位重新生成这份文件。',
    '"{source}" cannot be read: the reader broke down on it ({why}). Other papers go on. Ask the unit to make this file anew.',
  ),
  'import-cancelled': text(
    '已取消导入，“{source}”没有导入。之前导入的不受影响。',
    'The import was cancelled; "{source}" was not imported. What came in before is safe.',
  ),
  'import-running': text(
    '正在导入另一批材料，请等它完成或先取消。',
    'Another import is running; wait for it or cancel it first.',
  ),
  'several-applicants': text(
    '“{source}”里有 {count} 份申报（{names}），请核对怎样分开后再导入。',
    '"{source}" holds {count} applications ({names}). Confirm how they are told apart, then import.',
  ),
  'left-out': text(
    '“{source}”里有 {count} 个文件不属于哪份申报，没有收入：{files}。',
    '{count} files of "{source}" belong to no application and were left out: {files}.',
  ),
  'newer-version': text(
    '这是申报 {packet} 的新版本（第 {version} 版），已替换旧版，旧版保留可查。',
    'This is a newer version (no. {version}) of application {packet}; it replaces the older, which is kept.',
  ),
  'file-beyond-reading': text(
    '“{file}”没有读内容（{why}），已原样收入，请打开核对。',
    'The content of "{file}" was not read ({why}); it is kept as it came. Open it and check.',
  ),
  'empty-source': text('“{source}”是空的，没有可导入的文件。', '"{source}" is empty; there is nothing to import.'),
  'already-imported': text(
    '“{source}”已经导入过（申报 {packet}），没有重复导入。',
    '"{source}" was already imported (application {packet}).',
  ),
  'bad-roster': text('专家名单“{source}”读不出来：{why}。', 'The list of experts "{source}" cannot be read: {why}.'),
} as const satisfies Record<string, Text>
