import { expect, test } from 'vitest'
import { allowsPermission, allowsRequest, audienceOf, csp, isOurs, screenScheme, windowOptions } from './policy.ts'

test('a window is sandboxed, cut off from Node and free of embedded pages', () => {
  expect(windowOptions({ preload: '/p.cjs', devTools: false }).webPreferences).toEqual({
    preload: '/p.cjs',
    partition: 'jiangping',
    devTools: false,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    spellcheck: false,
  })
})

test.each([
  ['jp://app/desk.html', true],
  ['jp://app/desk.html#/rounds', true],
  ['jp://other/desk.html', false],
  ['jp://app.evil.test/desk.html', false],
  ['jp://user:pw@app/desk.html', false],
  ['https://app/desk.html', false],
  ['file:///etc/passwd', false],
  ['javascript:alert(1)', false],
  ['', false],
  ['desk.html', false],
])('%s is ours: %s', (address, ours) => {
  expect(isOurs(address)).toBe(ours)
})

test.each([
  ['jp://app/desk.html#/x', 'desk'],
  ['jp://app/wall.html', 'wall'],
  ['jp://app/seat.html', undefined],
  ['jp://app/x/desk.html', undefined],
  ['https://app/desk.html', undefined],
  ['blob:jp://app/desk.html', undefined],
])('%s speaks to the host as %s', (address, audience) => {
  expect(audienceOf(address)).toBe(audience)
})

test('a page may go full screen and copy text, and nothing else', () => {
  const asked = ['fullscreen', 'clipboard-sanitized-write', 'clipboard-read', 'media', 'geolocation', 'openExternal']
  expect(asked.filter(allowsPermission)).toEqual(['fullscreen', 'clipboard-sanitized-write'])
})

test.each([
  ['jp://app/assets/desk.js', true],
  ['blob:jp://app/1234', true],
  ['data:image/png;base64,AAAA', true],
  ['https://example.com/', false],
  ['http://192.0.2.1/', false],
  ['ws://127.0.0.1:1/', false],
  ['file:///etc/passwd', false],
  ['jp://elsewhere/x.js', false],
])('a page may load %s: %s', (address, allowed) => {
  expect(allowsRequest(address)).toBe(allowed)
})

test('the content policy starts from nothing and lets no script in but our own', () => {
  const rules = csp.split('; ')
  expect(rules[0]).toBe("default-src 'none'")
  expect(rules).toContain("script-src 'self' 'wasm-unsafe-eval'")
  expect(rules).toContain("connect-src 'self'")
  expect(rules).toContain("frame-ancestors 'none'")
  expect(csp).not.toMatch(/'unsafe-eval'|https?:|\*/)
})

test('the scheme is as safe as https and does not step around the content policy', () => {
  expect(screenScheme).toMatchObject({ scheme: 'jp', privileges: { standard: true, secure: true } })
  expect(screenScheme.privileges).not.toHaveProperty('bypassCSP')
})
