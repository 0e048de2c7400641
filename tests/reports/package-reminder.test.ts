import { strFromU8, unzipSync } from 'fflate'
import { expect, it } from 'vitest'
import { packageReminderLetter } from '#reports/package-reminder'

const office = {
  office: '巴中市财政局',
  year: 2026,
  what: '预算绩效',
  dueOn: '',
  writtenOn: '2026-11-26',
} as const

async function textOf(lines: Parameters<typeof packageReminderLetter>[0]['lines']): Promise<string> {
  const xml = unzipSync(await packageReminderLetter({ ...office, lines }))['word/document.xml']
  if (!xml) throw new Error('a Word file has a document')
  return strFromU8(xml).replace(/<[^>]+>/g, '')
}

it('lists units beneath their departments, and writes to the departments', async () => {
  const text = await textOf([{ department: '南江县教育局', name: '南江中学', state: '未报' }])
  for (const part of ['关于催报2026年度预算绩效数据包的函', '南江县教育局：', '主管部门', '南江中学'])
    expect(text).toContain(part)
})

it('lists counties, which have no department above them', async () => {
  const text = await textOf([{ department: '', name: '通江县财政局', state: '退回未重报' }])
  for (const part of ['通江县财政局：', '退回未重报']) expect(text).toContain(part)
  expect(text).not.toContain('主管部门')
})
