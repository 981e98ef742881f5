/** Five steps for somebody who sees a round for the first time: offered beside the work, never in its way. */
import { Button, Tour, type TourStepProps } from 'antd'
import { useEffect, useState } from 'react'
import { useWords } from '../../kit/words/words.ts'
import { desk } from '../client.ts'

const places = {
  stages: '.ribbon',
  missing: '.missing',
  network: '[data-tour="network"]',
  wall: '[data-tour="wall"]',
  ledger: '[data-tour="ledger"]',
} as const

export function FirstTour() {
  const { tour } = useWords().desk
  const [state, setState] = useState<'unknown' | 'offered' | 'open' | 'done'>('unknown')
  useEffect(() => {
    desk.settings
      .show({})
      .then(({ greeted }) => setState(greeted ? 'done' : 'offered'))
      .catch(() => {})
  }, [])
  const end = () => {
    setState('done')
    void desk.settings.save({ greeted: true }).catch(() => {})
  }
  const names = Object.keys(places) as (keyof typeof places)[]
  const steps: TourStepProps[] = names.map((name, index) => ({
    title: tour[name],
    description: tour[`${name}Text`],
    target: () => document.querySelector<HTMLElement>(places[name]) ?? document.body,
    nextButtonProps: { children: index === names.length - 1 ? tour.end : tour.next },
    prevButtonProps: { children: tour.previous },
  }))
  return (
    <>
      {state === 'offered' ? (
        <section className="sheet tour-offer">
          <p>{tour.offer}</p>
          <div className="row">
            <Button onClick={() => setState('open')}>{tour.begin}</Button>
            <Button type="text" onClick={end}>
              {tour.notNow}
            </Button>
          </div>
        </section>
      ) : null}
      <Tour open={state === 'open'} steps={steps} onClose={end} onFinish={end} />
    </>
  )
}
