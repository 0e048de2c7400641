import { utils, write } from 'xlsx'
import { emptyContent, emptyIndicator, type GoalContent } from '#domain/goals/goal'
import { goalFormWorkbook } from '#excel/write-goal-form'

/** The year of the journey; what it is about is made here, and what must come out is reckoned here, by nothing of the program. */
export const year = 2026
export const cityOffice = '巴中市财政局'
export const office = '南江县财政局'

export type PlannedUnit = { code: string; name: string; department: string; section: string }

const departments = [
  ['教育局', '教科文科'],
  ['文化广播电视和旅游局', '教科文科'],
  ['卫生健康局', '社会保障科'],
  ['人力资源和社会保障局', '社会保障科'],
  ['农业农村局', '农业农村科'],
  ['水利局', '农业农村科'],
  ['交通运输局', '经济建设科'],
  ['住房和城乡建设局', '经济建设科'],
  ['自然资源和规划局', '自然资源和生态环境科'],
  ['公安局', '行政政法科'],
] as const
const offices = ['服务中心', '监测站', '管理站', '培训中心', '信息中心'] as const

/** Sixty units: ten departments with five units each. */
export const units: readonly PlannedUnit[] = departments.flatMap(([name, section], at) => {
  const department = `${101 + at}001`
  const head = { code: department, name: `南江县${name}`, department: '', section }
  const below = offices.map((kind, index) => ({
    ...{
      code: `${101 + at}00${index + 2}`,
      name: `南江县${name.replace(/局$/, '')}${kind}`,
      department,
      section,
    },
  }))
  return [head, ...below]
})

/** The unit that has the program itself, and its project, which goes through the whole year. */
export const ownUnit = units[1] as PlannedUnit // the list above is never empty
export const ownProject = '乡村教师信息化能力提升'
/** As declared first and as corrected after the bureau's opinion, in 分. */
export const ownDeclared = 180_000_037
export const ownAmount = 160_000_019

/** What the evaluation takes from next year's money, within the 10 to 20 % of the rule, in 分. */
export const cut = 17_654_321

/** Of the unit's own project, as pasted from the unit's Excel. */
export const ownIndicators = [
  ['产出指标', '数量指标', '培训乡村教师人数', '≥', '320', '人', '10'],
  ['产出指标', '质量指标', '培训合格率', '≥', '95', '%', '10'],
  ['产出指标', '时效指标', '培训完成天数', '≤', '240', '天', '20'],
  ['成本指标', '经济成本指标', '人均培训成本', '≤', '5000', '元', '20'],
  ['效益指标', '社会效益指标', '受益乡镇个数', '≥', '30', '个', '20'],
  ['满意度指标', '服务对象满意度指标', '参训教师满意度', '≥', '90', '%', '10'],
] as const

/** 万元 as a person types it, to the 分. */
export function wan(fen: number | bigint): string {
  const digits = String(fen).padStart(7, '0')
  return `${digits.slice(0, -6)}.${digits.slice(-6)}`
}

/** 万元 as the pages show it on hover, to the 分. */
export function wanShown(fen: bigint): string {
  const [whole = '', fraction = ''] = wan(fen).split('.')
  return `${whole.replace(/\B(?=(\d{3})+$)/g, ',')}.${fraction.replace(/0{1,4}$/, '')} 万元`
}

export const books = ['一般公共预算', '政府性基金预算', '国有资本经营预算', '社会保险基金预算'] as const
export type Book = (typeof books)[number]
const sources = ['general-local', 'fund-local', 'capital', 'insurance'] as const

export type PlannedGoal = { unit: PlannedUnit; name: string; book: Book; amount: number }

/** One project of every other unit; each amount is another one, to the 分: no two errors cancel each other. */
export const others: readonly PlannedGoal[] = units
  .filter(({ code }) => code !== ownUnit.code)
  .map((unit, index) => ({
    unit,
    name: `${unit.name.replace('南江县', '')}业务保障`,
    book: books[index % 10 === 7 ? 1 : index % 10 === 8 ? 2 : index % 10 === 9 ? 3 : 0] ?? books[0],
    amount: 31_000_013 + 7_000_027 * index,
  }))

/** How many goals the county has. */
export const all = others.length + 1

export type Sums = ReadonlyMap<Book, { count: number; amount: bigint }>

/** The unit's own project alone. */
export const ownSums: Sums = sumsOf([{ book: books[0], amount: ownAmount }])

/** All goals by book: what county and city must show. */
export function goalSums(): Sums {
  return sumsOf([...others, { book: books[0], amount: ownAmount }])
}

function sumsOf(all: readonly Pick<PlannedGoal, 'book' | 'amount'>[]): Sums {
  return new Map(
    books.map((book) => {
      const within = all.filter((goal) => goal.book === book)
      return [
        book,
        { count: within.length, amount: within.reduce((sum, { amount }) => sum + BigInt(amount), 0n) },
      ]
    }),
  )
}

/** 单位名录 as the bureau keeps it. */
export function unitsFile(): Buffer {
  const names = utils.aoa_to_sheet([
    ['单位编码', '单位名称', '上级单位编码', '归口股室'],
    ...units.map(({ code, name, department, section }) => [code, name, department, section]),
  ])
  return write(
    { SheetNames: ['预算单位'], Sheets: { 预算单位: names } },
    { type: 'buffer', bookType: 'xlsx' },
  )
}

function budgetBookOf(book: Book): GoalContent['book'] {
  return (['general', 'fund', 'capital', 'insurance'] as const)[books.indexOf(book)] ?? 'general'
}

function contentOf({ unit, name, book, amount }: PlannedGoal): GoalContent {
  const row = (
    [level1, level2]: [string, string],
    title: string,
    [operator, value, measure]: ['≥' | '=' | '≤', string, string],
    weight: number,
  ) => ({ ...emptyIndicator('', level1, level2), name: title, operator, value, unit: measure, weight })
  const people = String(120 + (amount % 97))
  return {
    ...emptyContent(unit.code),
    ...{
      name,
      book: budgetBookOf(book),
      responsible: unit.name,
      contact: '李明',
      phone: '0827-8220001',
      category: 'department',
    },
    ...{ budgetKind: 'departmental', attribute: 'continuing', duration: 'recurring' },
    ...{ startsOn: `${year}-01-01`, endsOn: `${year}-12-31` },
    basis: `${unit.name}三定方案规定的职责和本年度工作要点`,
    overview: `${unit.name}全年开展${name}，服务对象 ${people} 人次`,
    total: amount,
    funding: [{ source: sources[books.indexOf(book)] ?? 'general-local', amount }],
    annualGoals: [`${unit.name}全年完成${name}任务，服务 ${people} 人次，验收合格率 100%`],
    indicators: [
      row(['产出指标', '数量指标'], `${name}服务人次`, ['≥', people, '人次'], 1000),
      row(['产出指标', '质量指标'], `${name}验收合格率`, ['=', '100', '%'], 1000),
      row(['产出指标', '时效指标'], `${name}完成天数`, ['≤', '300', '天'], 2000),
      row(['成本指标', '经济成本指标'], `${name}人均成本`, ['≤', '50', '元'], 2000),
      row(['效益指标', '社会效益指标'], `${name}覆盖乡镇`, ['≥', '16', '个'], 2000),
      row(['满意度指标', '服务对象满意度指标'], `${name}服务对象满意度`, ['≥', '90', '%'], 1000),
    ],
  }
}

/** The declaration forms of the other units, a file each. */
export async function goalFiles(): Promise<{ name: string; bytes: Uint8Array }[]> {
  return Promise.all(
    others.map(async (goal) => {
      const { unit } = goal
      const department = units.find(({ code }) => code === unit.department) ?? unit
      const names = {
        ...{ unit: unit.name, unitCode: unit.code, year },
        ...{ department: department.name, departmentCode: department.code },
      }
      const bytes = await goalFormWorkbook(contentOf(goal), names, 'sichuan')
      return { name: `${unit.code} ${unit.name}.xlsx`, bytes }
    }),
  )
}

/** What the treasury has paid of a project until the month, in 分; the unit's own is late until December. */
export function paidUntil(month: number, amount: number, isOwn = false): number {
  const percent = isOwn ? ({ 7: 20, 10: 70 }[month] ?? 98) : ({ 7: 72, 10: 85 }[month] ?? 99)
  return Math.floor((amount * percent) / 100)
}

/** Of the unit's own project, what its form of a month says, as the pages show it. */
export function ownPaid(month: number): string {
  return wanShown(BigInt(paidUntil(month, ownAmount, true)))
}

/** All that the treasury has paid until the month. */
export function paidSum(month: number): bigint {
  const own = BigInt(paidUntil(month, ownAmount, true))
  return others.reduce((sum, { amount }) => sum + BigInt(paidUntil(month, amount)), own)
}

/** 国库台账 of a month as it leaves the treasury's system, in 元. */
export function treasuryFile(month: number): Uint8Array {
  const own: PlannedGoal = { unit: ownUnit, name: ownProject, book: books[0], amount: ownAmount }
  const rows = [own, ...others].map((goal) => [
    ...[goal.unit.name, '', goal.name, goal.book, goal.amount / 100, goal.amount / 100],
    paidUntil(month, goal.amount, goal === own) / 100,
  ])
  const sheet = utils.aoa_to_sheet([
    [`南江县${year}年预算执行情况表`],
    [null, null, null, null, null, null, '单位：元'],
    ['预算单位', '项目编码', '项目名称', '资金性质', '年初预算数', '调整后预算数', '累计支出数'],
    ...rows,
  ])
  return new Uint8Array(
    write({ SheetNames: ['执行'], Sheets: { 执行: sheet } }, { type: 'array', bookType: 'xlsx' }),
  )
}
