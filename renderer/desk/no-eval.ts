/** Tells the schema library not to probe for `new Function`: the pages' content policy forbids it. Imported first. */
import { config } from 'zod'

config({ jitless: true })
