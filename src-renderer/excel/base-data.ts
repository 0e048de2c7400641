import type { Problem } from '#domain/problem'
import type { Section, Unit } from '#domain/year-book'
import { linesUnder, problem, soundLines } from './base-data-rows.ts'
import { bytesOf, loadExcel, put } from './form-style.ts'
import { choicesFormula } from './write-choices.ts'
import { setUpPage } from './write-page.ts'

const unitSheet = '预算单位'
const sectionSheet = '股室'
const unitHeads = ['单位编码', '单位名称', '上级单位编码', '归口股室'] as const
const sectionHeads = ['股室编码', '股室名称', '职责'] as const
const roles: Record<Section['role'], string> = {
  lead: '牵头',
  support: '支撑',
  spending: '资金管理',
  other: '其他',
}

export type UnitsContext = {
  bookId: string
  /** Units and sections the book has already: their ids stay. */
  units: readonly Unit[]
  sections: readonly Section[]
  nextId: () => string
}

/** 预算单位 and 股室 as a workbook of two sheets; codes are text, so that no leading zero is lost. */
export async function unitsWorkbook(
  units: readonly Unit[],
  sections: readonly Section[],
): Promise<Uint8Array> {
  const excel = await loadExcel()
  const book = new excel.Workbook()
  const codes = new Map(units.map((unit) => [unit.id, unit.code]))
  const names = new Map(sections.map((section) => [section.id, section.name]))
  const sheets = [
    {
      name: unitSheet,
      heads: unitHeads,
      sizes: [20, 40, 20, 26],
      rows: units.map((unit) => [
        unit.code,
        unit.name,
        codes.get(unit.parentId) ?? '',
        names.get(unit.sectionId) ?? '',
      ]),
      choices: [...names.values()],
    },
    {
      name: sectionSheet,
      heads: sectionHeads,
      sizes: [14, 34, 16],
      rows: [...sections]
        .sort((left, right) => left.order - right.order)
        .map((section) => [section.code, section.name, roles[section.role]]),
      choices: Object.values(roles),
    },
  ]
  for (const { name, heads, sizes, rows, choices } of sheets) {
    const sheet = book.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] })
    for (const [index, text] of heads.entries()) {
      const column = sheet.getColumn(index + 1)
      column.width = sizes[index] ?? 16
      // Cells that a person fills in later keep their zeros too.
      column.numFmt = '@'
      put(sheet, { top: 1, left: index + 1, bottom: 1, right: index + 1 }, text, {
        bold: true,
        align: 'center',
      })
    }
    const last = heads.length
    const source = choices.length > 0 ? choicesFormula(book, choices) : ''
    for (const [index, row] of rows.entries()) {
      const at = index + 2
      for (const [column, text] of row.entries())
        put(sheet, { top: at, left: column + 1, bottom: at, right: column + 1 }, text)
      if (source)
        sheet.getCell(at, last).dataValidation = { type: 'list', allowBlank: true, formulae: [source] }
    }
    setUpPage(sheet, { lastRow: rows.length + 1, lastColumn: last, titles: [1, 1] })
  }
  return bytesOf(book)
}

const noHead = (heads: readonly string[]) =>
  problem(
    'head-missing',
    'error',
    0,
    `没有找到列名“${heads.slice(0, 2).join('”“')}”，没有读取。`,
    '请按导出的表填写。',
  )

const unitPatterns = [
  /^\*?(单位|预算单位|部门)?(编码|代码)$/,
  /^\*?(单位|预算单位|部门)(\(单位\))?名称$|^名称$/,
  /^(上级|主管)(单位|部门)?(编码|代码)$/,
  /^(归口)?(股室|科室|处室)(名称)?$/,
]

/** Takes away the parent of units that stand above themselves. */
function cutCircles(units: Unit[], rows: ReadonlyMap<string, number>, problems: Problem[]): void {
  const byId = new Map(units.map((unit) => [unit.id, unit]))
  for (const unit of units) {
    const path = new Set([unit.id])
    let above = byId.get(unit.parentId)
    while (above && !path.has(above.id)) {
      path.add(above.id)
      above = byId.get(above.parentId)
    }
    if (above?.id !== unit.id) continue
    unit.parentId = ''
    const row = rows.get(unit.id) ?? 0
    problems.push(
      problem(
        'parent-circle',
        'warning',
        row,
        `“${unit.name}”的上级绕回到自己，已当作主管部门。`,
        '请改正上级单位编码。',
      ),
    )
  }
}

/**
 * Reads 预算单位 from a workbook, columns by name. Known units keep their id (same code, else same name); what cannot
 * be read is reported with its row and left out. Throws WorkbookError for what is no workbook.
 */
export async function readUnits(
  bytes: Uint8Array,
  context: UnitsContext,
): Promise<{ units: Unit[]; problems: Problem[] }> {
  const problems: Problem[] = []
  const lines = linesUnder(bytes, unitPatterns, 2)
  if (!lines) return { units: [], problems: [noHead(unitHeads)] }
  const present = new Map(context.units.map((unit) => [unit.code || `name:${unit.name}`, unit]))
  const sections = new Map(
    context.sections.flatMap(
      (each) =>
        [
          [each.name, each],
          [each.code, each],
        ] as const,
    ),
  )
  const sound = soundLines(lines, problems)
  const rows = new Map<string, number>()
  const units = sound.map(({ row, texts }): Unit => {
    const [code = '', name = '', , section = ''] = texts
    const known = present.get(code || `name:${name}`)
    const sectionId = sections.get(section)?.id ?? ''
    if (section !== '' && sectionId === '')
      problems.push(
        problem(
          'section-unknown',
          'warning',
          row,
          `没有名为“${section}”的股室，归口股室未填。`,
          '请先在“股室”中添加。',
        ),
      )
    const id = known?.id ?? context.nextId()
    rows.set(id, row)
    return {
      id,
      bookId: context.bookId,
      code,
      name,
      parentId: '',
      sectionId,
      initials: known?.initials ?? '',
    }
  })
  const byCode = new Map([...context.units, ...units].map((unit) => [unit.code, unit]))
  for (const [index, unit] of units.entries()) {
    const line = sound[index]
    const parent = line?.texts[2] ?? ''
    if (!line || parent === '' || parent === unit.code) continue
    const above = byCode.get(parent)
    if (above) unit.parentId = above.id
    else
      problems.push(
        problem(
          'parent-unknown',
          'warning',
          line.row,
          `上级单位编码 ${parent} 不存在，已当作主管部门。`,
          '请改正上级单位编码。',
        ),
      )
  }
  cutCircles(units, rows, problems)
  return { units, problems }
}

const sectionPatterns = [
  /^\*?(股室|科室|处室)?(编码|代码)$/,
  /^\*?(股室|科室|处室)(名称)?$|^名称$/,
  /^(职责|角色|分工)$/,
]

/** Reads 股室 from a workbook; order is that of the rows, known sections keep their id. */
export async function readSections(
  bytes: Uint8Array,
  context: Omit<UnitsContext, 'units'>,
): Promise<{ sections: Section[]; problems: Problem[] }> {
  const problems: Problem[] = []
  // Both sheets have a code and a name: only the head that names 股室 will do.
  const lines = linesUnder(bytes, sectionPatterns, 3)
  if (!lines) return { sections: [], problems: [noHead(sectionHeads)] }
  const roleOf = (text: string) =>
    (Object.keys(roles) as Section['role'][]).find((role) => roles[role] === text)
  const sections = soundLines(lines, problems).map(({ row, texts }, order): Section => {
    const [code = '', name = '', written = ''] = texts
    const known = context.sections.find((each) => each.name === name || (code !== '' && each.code === code))
    const role = roleOf(written)
    if (written !== '' && !role)
      problems.push(
        problem(
          'role-unknown',
          'warning',
          row,
          `职责“${written}”不认识，已当作“其他”。`,
          `请填${Object.values(roles).join('、')}。`,
        ),
      )
    const id = known?.id ?? context.nextId()
    return { id, bookId: context.bookId, code, name, role: role ?? known?.role ?? 'other', order }
  })
  return { sections, problems }
}
