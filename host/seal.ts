/** The key with which a seat's device seals what it has not sent yet; the host can always make it again. */
import { createHmac } from 'node:crypto'
import { putSetting, setting } from '#db/queries/device.ts'
import type { Host } from './host.ts'

const sealSetting = 'seal-secret'

/** 32 bytes in base64url, the same for a seat on every device it uses, and another for every seat. */
export function sealOf(host: Host, round: string, expert: string): string {
  const { device } = host.store
  let secret = setting(device, sealSetting)
  if (secret === undefined) {
    secret = host.newSecret(32)
    putSetting(device, sealSetting, secret)
  }
  return createHmac('sha256', secret)
    .update(JSON.stringify([round, expert]))
    .digest('base64url')
}
