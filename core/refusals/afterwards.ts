/** What is refused about workshops after their naming. */
import { type Text, text } from '../lang.ts'

export const afterwardsRefusals = {
  'no-such-step': text(
    '工作室现在“{state}”，文件没有规定这时可以“{event}”。请核对前面的事项。',
    'The workshop is now "{state}"; the document knows no "{event}" there. Check what came before.',
  ),
  'events-out-of-order': text(
    '{on} 早于前一事项的日期 {since}。请按先后顺序填写。',
    '{on} is before {since}, the day of the event before. Enter the events in their order.',
  ),
  'step-needs-choice': text(
    '{clause}留有两种处理（{choices}），请由组织单位选定一种。',
    '{clause} leaves two ways ({choices}); the organiser must choose one.',
  ),
  'rectification-open': text(
    '{clause}：请填写整改截止日期（书面通知次日起算）。',
    '{clause}: enter the last day of the rectification (it begins the day after the written notice).',
  ),
  'rectification-too-long': text(
    '{clause}：整改期不超过 {months} 个月，最迟到 {until}。',
    '{clause}: at most {months} months of rectification, until {until} at the latest.',
  ),
  'rectification-exact': text(
    '{clause}：整改期限到 {until}，不能改为别的日期。',
    '{clause}: the rectification runs until {until}, no other day.',
  ),
  'outside-watch': text(
    '{clause}只适用到 {until}，这一事项在其后。',
    '{clause} holds until {until} only; this came later.',
  ),
  'unknown-region': text(
    '还没有导入“{region}”的地方节假日。请用 calendars.import 导入后再推算。',
    'No holidays of "{region}" were imported. Import them with calendars.import first.',
  ),
  'no-afterwards': text(
    '方案“{scheme}”没有后续管理的数据（afterwards.json）。',
    'The scheme "{scheme}" has no data on what follows (afterwards.json).',
  ),
} as const satisfies Record<string, Text>
