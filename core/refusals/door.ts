/** What is refused at the door. */
import { type Text, text } from '../lang.ts'

export const doorRefusals = {
  'unknown-method': text(
    '没有“{method}”这个方法。用 jp --help 查看全部方法。',
    'There is no method "{method}". Run jp --help to see them all.',
  ),
  'bad-input': text(
    '输入不符合要求：{problems}。请改正后重试。',
    'The input is not as it should be: {problems}. Correct it and try again.',
  ),
  'not-allowed': text('此席位不能做这件事。请由秘书处办理。', 'This seat may not do that. Ask the secretariat.'),
  'not-signed-in': text(
    '席位未登录或已被收回。请重新扫码入席。',
    'The seat is not signed in or was withdrawn. Scan its code again.',
  ),
  'wrong-key': text(
    '这个地址已经失效。请从匠评重新打开秘书处界面。',
    'This address is no longer valid. Open the desk again from Jiangping.',
  ),
  'wrong-pin': text('席位号或 PIN 不对，还可以试 {left} 次。', 'Seat number or PIN is wrong; {left} tries left.'),
  'pin-locked': text(
    'PIN 连续错误次数过多，已锁定。请秘书处重新发放入席码。',
    'Too many wrong PINs; locked. Ask the secretariat for a new code.',
  ),
  'seat-taken': text(
    '这个席位正由另一台设备使用（{seconds} 秒前还有联系）。要改用这台设备，请按下方“接管席位”；那台设备会退出，已保存的内容不会丢。',
    'Another device holds this seat (last heard {seconds} s ago). To go on here, press "Take over"; that device is signed out, and what was saved is safe.',
  ),
  'code-used': text(
    '这个入席码已经用过或已作废。请秘书处重新发放。',
    'This code was already used or withdrawn. Ask the secretariat for a new one.',
  ),
} as const satisfies Record<string, Text>
