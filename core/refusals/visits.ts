/** What is refused about site visits. */
import { type Text, text } from '../lang.ts'

export const visitsRefusals = {
  'visit-planned-twice': text('计划里“{packet}”排了两次。', 'The plan has "{packet}" twice.'),
  'visit-stranger': text(
    '{people}不是专家组成员，不能派去考察“{packet}”。',
    '{people} are not on the panel and cannot be sent to "{packet}".',
  ),
  'visit-recused': text(
    '{people}对“{packet}”已回避，不能参加它的现场考察。请换人。',
    '{people} are recused from "{packet}" and may not visit it. Send others.',
  ),
  'visit-not-in-team': text(
    '“{packet}”的带队人和记录人须在考察组里：{people}不在。',
    'Leader and recorder of "{packet}" must be in its team: {people} are not.',
  ),
  'visit-not-planned': text(
    '这一家还没有排进考察计划，或者您不在它的考察组里。请问秘书处。',
    'This application is not in the plan of visits, or you are not in its team. Ask the secretariat.',
  ),
  'visit-not-recorder': text(
    '考察记录由记录人{recorder}填写和定稿；您可以拍照、交照片。',
    'The record is written and finished by {recorder}; you may take and hand in photos.',
  ),
  'visit-draft-moved': text(
    '这份考察草稿已在另一台设备上改过（{at}）。请选用本机的，或改用主机上的。',
    "This draft was changed on another device ({at}). Choose this device's, or take the host's.",
  ),
  'visit-incomplete': text('考察记录还没有填完：{fields}。', 'The record is not complete: {fields}.'),
  'visit-photos-missing': text(
    '缺 {count} 张照片：{photos}。全部传到主机后才能定稿。',
    '{count} photos are missing: {photos}. The record is final only when all have arrived.',
  ),
  'visit-devices-out': text(
    '{people}的设备带走了这次考察，还没有交回。请等交回，或者说明不等。',
    'The devices of {people} still have this visit with them. Wait for them, or say that you do not.',
  ),
  'visit-photo-unnamed': text(
    '这张照片没有记在考察草稿里，主机不收。',
    'The draft does not name this photo; the host does not take it.',
  ),
  'visit-photo-damaged': text(
    '照片传来后与它的指纹不符，已丢弃，请重传。',
    'The photo that arrived is not the one named; it was dropped, send it again.',
  ),
  'visit-not-a-photo': text('“{name}”不是 JPEG 或 PNG 照片。', '"{name}" is no JPEG or PNG photo.'),
  'visit-number-twice': text('照片编号重复：{photos}。', 'Numbers of photos given twice: {photos}.'),
  'visit-changed': text(
    '考察记录在您打开后又改过。请看过新的记录再签。',
    'The record was changed since you opened it. Read the new one before signing.',
  ),
  'visit-not-recorded': text('这一家还没有定稿的考察记录。', 'There is no final record of this visit.'),
} as const satisfies Record<string, Text>
