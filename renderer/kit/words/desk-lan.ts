/** Words of the desk for the room's network: its addresses, what to do when a tablet does not get in, and without encryption. */
import { text } from '#core/lang.ts'
import type { Dictionary } from './words.ts'

export const lanWords = {
  addresses: text('平板上输入的地址', 'Addresses to type on a tablet'),
  named: (name: string) => text(`网络“${name}”`, `network "${name}"`),
  onlyHere: text('只限本机', 'this computer only'),
  none: text(
    '本机没有连上任何网络，平板连不进来。请先接上路由器或无线网，再关闭并重新开启局域网。',
    'This computer is on no network, so no tablet can reach it. Connect it to a router or Wi-Fi, then close and open the network again.',
  ),
  moved: text(
    '本机的网络地址变了，原来的二维码和地址已失效。请关闭局域网再开启，并重新打印入席卡。',
    'The address of this computer has changed; the codes no longer lead here. Close and open the network, then print the cards again.',
  ),
  certificate: (print: string) => text(`证书指纹 ${print}`, `Certificate ${print}`),
  issuedBy: {
    round: text('证书由本次评审的发证机构签发', 'Issued by the authority of this round'),
    computer: text('证书由本机签发', 'Issued by this computer'),
  },
  compare: text(
    '平板第一次打开会提示“连接不是私密连接”：点“高级”→“继续访问”。拿不准时，核对平板上显示的证书指纹。',
    'At the first visit a tablet warns that the connection is not private: choose "Advanced", then "Proceed". If in doubt, compare the fingerprint it shows.',
  ),
  help: text('平板打不开这个地址？', 'The tablet cannot open the address?'),
  steps: {
    same: text(
      '确认平板和本机连的是同一个无线网，不是“访客网络”，平板没有切到手机流量。',
      'Make sure tablet and computer are on the same Wi-Fi, not a guest network, and that the tablet is not on mobile data.',
    ),
    every: text(
      '上面列出的地址逐个试：一台电脑同时接了网线和无线网时，只有一个和平板相通。',
      'Try each address above: a computer with both cable and Wi-Fi is reached by one of them only.',
    ),
    alert: text(
      'Windows 第一次开启时会弹出“Windows 安全中心警报”：勾选“专用网络”，点“允许访问”。',
      'When it first opens, Windows shows a "Windows Security Alert": tick "Private networks" and press "Allow access".',
    ),
    allow: text(
      '当时点了“取消”的：开始 → 设置 → 隐私和安全性 → Windows 安全中心 → 防火墙和网络保护 → 允许应用通过防火墙 → 更改设置 → 找到“匠评”，勾选“专用”→ 确定。',
      'If it was cancelled then: Start → Settings → Privacy & security → Windows Security → Firewall & network protection → Allow an app through firewall → Change settings → tick "Private" for Jiangping → OK.',
    ),
    private: text(
      '仍打不开：设置 → 网络和 Internet → WLAN（或以太网）→ 属性，把“公用网络”改为“专用网络”。',
      'Still not: Settings → Network & internet → Wi-Fi (or Ethernet) → Properties, and change "Public network" to "Private network".',
    ),
    guard: (port: number) =>
      text(
        `装有 360、火绒、腾讯电脑管家等安全软件的，在其中允许“匠评”联网；统信 UOS、银河麒麟在“安全中心 → 防火墙”放行 TCP ${port} 端口。单位统一管理的电脑请找网管。`,
        `Other security software must let Jiangping use the network too; on UOS or Kylin open TCP port ${port} in the firewall. On a managed computer ask the administrator.`,
      ),
    router: text(
      '路由器开了“AP 隔离”（无线客户端隔离）的，请关闭；单位无线网不许设备互访的，改用自带的小路由器或手机热点。',
      'Switch off "AP isolation" on the router. Where the office Wi-Fi keeps devices apart, use a small router of your own or a phone\'s hotspot.',
    ),
    stick: text(
      '都不行：改用 U 盘。到“设备与备份”生成评审包，在另一台电脑上评，评分包拷回来。',
      'If nothing helps, use a stick: make a package under "Devices and backups" and bring the work bundle back.',
    ),
  },
  plainOpen: text('平板不接受证书？', 'The tablet refuses the certificate?'),
  plainTitle: text('不加密开启局域网', 'Open the network without encryption'),
  plainFirst: text(
    '请先在平板上点“高级”→“继续访问”。确实不能继续的平板才用这个办法；其他平板也会一起改为不加密。',
    'Try "Advanced" → "Proceed" on the tablet first. This is for tablets that really cannot; all others go without encryption as well.',
  ),
  plainLost: text('不加密以后：', 'What is then lost:'),
  plainLosses: {
    read: text(
      '连在同一个无线网上的人，能看到材料、评分、表决和 PIN，也能在途中改动。',
      'Whoever is on the same Wi-Fi can read papers, marks, ballots and PINs, and change them on the way.',
    ),
    key: text(
      '平板不能自己保管签名密钥。专家要签名，只能把密钥放在本机，用 PIN 打开。',
      "A tablet cannot keep a key of its own. To sign, an expert's key has to lie on this computer behind a PIN.",
    ),
    drafts: text(
      '平板断网时不能暂存没有送到主机的内容，关掉网页就丢了。',
      'A tablet that loses the network cannot keep what has not been sent: closing the page loses it.',
    ),
  },
  plainAdvice: text(
    '只在自己的路由器、设了密码、外人连不上的无线网里这样做。',
    'Do it only on a router of your own, with a password, that nobody else can join.',
  ),
  plainReason: text('理由（必填，写入台账）', 'Reason (required; goes into the ledger)'),
  plainExample: text('例：两台旧平板打不开加密地址', 'e.g. two old tablets cannot open the encrypted address'),
  plainKnow: text('我知道以上后果，仍决定不加密', 'I know this and decide to go on without encryption'),
  plainYes: text('不加密开启', 'Open without encryption'),
  plainNow: text(
    '现在没有加密：同一无线网上的人能看到和改动评分。已写入台账。',
    'Not encrypted now: anybody on this Wi-Fi can read and change marks. The ledger says so.',
  ),
  plainBack: text('改回加密', 'Back to encryption'),
} as const satisfies Dictionary
