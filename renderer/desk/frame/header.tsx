/** The round's header: its title, the document it follows, the network, the ledger, the wall. */
import { DesktopOutlined, SafetyCertificateOutlined, SaveOutlined, TeamOutlined, WifiOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useAskBeforeClosing } from '../../kit/close.ts'
import { DisplayMenu, LanguageSwitch } from '../../kit/display-menu.tsx'
import { useRead } from '../../kit/hooks.ts'
import { wallAddress } from '../../kit/key.ts'
import { useSay } from '../../kit/lang.ts'
import { shell } from '../../kit/shell.ts'
import { Chip } from '../../kit/states.tsx'
import { useWords } from '../../kit/words/words.ts'
import { desk } from '../client.ts'
import { HelpButton } from '../help/help-button.tsx'
import { go, hrefOf } from '../route.ts'
import { useRound } from './round.ts'

/** Whether tablets can reach this computer, and how many seats are heard. */
function NetworkButton() {
  const { frame } = useWords().desk
  const { round } = useRound()
  const lan = useRead(() => desk.lan.show({}), [], ['seats'])
  const panel = useRead(() => desk.panel.show({ round }), [round], ['panel', 'seats'])
  const joined = panel.value?.members.filter((seat) => seat.joined).length ?? 0
  const isOpen = lan.value?.running === true
  useAskBeforeClosing(isOpen)
  return (
    <Button
      size="small"
      className={isOpen ? 'header-safe' : undefined}
      icon={isOpen ? <WifiOutlined aria-hidden /> : <TeamOutlined aria-hidden />}
      onClick={() => go(hrefOf(round, 'seats'))}
    >
      {isOpen ? frame.lanOpen(joined) : frame.lanClosed}
    </Button>
  )
}

function openWall(round: string): void {
  const desktop = shell()
  if (desktop !== undefined) void desktop.openWall(round)
  else window.open(wallAddress(round), '_blank')
}

export function Header() {
  const { desk: words, common } = useWords()
  const say = useSay()
  const { round, title, schemeShort, documentNumber, sample, ledger } = useRound()
  return (
    <header className="desk-header">
      <a className="desk-product" href="#/" aria-label={words.frame.allRounds}>
        {common.product}
      </a>
      <span className="desk-title" title={title}>
        {title}
      </span>
      {sample ? <Chip tone="warn">{common.sample}</Chip> : null}
      <span className="desk-document" title={documentNumber}>
        <Chip>{say(schemeShort)}</Chip>
      </span>
      <span className="grow" />
      <span data-tour="network">
        <NetworkButton />
      </span>
      <Button size="small" icon={<SaveOutlined aria-hidden />} onClick={() => go(hrefOf(round, 'devices'))}>
        {words.frame.devices}
      </Button>
      <Button data-tour="wall" size="small" icon={<DesktopOutlined aria-hidden />} onClick={() => openWall(round)}>
        {words.frame.wall}
      </Button>
      <Button
        size="small"
        icon={<SafetyCertificateOutlined aria-hidden />}
        title={words.frame.ledgerHead(ledger.head)}
        data-tour="ledger"
        onClick={() => go(hrefOf(round, 'ledger'))}
      >
        {words.frame.ledger(ledger.entries)}
      </Button>
      <HelpButton />
      <LanguageSwitch />
      <DisplayMenu />
    </header>
  )
}
