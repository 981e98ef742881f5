/** What is refused about keys and signatures. */
import { type Text, text } from '../lang.ts'

export const signingRefusals = {
  'signing-begun': text('这一轮评审已经启用数字签名。', 'Digital signatures are already set up for this round.'),
  'signing-not-begun': text(
    '这一轮评审还没有启用数字签名。请先在“签名”页启用。',
    'Digital signatures are not set up for this round. Set them up on the signing page first.',
  ),
  'no-key-here': text('这台电脑上没有此人的签名密钥。', 'There is no signing key of this person on this computer.'),
  'wrong-key-pin': text('签名口令不对，密钥没有打开。', 'The signing PIN is wrong; the key stays locked.'),
  'key-paused': text(
    '签名口令连续输错五次，这把密钥暂停使用。请 {minutes} 分钟后再试。',
    'The signing PIN was wrong five times in a row. Try again in {minutes} minutes.',
  ),
  'key-of-another-computer': text(
    '这把密钥是在另一台电脑上生成的，要先在“本机”页输入那台电脑的恢复口令。没有恢复口令时，请吊销旧证书，重新发证。',
    'This key was made on another computer. Enter that computer\'s recovery passphrase on the page "This computer"; without it, revoke the certificate and issue a new one.',
  ),
  'no-recovery-here': text(
    '数据文件夹里没有恢复口令的记录。请先在原来的电脑上生成恢复口令，再把整个数据文件夹搬过来。',
    'The data folder holds nothing a recovery passphrase could open. Make one on the old computer first, then move the whole folder.',
  ),
  'wrong-recovery-passphrase': text(
    '恢复口令不对，请照着打印的那张纸核对后重输。',
    'The recovery passphrase is wrong; compare it with the printed slip.',
  ),
  'not-bound-here': text(
    '这台电脑上的密钥只由签名口令保护，没有绑定本机，不需要恢复口令。',
    'Keys on this computer are protected by their PIN alone and bound to no computer; no recovery passphrase is needed.',
  ),
  'key-locked': text(
    '{name} 的签名密钥还锁着。请输入签名口令后再试。',
    'The signing key of {name} is locked. Enter the signing PIN and try again.',
  ),
  'has-key': text(
    '{name} 已经有一张有效的证书。设备丢失或更换时，请先吊销旧证书。',
    '{name} already has a valid certificate. When a device is lost or replaced, revoke the old one first.',
  ),
  'no-key': text('{name} 还没有签名证书。', '{name} has no signing certificate yet.'),
  'no-key-request': text(
    '没有等待核发的密钥。请专家在自己的设备上重新打开页面。',
    'No key is waiting. Ask the expert to open the page again on their own device.',
  ),
  'wrong-key-code': text(
    '核对码不一致，没有核发证书。请与专家屏幕上的核对码逐字核对。',
    "The code does not match and nothing was certified. Compare it with the one on the expert's screen.",
  ),
  'bad-key-request': text(
    '设备送来的密钥不完整。请刷新该设备上的页面后重试。',
    'The key sent by the device is not sound. Reload the page on that device and try again.',
  ),
  'signature-needed': text('这一步需要本人签名。', 'This step needs your own signature.'),
  'signature-wrong': text(
    '签名与所签内容不符，没有记录。请刷新页面后重试。',
    'The signature does not fit what was signed; nothing was recorded. Reload the page and try again.',
  ),
  'not-answered': text(
    '还有人没有表态：{names}。沉默不等于同意，请逐一记录。',
    'Not everybody has answered: {names}. Silence is not consent; record each answer.',
  ),
  'dissent-needs-text': text('保留意见签名须写明不同意见。', 'Signing with dissent needs the dissenting words.'),
  'refusal-needs-reason': text(
    '拒绝签名须写明理由，或者写明见证人。',
    'A refusal to sign needs a reason, or a witness.',
  ),
  'not-sealed': text('工作簿还没有封定。', 'The workbook has not been sealed yet.'),
  'sealed-file-changed': text(
    '硬盘上的封定文件不是封定时的那一份（已损坏、被改动或被删除）。请重新封定，各人重新签名。',
    'The sealed file on disk is not the one that was sealed: it is damaged, changed or gone. Seal anew and let everybody sign again.',
  ),
  'not-a-signer': text('{name} 不在本工作簿的签名人之中。', '{name} is not among the signers of this workbook.'),
  'already-signed': text('{name} 已经签过这本工作簿。', '{name} has already signed this workbook.'),
  'not-all-signed': text('还有人没有签名：{names}。', 'Not everybody has signed: {names}.'),
  'secretary-last': text(
    '秘书处最后签名。还没有签的：{names}。',
    'The secretariat signs last. Still missing: {names}.',
  ),
  'workbook-not-intact': text(
    '签好的工作簿没有通过核验（{count} 处），没有写出。第一处：{finding}请查清原因后重新封定。',
    'The signed workbook did not pass verification ({count} findings) and was not written. The first: {finding} Find the cause and seal anew.',
  ),
  'bad-scan': text(
    '手签页须是 JPG、PNG 图片或 PDF，不超过 12 MB、6000 万像素。请重新扫描或拍照。',
    'A page signed in ink must be a JPEG, PNG or PDF of at most 12 MB and 60 million pixels. Scan it or photograph it again.',
  ),
  'footer-unknown': text(
    '“{printed}”不是本轮评审打印过的页脚指纹。请照着页脚“台账指纹”后的 16 位逐位输入；仍不对，这一页就不是本轮评审打印的。',
    '"{printed}" is no footer of this round. Type the 16 digits after 台账指纹 as they stand in the footer; if that fails, the page was not printed from this round.',
  ),
  'page-attached-before': text('这一页已经附上（{name}）。', 'This page is attached already ({name}).'),
  'bad-picture': text(
    '签名笔迹须是不超过 {limit}、2000×1000 像素的 PNG 图片。',
    'The handwriting must be a PNG picture of at most {limit} and 2000×1000 pixels.',
  ),
  'not-a-workbook': text(
    '“{path}”不是匠评导出的结果工作簿，或者已经无法读取：{why}',
    '"{path}" is not a result workbook of Jiangping, or cannot be read: {why}',
  ),
} as const satisfies Record<string, Text>
