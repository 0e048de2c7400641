import { expect, it } from 'vitest'
import { read, utils } from 'xlsx'
import { monitoringFormWorkbook } from '#excel/write-monitoring'
import { filled, opened } from '../domain/monitoring/sample.ts'

const names = { year: 2026, unit: '县公路养护中心', department: '县交通运输局', departmentCode: '318' }

async function texts(form: Parameters<typeof monitoringFormWorkbook>[0]): Promise<string[][]> {
  const book = read(await monitoringFormWorkbook(form, names))
  const sheet = book.Sheets[book.SheetNames[0] ?? '']
  if (!sheet) throw new Error('the file has a sheet')
  return utils.sheet_to_json<string[]>(sheet, { header: 1, raw: false, defval: '' })
}

it('writes the national form in its order, with money, ticks and texts', async () => {
  const form = filled({ measures: '增派人员。', summary: '进展顺利。' })
  const entries = form.entries.map((entry) =>
    entry.id === 'q'
      ? { ...entry, likelihood: 'possible' as const, causes: ['people', 'other'], causeText: '=人员不足' }
      : entry,
  )
  const rows = await texts({ ...form, entries })
  const flat = rows.map((row) => row.join('|'))
  expect(flat[0]).toContain('项目支出绩效目标执行监控表')
  expect(flat[3]).toContain('［318］县交通运输局')
  const head = rows.find((row) => row.includes('1—7月执行数'))
  expect(head).toContain('1—7月执行率')
  const total = rows.find((row) => row.includes('年度资金总额'))
  expect(total?.filter((text) => text !== '')).toEqual(
    expect.arrayContaining(['年度资金总额', '90.00', '50.00', '55.5%']),
  )
  const ticked = rows.find((row) => row.includes('养护里程'))
  // 三个保障、其他 from the seventh column, then the text and the three likelihoods.
  expect(ticked?.slice(6, 15)).toEqual(['', '', '√', '', '√', '=人员不足', '', '√', ''])
  const sure = rows.find((row) => row.includes('优良路率'))
  expect(sure?.slice(11, 13)).toEqual(['无偏差', '√'])
  expect(flat.some((line) => line.includes('增派人员。'))).toBe(true)
  expect(flat.some((line) => line.includes('进展顺利。'))).toBe(true)
})

it('an empty form is written too: 无 where nothing is expected', async () => {
  const rows = await texts(opened())
  expect(rows.find((row) => row.includes('养护里程'))?.[5]).toBe('无')
})
