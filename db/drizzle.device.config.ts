/** drizzle-kit: how the migrations of the device's file are written (`npm run migration -- device NAME`). */
import { defineConfig } from 'drizzle-kit'

export default defineConfig({ dialect: 'sqlite', schema: './db/schema/device.ts', out: './db/migrations/device' })
