import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { migrate as plainMigrator } from 'drizzle-orm/better-sqlite3/migrator'
import { describe, expect, test } from 'vitest'
import { openTestHost, scratchFolder, smallRound } from '#test/room.ts'
import { type FileKind, migrate, migrationsFolder } from './migrate.ts'
import { openDeviceFile, openRoundFile } from './open.ts'

type Journal = { entries: { idx: number; version: string; when: number; tag: string; breakpoints: boolean }[] }

const journalOf = (folder: string): Journal =>
  JSON.parse(readFileSync(path.join(folder, 'meta', '_journal.json'), 'utf8'))

/** A copy of the migrations that ends after `count` of them, with `more` added behind. */
function migrationsUpTo(kind: FileKind, count: number, more: { tag: string; sql: string }[] = []): string {
  const folder = path.join(scratchFolder(), 'migrations')
  cpSync(migrationsFolder(kind), folder, { recursive: true })
  const journal = journalOf(folder)
  const entries = journal.entries.slice(0, count)
  for (const { tag, sql } of more) {
    writeFileSync(path.join(folder, `${tag}.sql`), sql)
    const [idx, when] = [entries.length, (entries.at(-1)?.when ?? 0) + 1_000]
    entries.push({ idx, version: '6', when, tag, breakpoints: true })
  }
  writeFileSync(path.join(folder, 'meta', '_journal.json'), JSON.stringify({ ...journal, entries }))
  return folder
}

/** A file without our settings, as the engine opens it. */
function bareFile(file = path.join(scratchFolder(), 'round.sqlite')) {
  const client = new Database(file)
  client.pragma('foreign_keys = ON')
  return drizzle(client) as Parameters<typeof migrate>[0]
}

type Client = ReturnType<typeof bareFile>['$client']

function countsOf(client: Client): Record<string, number> {
  const tables = client
    .prepare(`select name from sqlite_master where type = 'table' and name not like 'sqlite_%' order by name`)
    .pluck()
    .all() as string[]
  return Object.fromEntries(
    tables
      .filter((name) => name !== '__drizzle_migrations')
      .map((name) => [name, client.prepare(`select count(*) from "${name}"`).pluck().get() as number]),
  )
}

/** Everything a round holds, written by hand: one row in each of the tables that hang together. */
function populate(client: Client): void {
  const columns = client.prepare(`select name from pragma_table_info('ballots')`).pluck().all()
  const hasTurns = columns.includes('turn')
  client.exec(`
    insert into packets (id, no, source, state, skipped, warnings, materials, note) values ('p1', 1, '01.zip', 'accepted', '[]', '[]', '{}', '');
    insert into packets (id, no, source, state, skipped, warnings, materials, note) values ('p2', 2, '02.zip', 'accepted', '[]', '[]', '{}', '');
    insert into experts values ('e1', 1, '评样一', '某大学', '', '', '院校', '');
    insert into packet_fields values ('p1', 'cover_unit', '"某厂"', '封面', null, null, null, null);
    insert into packet_files (packet, position, sha256, name, kind, mime, size)
      values ('p1', 0, 'ab', '申报表.docx', 'form', 'x', 1);
    insert into facts values ('p1', 'B1_matching_wan', '"7.4"', null, '', null, '2026-11-16T01:00:00Z');
    insert into sheets (expert, packet, state, opinion) values ('e1', 'p1', 'draft', '');
    insert into judgements values ('e1', 'p1', 'C1', '0.5', '证据弱', '[]');
    insert into recusals values ('e1', 'p2', 'relative', '');
    insert into ballots (packet, expert, choice, at, door${hasTurns ? ', turn, second, note' : ''})
      values ('p1', 'e1', 'for', '2026-11-16T01:00:00Z', 'desk'${hasTurns ? ", 1, '', ''" : ''});
    insert into ledger values ('c', 1, 'r', 'round.created', '2026-11-16T01:00:00Z', '{}', 'r', '{}',
      '${'0'.repeat(64)}', '${'a'.repeat(64)}', null);
  `)
}

describe('the migrations', () => {
  test.each<FileKind>(['round', 'device'])('of the %s file are named, in order, and all of them listed', (kind) => {
    const folder = migrationsFolder(kind)
    const tags = journalOf(folder).entries.map(({ tag }) => tag)
    expect(readdirSync(folder).filter((name) => /^\d/.test(name))).toEqual(tags.map((tag) => `${tag}.sql`))
    for (const [index, tag] of tags.entries()) {
      expect(tag).toMatch(new RegExp(`^${String(index).padStart(4, '0')}_[a-z][a-z-]+$`))
    }
  })

  test('a file filled at the first migration comes through all others with every row', () => {
    const file = bareFile()
    migrate(file, 'round', migrationsUpTo('round', 1))
    populate(file.$client)
    // Before the second migration nothing watched over the ledger.
    file.$client.exec(`update ledger set at = '2026-11-16T01:00:01Z'`)
    const before = countsOf(file.$client)
    migrate(file, 'round')
    expect(countsOf(file.$client)).toMatchObject(before)
    expect(file.$client.prepare('select deduct, typeof(deduct) as type from judgements').get()).toEqual({
      deduct: '0.5',
      type: 'text',
    })
    expect(() => file.$client.exec(`update ledger set at = ''`)).toThrow('the ledger is append-only')
    expect(() => file.$client.exec('delete from ledger')).toThrow('the ledger is append-only')
    file.$client.close()
  })

  test('a file that is up to date is left alone, and no copy stays behind', () => {
    const place = path.join(scratchFolder(), 'round.sqlite')
    openRoundFile(place).$client.close()
    const before = readFileSync(place)
    openRoundFile(place).$client.close()
    expect(readFileSync(place).equals(before)).toBe(true)
    expect(readdirSync(path.dirname(place))).toEqual(['round.sqlite'])
  })
})

describe('a later migration that rebuilds a parent table', () => {
  // As drizzle-kit writes it when a column changes; the pragma is void inside its transaction.
  const rebuildPackets = [
    'PRAGMA foreign_keys=OFF;',
    `CREATE TABLE __new_packets (
      id text PRIMARY KEY NOT NULL, no integer NOT NULL, source text NOT NULL, state text NOT NULL,
      skipped text NOT NULL, warnings text NOT NULL, materials text NOT NULL, note text NOT NULL,
      checked_at text, checked_by text, version integer NOT NULL, doubts text NOT NULL, imported_at text NOT NULL,
      district text
    );`,
    'INSERT INTO __new_packets SELECT *, null FROM packets;',
    'DROP TABLE packets;',
    'ALTER TABLE __new_packets RENAME TO packets;',
    'PRAGMA foreign_keys=ON;',
    'CREATE UNIQUE INDEX packets_no ON packets (no);',
  ].join('\n--> statement-breakpoint\n')
  const known = () => journalOf(migrationsFolder('round')).entries.length
  const later = () =>
    migrationsUpTo('round', known(), [{ tag: '0099_packets-know-their-district', sql: rebuildPackets }])

  function filled() {
    const file = bareFile()
    migrate(file, 'round')
    populate(file.$client)
    return file
  }

  test('keeps every child row, and foreign keys are on afterwards', () => {
    const file = filled()
    const before = countsOf(file.$client)
    migrate(file, 'round', later())
    expect(countsOf(file.$client)).toEqual(before)
    expect(file.$client.prepare(`select name from pragma_table_info('packets')`).pluck().all()).toContain('district')
    expect(file.$client.pragma('foreign_keys', { simple: true })).toBe(1)
    expect(file.$client.pragma('foreign_key_check')).toEqual([])
    expect(() => file.$client.exec(`delete from packets where id = 'p1'`)).toThrow('FOREIGN KEY')
    expect(existsSync(`${file.$client.name}.before-migration`)).toBe(false)
    file.$client.close()
  })

  test('cannot run while foreign keys are on: the plain migrator stops in the middle', () => {
    const file = filled()
    const before = countsOf(file.$client)
    expect(() => plainMigrator(file, { migrationsFolder: later() })).toThrow(/DROP TABLE packets|FOREIGN KEY/)
    expect(countsOf(file.$client)).toEqual(before)
    file.$client.close()
  })

  test('would lose rows without a word where children go with their parent: the plain migrator does, ours does not', () => {
    const cascade = `CREATE TABLE stamps (packet text NOT NULL REFERENCES packets(id) ON DELETE CASCADE);
--> statement-breakpoint
INSERT INTO stamps VALUES ('p1'), ('p2');`
    // Only tables that go with their parent refer to it here, so that nothing else stops the drop.
    const onlyPackets = () => {
      const file = bareFile()
      migrate(file, 'round')
      file.$client.exec(`insert into packets (id, no, source, state, skipped, warnings, materials, note) values ('p1', 1, '', 'accepted', '[]', '[]', '{}', ''),
        ('p2', 2, '', 'accepted', '[]', '[]', '{}', '')`)
      return file
    }
    const folder = () =>
      migrationsUpTo('round', known(), [
        { tag: '0098_stamps', sql: cascade },
        { tag: '0099_packets-know-their-district', sql: rebuildPackets },
      ])
    const [plain, ours] = [onlyPackets(), onlyPackets()]
    plainMigrator(plain, { migrationsFolder: folder() })
    migrate(ours, 'round', folder())
    const stamps = (file: typeof plain) => file.$client.prepare('select count(*) from stamps').pluck().get()
    expect([stamps(plain), stamps(ours)]).toEqual([0, 2])
    plain.$client.close()
    ours.$client.close()
  })

  test('that leaves a child without its parent is refused as damage, and the copy from before stays', () => {
    const file = filled()
    const sql = `DELETE FROM experts;`
    const folder = migrationsUpTo('round', known(), [{ tag: '0099_careless', sql }])
    expect(() => migrate(file, 'round', folder)).toThrow(/foreign_key_check [1-9]/)
    const copy = new Database(`${file.$client.name}.before-migration`, { readonly: true })
    expect(copy.prepare('select count(*) from experts').pluck().get()).toBe(1)
    copy.close()
    file.$client.close()
  })
})

test.each([
  ['round', openRoundFile],
  ['device', openDeviceFile],
] as const)('a %s file from a newer version is refused, and not touched', (kind, open) => {
  const place = path.join(scratchFolder(), 'newer.sqlite')
  const file = bareFile(place)
  const count = journalOf(migrationsFolder(kind)).entries.length
  migrate(
    file,
    kind,
    migrationsUpTo(kind, count, [{ tag: '0099_from-the-future', sql: 'CREATE TABLE future (x text);' }]),
  )
  file.$client.close()
  expect(() => open(place)).toThrow('The file comes from a newer version of Jiangping. Update first.')
})

describe('an opened file', () => {
  const pragmas = (client: Client) => ({
    synchronous: client.pragma('synchronous', { simple: true }),
    journal: client.pragma('journal_mode', { simple: true }),
    foreignKeys: client.pragma('foreign_keys', { simple: true }),
    busyTimeout: client.pragma('busy_timeout', { simple: true }),
  })
  // 2 is FULL: what was acknowledged survives a power cut.
  const durable = { synchronous: 2, journal: 'wal', foreignKeys: 1, busyTimeout: 3000 }

  test.each([
    ['round', openRoundFile],
    ['device', openDeviceFile],
  ] as const)('of kind %s is durable, the first time and every time', (_, open) => {
    const place = path.join(scratchFolder(), 'file.sqlite')
    for (const _time of [1, 2]) {
      const file = open(place)
      expect(pragmas(file.$client)).toEqual(durable)
      file.$client.close()
    }
  })

  test('in a running host too', async () => {
    const room = openTestHost()
    const { round } = await smallRound(room, { activity: 'selection', upTo: 'material-check' })
    expect(pragmas(room.host.store.round(round).$client)).toEqual(durable)
    expect(pragmas(room.host.store.device.$client)).toEqual(durable)
  })

  test('keeps a deduction as a decimal text and refuses a binary float', () => {
    const file = openRoundFile(path.join(scratchFolder(), 'file.sqlite'))
    populate(file.$client)
    const kept = file.$client.prepare('select deduct from judgements').pluck().get()
    expect(kept).toBe('0.5')
    expect(() => file.$client.exec(`update judgements set deduct = cast(x'30' as blob)`)).toThrow('judgements_deduct')
    file.$client.close()
  })
})
