import { Dexie } from 'dexie'
import { createBook } from '#actions/create-book'
import { saveUnits } from '#actions/save-units'
import { emptyContent, emptyIndicator, type GoalContent } from '#domain/goals/goal'
import type { ReadForm, ReadIndicator } from '#domain/goals/read-form'
import type { Actor, Duty } from '#domain/people/duties'
import type { Unit, YearBook } from '#domain/year-book'
import { sectionsOf } from '#storage/base-data'
import { closeDatabase, databaseName, db, openDatabase } from '#storage/database'
import { initialsOf } from '#storage/initials'

/** Someone in the one office: each test takes the duty it needs. */
export function acting(duty: Duty, scope = ''): Actor {
  return { accountId: 'a1', name: '测试员', duty, scope }
}

export const by = acting('performance')

/** An empty database for each test. */
export async function freshDatabase(): Promise<void> {
  closeDatabase()
  await Dexie.delete(databaseName)
  await openDatabase()
}

/** All that is stored, to be compared. */
export async function everything(): Promise<string> {
  return JSON.stringify(
    await Promise.all(db.tables.map(async (table) => [table.name, await table.toArray()])),
  )
}

/** A book of 2026 with a department and its school. */
export async function freshBook(): Promise<{ book: YearBook; units: [Unit, Unit] }> {
  const book = await createBook({
    year: 2026,
    identity: {
      regionCode: '511922',
      regionName: '南江县',
      level: 'county',
      office: '南江县财政局',
      section: '监督与绩效管理科',
    },
    rulesId: 'frame-2021',
    by,
  })
  const [section] = await sectionsOf(book.id)
  const sectionId = section?.id ?? ''
  const office: Unit = unit(book.id, 'unit-office', '205001', '南江县教育局', '', sectionId)
  const school: Unit = unit(book.id, 'unit-school', '205003', '南江县第一小学', office.id, sectionId)
  await saveUnits(book.id, [office, school], by)
  return { book, units: [office, school] }
}

function unit(
  bookId: string,
  id: string,
  code: string,
  name: string,
  parentId: string,
  sectionId: string,
): Unit {
  return { id, bookId, code, name, parentId, sectionId, initials: initialsOf(name) }
}

/** A form without a fault under the pack of 2021. */
export function soundContent(unitId: string, name = '义务教育营养改善计划'): GoalContent {
  const row = (
    id: string,
    level1: string,
    level2: string,
    title: string,
    target: [string, string, string],
  ) => ({
    ...emptyIndicator(id, level1, level2),
    name: title,
    operator: target[0] as '≥', // the tables below only hold operators
    value: target[1],
    unit: target[2],
  })
  const rows = [
    { ...row('i1', '产出指标', '数量指标', '受益学生人数', ['≥', '5200', '人']), weight: 1000 },
    { ...row('i2', '产出指标', '质量指标', '供餐食材抽检合格率', ['=', '100', '%']), weight: 1000 },
    { ...row('i3', '产出指标', '时效指标', '补助资金拨付到校天数', ['≤', '15', '天']), weight: 2000 },
    { ...row('i4', '成本指标', '经济成本指标', '每生每天补助标准', ['≤', '5', '元']), weight: 2000 },
    { ...row('i5', '效益指标', '社会效益指标', '学生贫血率下降', ['≥', '2', '个百分点']), weight: 2000 },
    { ...row('i6', '满意度指标', '服务对象满意度指标', '学生家长满意度', ['≥', '90', '%']), weight: 1000 },
  ]
  return {
    ...emptyContent(unitId),
    name,
    code: '',
    responsible: '南江县教育局',
    contact: '李明',
    phone: '0827-8220001',
    category: 'social',
    budgetKind: 'special',
    attribute: 'continuing',
    duration: 'recurring',
    startsOn: '2026-01-01',
    endsOn: '2026-12-31',
    basis: `${name}依据国务院办公厅关于实施农村义务教育学生营养改善计划的意见设立`,
    overview: `${name}为全县 5200 名农村学生每个学习日提供一餐热食`,
    total: 520_000_000,
    funding: [{ source: 'general-local', amount: 520_000_000 }],
    annualGoals: [`${name}全年供餐 200 天，覆盖学生 5200 人，抽检合格率 100%`],
    indicators: rows,
  }
}

/** A form as the reader gives it. */
export function readForm(unit: string, project: string, amount = 5_000_000): ReadForm {
  const indicator = (
    level1: string,
    level2: string,
    level3: string,
    value: string,
    weight: number,
  ): ReadIndicator => ({
    level1,
    level2,
    level3,
    target: `≥${value}`,
    operator: '≥',
    value,
    unit: null,
    weight,
    actual: null,
    score: null,
    cell: 'D12',
  })
  return {
    sheet: '绩效目标申报表',
    kind: 'goal',
    year: '2026',
    department: null,
    unit,
    project,
    code: null,
    funds: [],
    total: amount,
    goals: { annual: [`${project}年内完成全部建设任务并通过验收`], longTerm: '' },
    fields: {},
    tasks: [],
    indicators: [
      indicator('产出指标', '数量指标', `${project}完成数量`, '12', 50),
      indicator('效益指标', '社会效益指标', '受益人口', '3000', 40),
    ],
    longTermIndicators: [],
    faults: [],
    range: 'A1:H30',
  }
}
