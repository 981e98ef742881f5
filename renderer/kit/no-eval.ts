/**
 * Tells the schema library not to probe for `new Function`: the pages' content policy forbids it. Imported first, and a
 * chunk of its own (build/vite.renderer.ts) that imports nothing, so that it runs before any schema is made.
 */
const shared = globalThis as { __zod_globalConfig?: Record<string, unknown> }
shared.__zod_globalConfig = { ...shared.__zod_globalConfig, jitless: true }
