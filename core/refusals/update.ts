/** What is refused about updates that come on a stick. */
import { type Text, text } from '../lang.ts'

export const updateRefusals = {
  'no-publisher': text(
    '本程序没有附带发布者的公钥，不能核对更新。请向发布者索取正式安装包。',
    'This build carries no publisher key and cannot check updates. Ask the publisher for the official package.',
  ),
  'update-without-slip': text(
    '“{file}”旁边没有签名文件“{slip}”，或签名文件读不出来。请把两个文件一起拷到 U 盘。',
    'Beside "{file}" there is no readable "{slip}". Copy both files to the stick.',
  ),
  'update-foreign': text(
    '“{file}”不是发布者签发的，请不要安装。',
    '"{file}" was not signed by the publisher. Do not install it.',
  ),
  'update-altered': text(
    '“{file}”与签名不符，可能没有拷完或被改动过。请重新拷贝，不要安装。',
    '"{file}" does not match its signature: not copied completely, or changed. Copy it again; do not install it.',
  ),
  'update-old': text(
    '安装包是 {version} 版，本机已经是 {now} 版，不用更新。',
    'The package is version {version}; this computer has {now} already.',
  ),
} as const satisfies Record<string, Text>
