/** A journey as named steps: when one fails, it is said which, with pictures of all pages as they were. */
import path from 'node:path'
import type { Room } from './house.ts'

const failures = path.resolve(import.meta.dirname, '../../out/test')

type Step = <T>(name: string, work: () => Promise<T>) => Promise<T>

/** Walks the steps; JP_TIMES prints what each took. Fails also when a page complained of anything. */
export async function walk(room: Room, steps: (step: Step) => Promise<void>): Promise<void> {
  let doing = ''
  const step: Step = async (name, work) => {
    doing = name
    const begun = Date.now()
    const done = await work()
    if (process.env.JP_TIMES) console.log(`${((Date.now() - begun) / 1000).toFixed(1)} s ${name}`)
    return done
  }
  try {
    await steps(step)
    if (room.complaints.length > 0) throw new Error(`the pages complained:\n  ${room.complaints.join('\n  ')}`)
  } catch (error) {
    const shots = await room.shoot(failures)
    const complaints = [...new Set(room.complaints)].join('\n  ')
    console.log(`Failed while: ${doing}. The pages as they were:\n  ${shots.join('\n  ')}\n  ${complaints}`)
    throw error
  }
}
