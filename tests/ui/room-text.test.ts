import { expect, it } from 'vitest'
import { ejectHint, roomText } from '#ui/room-text'

const megabyte = 1024 * 1024

it.each([
  [0, '0 MB'],
  [megabyte - 1, '0 MB'],
  [1023 * megabyte + megabyte - 1, '1023 MB'],
  [1024 * megabyte, '1.0 GB'],
  [14.39 * 1024 * megabyte, '14.3 GB'],
])('%d bytes are %s, never more than there is', (bytes, text) => {
  expect(roomText(bytes)).toBe(text)
})

it('only what can be pulled out is to be ejected', () => {
  expect(ejectHint('优盘', '优盘/数据交换')).toBe(
    '已写入并核对，存放在优盘（优盘/数据交换）。可以安全弹出优盘。',
  )
  expect(ejectHint('共享文件夹', '绩效科/收件')).not.toContain('弹出')
})
