/** What is refused when the work of several devices comes together: bundles, archives, merging. */
import { type Text, text } from '../lang.ts'

export const devicesRefusals = {
  'altered-entry': text(
    '设备 {chain} 的第 {seq} 条记录内容与指纹不符，可能被改动。整份文件没有导入；请在原设备上重新导出。',
    'Entry {seq} of device {chain} does not match its fingerprint and may have been altered. Nothing was imported; export it again on that device.',
  ),
  'forked-chain': text(
    '设备 {chain} 的第 {seq} 条记录有两个不同的版本（可能从旧备份恢复后又继续使用）。整份文件没有导入；请核对该设备，以其中一份为准。',
    'Entry {seq} of device {chain} exists in two different versions (perhaps an old backup was restored and used on). Nothing was imported; look at that device and decide which copy counts.',
  ),
  'other-round': text(
    '这份文件属于另一次评审（{round}），没有导入。请核对是否选错了文件。',
    'This file belongs to another round ({round}) and was not imported. Check that it is the right one.',
  ),
  'newer-bundle': text(
    '这份文件由更新版本的匠评生成。请先升级本机的匠评，再导入。',
    'This file was made by a newer version of Jiangping. Update this computer first, then import it.',
  ),
  'not-a-bundle': text(
    '“{path}”不是匠评的评分包或归档文件，没有导入。',
    '"{path}" is not a bundle or archive of Jiangping and was not imported.',
  ),
  'damaged-bundle': text(
    '“{path}”不完整或已损坏（{why}），没有导入任何内容。请在原设备上重新导出，或换一个 U 盘再拷贝。',
    '"{path}" is incomplete or damaged ({why}); nothing was imported. Export it again on the other device, or copy it with another stick.',
  ),
  'wrong-passphrase': text(
    '口令不对，打不开“{path}”。请向秘书处核对口令。',
    'The passphrase does not open "{path}". Ask the secretariat for it.',
  ),
  'passphrase-needed': text('“{path}”已加密，请输入口令。', '"{path}" is encrypted; enter its passphrase.'),
  'wrong-bundle': text(
    '“{path}”是{kind}，不能在这里导入。{instead}',
    '"{path}" is {kind} and cannot be imported here. {instead}',
  ),
  'round-exists': text(
    '本机已有这次评审（{round}）。要并入另一台设备的内容，请用“并入”（archive.merge）。',
    'This computer already has the round ({round}). To add what another device has, merge it (archive.merge).',
  ),
  'no-own-work': text(
    '本机没有这次评审的新记录，不用导出评分包。',
    'This computer has decided nothing new in this round; there is nothing to hand over.',
  ),
  'not-from-a-package': text(
    '这次评审是在本机建立的，不用交回评分包。请在专家的电脑上导出。',
    "This round was begun on this computer; there is nothing to hand back. Export on the experts' computers.",
  ),
  'ledger-incomplete': text(
    '还不能固定结果，各设备的评分没有到齐或有出入：{missing}。',
    'The result cannot be frozen: what the devices handed in is not complete or does not agree: {missing}.',
  ),
  'no-such-conflict': text(
    '没有找到这个待定的版本。请刷新后再选。',
    'There is no such version to decide between. Refresh and choose again.',
  ),
  'hub-unreachable': text(
    '连不上汇总库：{why}。请核对地址、账号和网络，再试一次；没有写入任何内容。',
    'The collection cannot be reached: {why}. Check address, account and network, then try again; nothing was written.',
  ),
  'hub-knows-otherwise': text(
    '汇总库里的“{round}”与这份归档不一致，没有写入。请核对哪一份归档是最终的。',
    'The collection has another history of "{round}" than this archive; nothing was written. Find out which archive is the final one.',
  ),
  'not-finished': text(
    '“{path}”不是已固定结果的归档，不能汇总。请先固定结果并导出归档。',
    '"{path}" is not the archive of a round whose result is frozen; freeze it and export the archive first.',
  ),
  'not-an-extract': text(
    '“{path}”不是汇总库的摘录，没有导入。',
    '"{path}" is not an extract of the collection and was not imported.',
  ),
  'altered-extract': text(
    '摘录“{path}”的签名不符，可能被改动，没有导入。请向出具单位重新索取。',
    'The signature of the extract "{path}" does not hold; it may have been altered and was not imported. Ask its sender for it again.',
  ),
  'unknown-signer': text(
    '摘录由 {signer} 签名，与本机认可的 {believed} 不同，没有导入。请向出具单位核对签名编号。',
    'The extract is signed by {signer}, not by {believed} whom this computer believes. Check the number with its sender.',
  ),
  'unencrypted-needs-reason': text(
    '不加密开启局域网，要写明理由，并记入一次评审的台账。请在该评审的“席位”页办理。',
    'Opening the network without encryption needs a reason and a round whose ledger records it. Do it on the seats page of the round.',
  ),
  'wrong-act-signature': text(
    '设备 {chain} 的第 {seq} 条（{kind}，{name}）的签名不符，没有收；这台设备在它之前的照收，之后的 {after} 条随之没有收。请本人在会场席位上重新提交。',
    'Entry {seq} of device {chain} ({kind}, {name}) carries a wrong signature and was not taken; what that device decided before it was, the {after} entries after it were not. Ask the person to hand it in again at a seat here.',
  ),
  'read-only-round': text(
    '这是归档的评审，只能查看，不能更改。',
    'This round is an archive: it can be read, not changed.',
  ),
} as const satisfies Record<string, Text>
