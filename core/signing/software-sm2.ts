/** What must be said of second signatures, apart from the arithmetic that screens need not load. */
import { text } from '../lang.ts'

/** Stands wherever a second signature is spoken of. */
export const softwareSm2 = text(
  '软件实现，未经商用密码检测认证',
  'in software, not certified as a commercial cryptography product',
)
