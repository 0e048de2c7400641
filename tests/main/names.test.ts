import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isInside, numbered, placeOf, safeName } from '../../src-main/names.ts'

describe('safeName', () => {
  it.each([
    ['南江县/教育局:绩效目标表?.xlsx', '南江县_教育局_绩效目标表_.xlsx'],
    ['..', '未命名'],
    ['../../etc/passwd', '_.._etc_passwd'],
    ['..\\..\\Windows\\win.ini', '_.._Windows_win.ini'],
    ['表.xlsx. . ', '表.xlsx'],
    ['CON', '_CON'],
    ['nul.xlsx', '_nul.xlsx'],
    ['LPT1.txt', '_LPT1.txt'],
    ['COM10.txt', 'COM10.txt'],
    ['a\u0000b\nc', 'a b c'],
    ['表\u202excod.exe', '表xcod.exe'],
    ['', '未命名'],
    ['𠮷野项目.xlsx', '𠮷野项目.xlsx'],
  ])('%j → %j', (given, expected) => {
    expect(safeName(given)).toBe(expected)
  })

  it('shortens without losing the ending or cutting a character', () => {
    const name = safeName(`${'𠮷'.repeat(100)}.xlsx`)
    expect(name).toMatch(/^𠮷+….xlsx$/u)
    expect(Buffer.byteLength(name)).toBeLessThanOrEqual(136)
  })

  it('always gives one acceptable path step, and keeps it when asked again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        const name = safeName(text)
        expect(name).not.toBe('')
        expect(name).not.toMatch(/[/\\:*?"<>|\p{Cc}]|^\.|[. ]$/u)
        expect(isInside('/exports', `/exports/${name}`)).toBe(true)
        expect(safeName(name)).toBe(name)
      }),
    )
  })
})

it('tells a folder from one whose name only begins alike', () => {
  expect(isInside('/foo', '/foo/a')).toBe(true)
  expect(isInside('/foo', '/foo2/a')).toBe(false)
  expect(isInside('/foo', '/foo')).toBe(false)
  expect(isInside('/foo', '/foo/../bar')).toBe(false)
  expect(isInside('/foo', '/foo/..a')).toBe(true)
})

it('shows a place by its last two folders', () => {
  expect(placeOf('/home/zhang/文档/绩衡导出')).toBe('文档/绩衡导出')
})

it('numbers before the ending', () => {
  expect(numbered('表.xlsx', 1)).toBe('表.xlsx')
  expect(numbered('表.xlsx', 2)).toBe('表 (2).xlsx')
  expect(numbered('文件夹', 3)).toBe('文件夹 (3)')
})
