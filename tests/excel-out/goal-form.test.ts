import ExcelJS from 'exceljs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contentFromForm } from '../../src-renderer/domain/goals/from-form.ts'
import { type GoalContent, operators } from '../../src-renderer/domain/goals/goal.ts'
import { rulesById } from '../../src-renderer/domain/year-rules.ts'
import { checkCode } from '../../src-renderer/excel/layouts/check-code.ts'
import type { Layout } from '../../src-renderer/excel/layouts/words.ts'
import { goalFormWorkbook } from '../../src-renderer/excel/write-goal-form.ts'
import { readForms } from '../excel/read-forms.ts'
import { loaded } from './loaded.ts'
import { departmentGoal, fullGoal, indicator, names } from './samples.ts'

const rules = rulesById('frame-2021')

/** Ids are new after every reading; everything else must be the same. */
function withoutIds(content: GoalContent) {
  const order = (lines: GoalContent['funding']) => [...lines].sort((a, b) => (a.source < b.source ? -1 : 1))
  return {
    ...content,
    funding: order(content.funding),
    indicators: content.indicators.map((each) => ({ ...each, id: '' })),
    tasks: content.tasks.map((task) => ({ ...task, id: '' })),
  }
}

async function roundTrip(content: GoalContent, layout: Layout) {
  const bytes = await goalFormWorkbook(content, names, layout)
  const forms = readForms(bytes, 'form.xlsx')
  expect(forms).toHaveLength(1)
  const form = forms[0]
  if (!form) throw new Error('no form')
  expect(form.faults).toEqual([])
  expect(form.year).toBe('2025')
  return contentFromForm(form, 'unit-1', rules, () => '')
}

describe('one’s own form read back', () => {
  it.each(['national', 'sichuan'] as const)('gives the same goal: %s', async (layout) => {
    expect(withoutIds(await roundTrip(fullGoal(), layout))).toEqual(withoutIds(fullGoal()))
  })

  it('gives the same goal of a whole department, with its tasks', async () => {
    expect(withoutIds(await roundTrip(departmentGoal(), 'department'))).toEqual(withoutIds(departmentGoal()))
  })

  it('keeps a department’s goal of an unusual name and the fields the form has no place for', async () => {
    const goal: GoalContent = { ...fullGoal(), kind: 'department', name: '水利系统2025年整体目标' }
    expect(withoutIds(await roundTrip(goal, 'department'))).toEqual(withoutIds(goal))
  })

  it.each(['national', 'sichuan', 'department'] as const)(
    'gives an unfilled goal back unfilled: %s',
    async (layout) => {
      const goal: GoalContent = {
        ...fullGoal(),
        kind: layout === 'department' ? 'department' : 'project',
        name: layout === 'department' ? '巴州区水利局部门整体支出' : '只有名称的项目',
        ...{
          basis: '',
          overview: '',
          necessity: '',
          feasibility: '',
          longTermGoal: '',
          preAssessment: '',
          remarks: '',
        },
        ...{
          contact: '',
          phone: '',
          responsible: '',
          startsOn: '',
          endsOn: '',
          code: '',
          category: '',
          budgetKind: '',
        },
        ...{ attribute: '', duration: '', importance: 'general', annualGoals: [], total: null, funding: [] },
      }
      expect(withoutIds(await roundTrip(goal, layout))).toEqual(withoutIds(goal))
    },
  )

  it('gives the same goal for many kinds of goals', async () => {
    const words = fc.constantFrom(
      '供水点建设',
      '=SUM(A1)项目',
      '+增收',
      '-减负',
      '@通知',
      '全角１２３',
      '第一行\n第二行',
      '“引号”与<尖括号>&',
      '甲'.repeat(600),
    )
    const levels = rules.frame.flatMap((one) => one.level2.map((two) => [one.name, two.name] as const))
    const target = fc.oneof(
      fc.record({
        operator: fc.constantFrom(...operators.filter((each) => each !== '定性' && each !== '')),
        value: fc.integer({ min: 0, max: 99_999 }).map((n) => String(n / 100)),
        unit: fc.constantFrom('%', '个', '元/人·月', '万元', ''),
      }),
      fc.record({
        operator: fc.constant('定性' as const),
        value: fc.constantFrom('优良中低差', '好坏'),
        unit: fc.constant(''),
      }),
    )
    const row = fc.tuple(
      fc.nat(levels.length - 1),
      words,
      target,
      fc.option(fc.integer({ min: 0, max: 10_000 })),
    )
    const amount = fc.integer({ min: 0, max: 900_000_000_000 })
    const goal = fc.record({
      name: words,
      annualGoals: fc.array(words, { maxLength: 5 }),
      overview: words,
      total: amount,
      local: amount,
      kind: fc.constantFrom('project' as const, 'policy' as const),
      rows: fc.array(row, { minLength: 1, maxLength: 12 }),
      layout: fc.constantFrom('national' as const, 'sichuan' as const),
    })
    await fc.assert(
      fc.asyncProperty(goal, async ({ rows, layout, local, ...part }) => {
        const content: GoalContent = {
          ...fullGoal(),
          ...part,
          funding: [{ source: 'general-local', amount: local }],
          indicators: rows.map(([at, name, split, weight], index) =>
            indicator('', {
              level1: levels[at]?.[0] ?? '',
              level2: levels[at]?.[1] ?? '',
              name: `${name}${index}`,
              ...split,
              weight,
            }),
          ),
        }
        expect(withoutIds(await roundTrip(content, layout))).toEqual(withoutIds(content))
      }),
      { numRuns: 60 },
    )
  })
})

describe('the sheet', () => {
  it('stores no formula, whatever the text begins with', async () => {
    const texts = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '=HYPERLINK("http://x")']
    const goal = {
      ...fullGoal(),
      name: '=cmd|x',
      responsible: '@SUM(A1)',
      annualGoals: ['=1+1'],
      indicators: texts.map((name) =>
        indicator('', { level1: '产出指标', level2: '数量指标', name, value: name }),
      ),
    }
    const book = await loaded(await goalFormWorkbook(goal, names, 'national'))
    for (const sheet of book.worksheets)
      sheet.eachRow((row) =>
        row.eachCell((cell) => {
          expect(cell.type).not.toBe(ExcelJS.ValueType.Formula)
          expect(cell.type).not.toBe(ExcelJS.ValueType.Hyperlink)
          if (cell.type === ExcelJS.ValueType.String) expect(cell.numFmt ?? '@').toBe('@')
        }),
      )
  })

  it('survives control characters and cells longer than a workbook can hold', async () => {
    const goal = { ...fullGoal(), overview: `a\u0000b\u0007\ud800${'长'.repeat(40_000)}`, basis: 'x_x0041_y' }
    const [form] = readForms(await goalFormWorkbook(goal, names, 'national'), 'x.xlsx')
    expect(form?.fields.overview?.text.startsWith('ab长')).toBe(true)
    expect(form?.fields.overview?.text.length).toBeLessThan(32_767)
    expect(form?.fields.basis?.text).toBe('x_x0041_y')
  })

  it.each(['national', 'sichuan', 'department'] as const)(
    'prints on A4 with repeated head and 校验码: %s',
    async (layout) => {
      const goal = layout === 'department' ? departmentGoal() : fullGoal()
      const book = await loaded(await goalFormWorkbook(goal, names, layout))
      const sheet = book.worksheets[0]
      if (!sheet) throw new Error('no sheet')
      expect(sheet.pageSetup).toMatchObject({
        paperSize: 9,
        orientation: 'portrait',
        fitToPage: true,
        fitToWidth: 1,
        fitToHeight: 0,
      })
      expect(sheet.pageSetup.printArea).toBe(`A1:I${sheet.rowCount}`)
      const [first = 0, last = 0] = (sheet.pageSetup.printTitlesRow ?? '').split(':').map(Number)
      expect(sheet.getCell(first, 2).value).toBe('一级指标')
      expect(last - first).toBe(layout === 'sichuan' ? 0 : 1)
      expect(sheet.headerFooter.oddFooter).toContain('第 &P 页 共 &N 页')
      expect(sheet.headerFooter.oddFooter).toContain(checkCode(goal, 2025))
    },
  )

  it('merges equal levels downward, draws the whole grid, and gives long text room', async () => {
    const sheet = (await loaded(await goalFormWorkbook(fullGoal(), names, 'national'))).worksheets[0]
    if (!sheet) throw new Error('no sheet')
    const rows = new Map<string, number>()
    sheet.eachRow((row, at) => {
      rows.set(String(row.getCell(4).value), at)
      if (typeof row.getCell(1).value === 'string') rows.set(String(row.getCell(1).value), at)
    })
    const from = rows.get('新建供水点') ?? 0
    expect(sheet.getCell(from, 2).master.address).toBe(sheet.getCell(from + 2, 2).master.address)
    expect(sheet.getCell(from, 3).master.address).toBe(sheet.getCell(from + 1, 3).master.address)
    expect(sheet.getCell(from, 3).master.address).not.toBe(sheet.getCell(from + 2, 3).master.address)
    for (let row = 4; row < sheet.rowCount; row++)
      for (let column = 1; column <= 9; column++)
        expect(sheet.getCell(row, column).border?.left?.style, `${row}/${column}`).toBe('thin')
    // 1950 characters at 47 to a line need some 42 lines of 14.5 points.
    let height = 0
    const overview = sheet.getCell(rows.get('项目概况') ?? 0, 2).master.address
    for (let row = 1; row <= sheet.rowCount; row++)
      if (sheet.getCell(row, 2).master.address === overview) height += sheet.getRow(row).height ?? 0
    expect(height).toBeGreaterThan(580)
    for (let row = 1; row <= sheet.rowCount; row++)
      expect(sheet.getRow(row).height ?? 15).toBeLessThanOrEqual(409)
  })

  it('shows what 101号 asks of an indicator on a second sheet, only where filled', async () => {
    const goal = fullGoal()
    goal.indicators[0] = {
      ...indicator('1', goal.indicators[0] ?? {}),
      basis: '行业标准',
      method: '直接证明法',
    }
    const book = await loaded(await goalFormWorkbook(goal, names, 'national'))
    expect(book.worksheets.map((sheet) => sheet.name)).toEqual(['项目支出绩效目标', '指标编制要素'])
    expect(book.worksheets[1]?.getCell('D2').value).toBe('行业标准')
  })

  it('gives back what keeps a goal from publication, the 101号 elements and names that look like sums', async () => {
    const goal: GoalContent = {
      ...fullGoal(),
      secret: true,
      disclosed: false,
      disclosureReason: '涉及警务部署',
    }
    goal.indicators = goal.indicators.map((each, index) => ({
      ...each,
      name: index === 2 ? '合计改造管网长度' : each.name,
      longTermTarget: index === 1 ? '≥36处' : '',
      basis: '行业标准',
      scoring: '按完成比例赋分',
      note: index === 0 ? '含税' : '',
    }))
    expect(withoutIds(await roundTrip(goal, 'national'))).toEqual(withoutIds(goal))
    expect(withoutIds(await roundTrip(goal, 'sichuan'))).toEqual(withoutIds(goal))
  })

  it('changes the 校验码 with the content and not with the ids', () => {
    const goal = fullGoal()
    const other = { ...goal, indicators: goal.indicators.map((each) => ({ ...each, id: `x${each.id}` })) }
    expect(checkCode(other, 2025)).toBe(checkCode(goal, 2025))
    expect(checkCode({ ...goal, total: 1 }, 2025)).not.toBe(checkCode(goal, 2025))
  })
})
