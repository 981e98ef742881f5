/** drizzle-kit: how the migrations of a round's file are written (`npm run migration -- round NAME`). */
import { defineConfig } from 'drizzle-kit'

export default defineConfig({ dialect: 'sqlite', schema: './db/schema/round.ts', out: './db/migrations/round' })
