import { describe, expect, test } from 'vitest'
import { openTestHost, type SmallRound, smallRound } from '#test/room.ts'
import { commitTogether } from './group-commit.ts'

const room = openTestHost()

describe('acts of one moment', () => {
  test('are durable together, answered apart, and a refused one takes nothing with it', async () => {
    const { round }: SmallRound = await smallRound(room, { activity: 'selection', upTo: 'reading', packets: 1 })
    const file = room.host.store.round(round)
    const { $client: client } = file
    client.exec('create table marks (n integer primary key)')
    const commits: number[] = []
    const insert = (n: number) => () => {
      client.transaction(() => client.prepare('insert into marks values (?)').run(n)).immediate()
      commits.push(client.inTransaction ? 1 : 0)
      return n
    }
    const answers = await Promise.allSettled([
      commitTogether(file, insert(1)),
      commitTogether(file, () => {
        insert(2)()
        return n(3)
      }),
      commitTogether(file, insert(1)),
      commitTogether(file, insert(4)),
    ])
    function n(value: number): number {
      return value
    }
    expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled'])
    expect(client.prepare('select n from marks order by n').pluck().all()).toEqual([1, 2, 4])
    // Every one of them ran inside the common transaction.
    expect(commits).toEqual([1, 1, 1])
    expect(client.inTransaction).toBe(false)
  })

  test('when the disk fails, none is told that it is kept', async () => {
    const { round } = await smallRound(room, { activity: 'selection', upTo: 'panel', packets: 1 })
    const file = room.host.store.round(round)
    const { $client: client } = file
    client.exec('create table marks (n integer primary key, bytes blob)')
    client.pragma(`max_page_count = ${Number(client.pragma('page_count', { simple: true })) + 8}`)
    const insert = (n: number, size: number) => () =>
      client.prepare('insert into marks values (?, ?)').run(n, Buffer.alloc(size))
    const answers = await Promise.allSettled([
      commitTogether(file, insert(1, 10)),
      commitTogether(file, insert(2, 1_000_000)),
      commitTogether(file, insert(3, 10)),
    ])
    const kept = client.prepare('select n from marks order by n').pluck().all()
    const told = answers.flatMap(({ status }, index) => (status === 'fulfilled' ? [index + 1] : []))
    expect(kept).toEqual(told)
    expect(answers[1]?.status).toBe('rejected')
  })

  test('one that would wait is a mistake of ours, and is said to be', async () => {
    const { round } = await smallRound(room, { activity: 'selection', upTo: 'panel', packets: 1 })
    const file = room.host.store.round(round)
    await expect(commitTogether(file, async () => 1)).rejects.toThrow('cannot be committed with others')
  })
})
