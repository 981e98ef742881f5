/** One card per seat: QR code, PIN, address; on the screen also who has joined, on paper only what a person needs. */
import { ReloadOutlined } from '@ant-design/icons'
import { App, Button } from 'antd'
import type { SeatCode, SeatView } from '#host/api/shapes.ts'
import { useRead } from '../../kit/hooks.ts'
import { Chip, Shown } from '../../kit/states.tsx'
import { useWhen } from '../../kit/when.ts'
import { useWords } from '../../kit/words/words.ts'
import { desk, useDeskAct } from '../client.ts'
import { useRound } from '../frame/round.ts'

/** The one-time part of an address is long; people type the address and the PIN, cameras take the rest. */
function typedAddress(url: string | undefined): string {
  if (url === undefined) return ''
  try {
    return new URL(url).origin
  } catch {
    return url
  }
}

function SeatCard({ code, seat, onRenewed }: { code: SeatCode; seat: SeatView | undefined; onRenewed: () => void }) {
  const { desk: words, common } = useWords()
  const when = useWhen()
  const { modal } = App.useApp()
  const { round, title } = useRound()
  const { run, busy } = useDeskAct()
  const renew = () =>
    modal.confirm({
      title: words.seats.renewAsk(code.seat, code.name),
      content: words.seats.renewMeans,
      okText: words.seats.renew,
      okButtonProps: { danger: true },
      cancelText: common.cancel,
      onOk: () => run(() => desk.seats.renew({ round, expert: code.expert })).then(onRenewed),
    })
  return (
    <article className="seat-card" aria-label={`${common.seatNo(code.seat)} ${code.name}`}>
      {code.qr === '' ? (
        <div className="seat-qr seat-no-qr soft small">{words.seats.noQr}</div>
      ) : (
        <img
          className="seat-qr"
          src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(code.qr)}`}
          alt={words.seats.qr(code.seat)}
        />
      )}
      <div className="grow">
        <div className="seat-round print-only">{title}</div>
        <div className="seat-name">
          {common.seatNo(code.seat)} <strong>{code.name}</strong>
        </div>
        <div>
          PIN <strong className="seat-pin">{code.pin}</strong>
        </div>
        <div className="soft small seat-url">{typedAddress(code.urls[0])}</div>
        <div className="print-only small">{words.seats.howTo}</div>
        <div className="row mid wrap no-print seat-state">
          {seat?.joined === true ? <Chip tone="ok">{words.seats.joined}</Chip> : <Chip>{words.seats.notJoined}</Chip>}
          {seat?.lastHeard == null ? null : (
            <span className="soft small">{words.seats.heard(when(seat.lastHeard, 'clock'))}</span>
          )}
        </div>
        <Button
          className="no-print"
          size="small"
          icon={<ReloadOutlined aria-hidden />}
          loading={busy}
          aria-label={`${words.seats.renew} ${common.seatNo(code.seat)}`}
          onClick={renew}
        >
          {words.seats.renew}
        </Button>
      </div>
    </article>
  )
}

export function SeatCards({ members }: { members: SeatView[] }) {
  const { round } = useRound()
  const names = members.map(({ expert }) => expert).join()
  const codes = useRead(() => desk.seats.codes({ round }), [round, names], ['panel', 'seats'])
  return (
    <Shown of={codes}>
      {(list) => (
        <div className="seat-cards">
          {list.map((code) => (
            <SeatCard
              key={code.expert}
              code={code}
              seat={members.find(({ expert }) => expert === code.expert)}
              onRenewed={codes.again}
            />
          ))}
        </div>
      )}
    </Shown>
  )
}
