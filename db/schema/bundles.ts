/** Keys of bundles. */
import { sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** Keys with which this round's bundles are locked, and, on a device that got the round by bundle, what it got. */
export const bundleKeys = sqliteTable('bundle_keys', { name: text().primaryKey(), value: text().notNull() })
