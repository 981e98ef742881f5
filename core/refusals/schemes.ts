/** What is refused about schemes. */
import { type Text, text } from '../lang.ts'

export const schemesRefusals = {
  'bad-scheme-file': text(
    '读不了方案文件“{path}”：{why}。请用程序另存的方案文件，或检查 JSON 格式。',
    'The scheme file "{path}" cannot be read: {why}. Use a file saved by the program, or check its JSON.',
  ),
  'scheme-has-errors': text(
    '方案还有 {count} 处错误，改好后再保存：{errors}。',
    'The scheme has {count} errors; mend them and save again: {errors}.',
  ),
  'scheme-frozen': text(
    '方案“{scheme}”第 {version} 版随程序提供或已有评审在用，不能改动。请另存为第 {next} 版并写明理由。',
    'Version {version} of "{scheme}" came with the program or is in use by a round and stays as it is. Save version {next} with a reason.',
  ),
  'scheme-version': text(
    '方案“{scheme}”的下一版应是第 {next} 版，不是第 {version} 版。',
    'The next version of "{scheme}" is {next}, not {version}.',
  ),
  'text-value-changed': text(
    '这些内容出自原文，不能当作选定值来改：{places}。文件另有规定的，请复制为新方案。',
    "These values are the document's own and cannot be changed as adopted: {places}. For another document, copy it as a new scheme.",
  ),
} as const satisfies Record<string, Text>
