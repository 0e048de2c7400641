import { strFromU8, unzipSync } from 'fflate'
import { expect, it } from 'vitest'
import type { ReportFigures } from '#domain/monitoring/report-figures'
import { draftedTexts } from '#domain/monitoring/report-texts'
import { roundReportWorkbook } from '#excel/write-round-report'
import { type RoundReportInput, roundReportDocument } from '#reports/round-report'

const counts = { green: 3, yellow: 1, red: 1, blue: 0, none: 0 }
const sums = { due: 6, reported: 5, exempt: 1, budget: 123_456_789, paid: 61_728_395, colours: counts }
const figures: ReportFigures = {
  roundName: '1—7 月绩效监控',
  month: 7,
  dueOn: '2026-08-31',
  all: sums,
  sections: [{ sectionId: 's', name: '教科文科', figures: sums }],
  lights: { execution: counts, goal: counts, gap: counts, forecast: counts },
  unspent: 1_000_000,
  indicators: { all: 20, sure: 17, possible: 2, impossible: 1 },
  causes: [{ name: '经费保障', count: 2 }],
  warnings: [
    {
      goalId: 'g',
      name: '=1+1 项目\u0000',
      unitName: '县教育局',
      sectionName: '教科文科',
      budget: 100_000_000,
      paid: 12_000_000,
      lights: [{ kind: 'execution', colour: 'red', reason: '执行率 12.0%，低于预警线 40.0%。' }],
    },
  ],
  disposals: [
    {
      name: '营养改善',
      unitName: '县教育局',
      measure: '督促加快',
      demand: '加快支付。',
      dueOn: '2026-09-14',
      state: '待整改',
    },
  ],
  basis: [{ name: '校舍维修', unitName: '县教育局', what: '收回财政', amount: 5_000_000, why: '项目停止。' }],
}

// One white pixel.
const png = new Uint8Array(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mP8/x8AAwMCAO+ip1sAAAAASUVORK5CYII=',
    'base64',
  ),
)

const input: RoundReportInput = {
  office: '南江县财政局',
  year: 2026,
  figures,
  texts: draftedTexts(figures, '南江县财政局', '2026-09-10'),
  opinions: [
    {
      sectionId: 's',
      sectionName: '教科文科',
      verdict: 'change',
      text: '请注明资金下达时间。',
      by: '陈芳',
      on: '2026-09-10',
      adopted: 'yes',
      answer: '',
    },
  ],
  pictures: [{ title: '各归口股室预算执行率', png, width: 720, height: 200 }],
  isFinal: false,
  writtenOn: '2026-09-12',
}

async function partsOf(change: Partial<RoundReportInput> = {}) {
  return unzipSync(await roundReportDocument({ ...input, ...change }))
}

function textIn(parts: Record<string, Uint8Array>): string {
  return strFromU8(parts['word/document.xml'] ?? new Uint8Array()).replace(/<[^>]+>/g, '')
}

it('has its six parts, its tables and its four annexes, with the figures as they are', async () => {
  const text = textIn(await partsOf())
  const inOrder = [
    '2026年度1—7 月绩效运行监控总报告',
    '（征求意见稿）',
    '一、监控工作开展情况',
    '二、预算执行情况',
    '123.46',
    '50.0%',
    '三、绩效目标实现情况',
    '四、存在的主要问题',
    '五、处置意见',
    '六、结果应用建议',
    '2026年9月12日',
    '预警项目清单',
    '处置清单',
    '加快支付。',
    '预算调整、收回和取消清单',
    '5.00',
    '征求意见及采纳情况',
    '请注明资金下达时间。',
  ]
  let from = 0
  for (const part of inOrder) {
    const at = text.indexOf(part, from)
    expect([part, at >= 0]).toEqual([part, true])
    from = at
  }
})

it('says that it is a draft until it is final, holds its picture and no unwritable character', async () => {
  const parts = await partsOf({ isFinal: true })
  expect(textIn(parts)).not.toContain('征求意见稿')
  expect(Object.keys(parts).filter((name) => name.startsWith('word/media/'))).toHaveLength(1)
  expect(textIn(parts)).toContain('=1+1 项目')
  expect(strFromU8(parts['word/document.xml'] ?? new Uint8Array())).not.toContain('\u0000')
})

it('leaves the sum of a table with the row above it', async () => {
  const parts = await partsOf()
  const [first = ''] = strFromU8(parts['word/document.xml'] ?? new Uint8Array()).split('</w:tbl>')
  const rows = first.split('<w:tr>').slice(1)
  expect(rows.map((row) => row.includes('<w:keepNext/>'))).toEqual(
    rows.map((_, index) => index === rows.length - 2),
  )
})

it('says 无 where a list is empty', async () => {
  const empty = { ...figures, warnings: [], disposals: [], basis: [] }
  expect(textIn(await partsOf({ figures: empty, opinions: [] })).match(/无/g)?.length).toBeGreaterThanOrEqual(
    4,
  )
})

it('gives its lists as sheets with sums, and no text that a spreadsheet would calculate', async () => {
  const { Workbook } = await import('exceljs')
  const book = new Workbook()
  const bytes = await roundReportWorkbook(figures, { year: 2026, office: '南江县财政局' })
  await book.xlsx.load(Buffer.from(bytes) as unknown as Parameters<typeof book.xlsx.load>[0])
  expect(book.worksheets.map(({ name }) => name)).toEqual([
    '分股室汇总',
    '预警项目清单',
    '处置清单',
    '预算调整和收回清单',
  ])
  const [sections, warnings, , basis] = book.worksheets
  expect(sections?.getCell('E4').value).toBe(123.456789)
  expect(sections?.getCell('E5').value).toMatchObject({ result: 123.456789 })
  expect(warnings?.getCell('A4').value).toBe('=1+1 项目')
  expect(basis?.getCell('D4').value).toBe(5)
})
