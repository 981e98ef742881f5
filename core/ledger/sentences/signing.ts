import { text } from '../../lang.ts'
import { softwareSm2 } from '../../signing/software-sm2.ts'
import type { signingKinds } from '../kinds/signing.ts'
import { after, printedHead, type Tellings } from './telling.ts'

const answers = {
  sign: ['签名', 'signs'],
  dissent: ['签名并保留意见', 'signs with dissent'],
  refuse: ['拒绝签名', 'refuses to sign'],
} as const
const keyKinds = { RS256: 'RSA-2048', ES256: 'P-256' } as const

export const signingTellings: Tellings<keyof typeof signingKinds> = {
  'authority.made': {
    title: text('设立发证机构', 'Authority made'),
    zh: ({ fingerprint, second }) =>
      `设立本轮评审的发证机构，证书指纹 ${printedHead(fingerprint)}…${second ? `；国密双签名（${softwareSm2['zh-CN']}）` : ''}`,
    en: ({ fingerprint, second }) =>
      `authority of this round made, certificate ${printedHead(fingerprint)}…${second ? `; second signatures with SM2 and SM3 (${softwareSm2.en})` : ''}`,
  },
  'key.certified': {
    title: text('核发证书', 'Key certified'),
    zh: ({ name, algorithm, place, fingerprint }) =>
      `给${name}核发签名证书 ${printedHead(fingerprint)}…（${keyKinds[algorithm]}，密钥在${place === 'seat' ? '本人设备' : '秘书处电脑'}）`,
    en: ({ name, algorithm, place, fingerprint }) =>
      `key of ${name} certified, ${printedHead(fingerprint)}… (${keyKinds[algorithm]}, ${place === 'seat' ? 'on their own device' : 'on the laptop of the desk'})`,
  },
  'key.revoked': {
    title: text('吊销证书', 'Key revoked'),
    zh: ({ person, fingerprint, reason }, names) =>
      `吊销${names.expert(person)}的签名证书 ${printedHead(fingerprint)}…${after.zh(reason)}`,
    en: ({ person, fingerprint, reason }, names) =>
      `certificate ${printedHead(fingerprint)}… of ${names.expert(person)} revoked${after.en(reason)}`,
  },
  'answer.given': {
    title: text('签名表态', 'Answer given'),
    zh: ({ person, answer, text: words, witness }, names) =>
      `${names.expert(person)}表态：${answers[answer][0]}${witness ? `（见证人${witness}）` : ''}${after.zh(words)}`,
    en: ({ person, answer, text: words, witness }, names) =>
      `${names.expert(person)} ${answers[answer][1]}${witness ? ` (witness ${witness})` : ''}${after.en(words)}`,
  },
  'page.attached': {
    title: text('附上手签页', 'Signed page attached'),
    zh: ({ name, printed, person, note }, names) =>
      `附上${person ? names.expert(person) : ''}手签页“${name}”，页脚指纹 ${printedHead(printed)}${after.zh(note)}`,
    en: ({ name, printed, person, note }, names) =>
      `page signed in ink${person ? ` by ${names.expert(person)}` : ''} attached: "${name}", footer ${printedHead(printed)}${after.en(note)}`,
  },
  'workbook.sealed': {
    title: text('封定工作簿', 'Workbook sealed'),
    zh: ({ file, signers }) => `封定结果工作簿 ${printedHead(file)}…，应有 ${signers.length} 个签名`,
    en: ({ file, signers }) => `workbook ${printedHead(file)}… sealed, ${signers.length} signatures expected`,
  },
  'workbook.signed': {
    title: text('签署工作簿', 'Workbook signed'),
    zh: ({ person, file }, names) => `${names.expert(person)}签署结果工作簿 ${printedHead(file)}…`,
    en: ({ person, file }, names) => `${names.expert(person)} signed the workbook ${printedHead(file)}…`,
  },
  'workbook.verified': {
    title: text('核验工作簿', 'Workbook verified'),
    zh: ({ count, findings: [first = ''] }) =>
      count === 0 ? '签齐后核验：全部成立' : `签齐后核验：发现 ${count} 处问题${after.zh(first)}`,
    en: ({ count }) =>
      count === 0 ? 'verified after the last signature: all holds' : `verification found ${count} problems`,
  },
}
