import { describe, expect, it } from 'vitest'
import { attachmentView, sizeText } from '#domain/attachment'
import { listedRegulations } from '#domain/regulation-list'
import {
  checkRegulation,
  emptyRegulation,
  matchesRegulation,
  type Regulation,
  regulationOfClause,
} from '#domain/regulations'

function regulation(id: string, name: string, number: string): Regulation {
  const kept = { id, initials: 'ssfa', revision: 1, changedAt: '', changedBy: '' }
  return { ...emptyRegulation, name, number, ...kept }
}

const plan = regulation('a', '实施方案', '巴财〔2020〕38号')
const targets = regulation('b', '评价办法', '财预〔2020〕10号')
const short = regulation('c', '旧文', '财预〔2020〕1号')

describe('the register of 制度', () => {
  it.each([
    ['巴财〔2020〕38号 三（二）4', 'a'],
    ['财预[2020]10号附件2', 'b'],
    ['财预〔2020〕1号', 'c'],
    ['本系统默认', undefined],
  ])('finds the document that %s cites', (clause, id) => {
    expect(regulationOfClause(clause, [short, plan, targets])?.id).toBe(id)
  })

  it.each([
    [{ name: ' ' }, ['name']],
    [{ name: '办法', issuedOn: '2025-02-30' }, ['issuedOn']],
    [{ name: '办法', number: '巴财 [2020] 38号' }, ['number']],
    [{ name: '办法', number: '' }, []],
  ])('checks %j', (patch, places) => {
    expect(checkRegulation({ ...emptyRegulation, ...patch }, [plan]).map(({ at }) => at)).toEqual(places)
  })

  it.each(['', '方案', '2020〕38', 'SSFA', '巴财[2020]'])('answers %j', (search) => {
    expect(matchesRegulation(plan, search)).toBe(true)
  })

  it('ships a list without a name or 文号 given twice', () => {
    for (const [index, each] of listedRegulations.entries()) {
      const others = listedRegulations
        .slice(0, index)
        .map((one, at) => regulation(`${at}`, one.name, one.number))
      expect(checkRegulation(each, others)).toEqual([])
    }
    expect(new Set(listedRegulations.map(({ name }) => name)).size).toBe(listedRegulations.length)
  })
})

describe('attachments are shown by what they are, not by what they are called', () => {
  const bytes = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0))
  it.each([
    ['文件.pdf', '%PDF-1.7', 'pdf'],
    ['扫描.jpg', '\xff\xd8\xff\xe0', 'picture'],
    ['图.png', '\x89PNG\r\n', 'picture'],
    ['伪装.png', '<svg xmlns="http://www.w3.org/2000/svg" onload="x()">', 'none'],
    ['伪装.pdf', '<html><script>', 'none'],
    ['矢量.svg', '<svg/>', 'none'],
    ['程序.exe', 'MZ', 'none'],
    ['改名.exe', '\x89PNG', 'none'],
    ['空.pdf', '', 'none'],
  ])('%s', (name, content, view) => {
    expect(attachmentView(name, bytes(content))).toBe(view)
  })

  it.each([
    [0, '0 字节'],
    [1023, '1023 字节'],
    [1024, '1 KB'],
    [3_565_158, '3.4 MB'],
  ])('says %i as %s', (size, text) => expect(sizeText(size)).toBe(text))
})
