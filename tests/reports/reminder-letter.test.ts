import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { addressees, reminderLetter, reminderText } from '#reports/reminder-letter'

const round = { work: '绩效运行监控', what: '“1—7 月绩效监控”（2026 年 1—7 月）', dueOn: '2026-08-31' }
const lines = [
  { department: '南江县教育局', unit: '南江县教育局', names: ['校舍维修'] },
  { department: '南江县教育局', unit: '南江县第一小学', names: ['营养改善计划', '=1+1 课后服务'] },
  { department: '南江县交通局', unit: '县公路养护段', names: ['日常养护'] },
]

describe('催报函', () => {
  it('writes to each department once', () => expect(addressees(lines)).toBe('南江县教育局、南江县交通局'))

  it.each([
    ['2026-08-30', '距今还有 1 天', '抓紧填报'],
    ['2026-08-31', '距今还有 0 天', '抓紧填报'],
    ['2026-09-01', '已超过 1 天', '立即填报'],
  ])('on %s it says %s and asks to %s', (writtenOn, days, request) => {
    const text = reminderText({ year: 2026, ...round, lines, writtenOn })
    expect(text).toContain(days)
    expect(text).toContain(request)
    expect(text).toContain('3 个单位的 4 个项目')
  })

  it('lists every project in the file', async () => {
    const bytes = await reminderLetter({
      office: '南江县财政局',
      year: 2026,
      ...round,
      lines,
      writtenOn: '2026-09-01',
    })
    const parts = unzipSync(bytes)
    const text = strFromU8(parts['word/document.xml'] ?? new Uint8Array()).replace(/<[^>]+>/g, '')
    for (const part of [
      '关于催报2026年度绩效运行监控情况的函',
      '营养改善计划',
      '=1+1 课后服务',
      '2026年9月1日',
      '南江县财政局',
    ])
      expect(text).toContain(part)
  })
})
