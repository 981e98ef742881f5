import { expect, test } from 'vitest'
import { addressOf, fileIn } from './opened-file.ts'

test('the file is the word that ends like one; switches and other words are none', () => {
  expect(fileIn(['/opt/jiangping/jiangping', '/media/u/评分包 张测试.JPA'], '/home/a')).toBe(
    '/media/u/评分包 张测试.JPA',
  )
  expect(fileIn(['jiangping', '--store=/x.jpa', 'b/work.jpa'], '/home/a')).toBe('/home/a/b/work.jpa')
  expect(fileIn(['jiangping', '.', '--inspect'], '/home/a')).toBeUndefined()
})

test('its address survives signs that mean something in addresses', () => {
  const address = addressOf('/media/u/a&b #1 100%.jpa')
  expect(new URLSearchParams(address.slice(1)).get('open')).toBe('/media/u/a&b #1 100%.jpa')
  expect(addressOf(undefined)).toBe('')
})
