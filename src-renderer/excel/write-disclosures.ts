import type { Publication } from '#domain/disclosures/publication'
import { disclosureItems, disclosureOwners, disclosurePlaces } from '#domain/disclosures/rules'
import { type DisclosureRow, standings } from '#domain/disclosures/standing'
import type { PaperBlock } from '#domain/paper'
import { bytesOf, loadExcel } from './form-style.ts'
import { addList, type Head } from './write-list.ts'

type Made = { year: number; office: string; unitName: (unitId: string) => string }

function text<Row>(title: string, width: number, read: (row: Row) => string): Head<Row> {
  return { title, width, kind: 'text', read }
}

/** 公开台账 as a workbook; the caller leaves out what is secret. */
export async function writeDisclosures(rows: readonly DisclosureRow[], made: Made): Promise<Uint8Array> {
  const heads: Head<DisclosureRow>[] = [
    text('信息名称', 30, ({ name }) => name),
    text('单位', 22, ({ unitId }) => made.unitName(unitId)),
    text('类别', 20, ({ rule }) => rule.name),
    text('公开位置', 18, ({ rule, record }) => record?.place || disclosurePlaces[rule.place]),
    text('责任', 8, ({ rule }) => disclosureOwners[rule.owner]),
    { title: '资金总额', width: 14, kind: 'money', read: ({ total }) => total, summed: true },
    text('应公开日期', 12, ({ dueOn }) => dueOn),
    text('实际日期', 12, ({ record }) => record?.publishedOn ?? ''),
    { title: '逾期天数', width: 10, kind: 'count', read: ({ late }) => (late === 0 ? null : late) },
    text('状态', 14, ({ standing }) => standings[standing]),
    text('网址', 30, ({ record }) => record?.address ?? ''),
    text('不公开原因', 22, ({ record, reason }) => record?.reason || reason),
    text('审批', 16, ({ record }) => [record?.approvedBy, record?.approvedOn].filter(Boolean).join(' ')),
    text('核查结果', 26, ({ record }) =>
      (record?.checks ?? []).map(({ on, finding }) => `${on} ${finding || '符合要求'}`).join('；'),
    ),
  ]
  const { Workbook } = await loadExcel()
  const book = new Workbook()
  const title = `${made.year}年度绩效信息公开台账`
  addList(book, { sheet: '公开台账', title, note: '', office: made.office }, heads, rows)
  return bytesOf(book)
}

type Page = Publication['pages'][number]

/** The publication set as a workbook: what it has, then every table of its pages as one list for each kind. */
export async function writePublication({ head, pages }: Publication): Promise<Uint8Array> {
  const { Workbook } = await loadExcel()
  const book = new Workbook()
  const heads: Head<Page>[] = [
    text('名称', 36, ({ name }) => name),
    text('单位', 26, ({ unit }) => unit),
    text('信息', 14, ({ item }) => disclosureItems[item]),
    text('公开位置', 20, ({ place }) => disclosurePlaces[place]),
  ]
  const title = (name: string) => `${head.year}年度${name}`
  const office = head.office
  addList(book, { sheet: '目录', title: title('绩效信息公开目录'), note: '', office }, heads, pages)
  const contents: Head<Line>[] = [
    text('名称', 30, ({ page }) => page.name),
    text('单位', 22, ({ page }) => page.unit),
    text('项目', 18, ({ label }) => label),
    text('内容', 70, ({ content }) => content),
  ]
  const kinds = Object.entries(disclosureItems) as [Page['item'], string][] // the entries of the table
  for (const [item, name] of kinds) {
    const lines = pages.filter((page) => page.item === item).flatMap((page) => linesOf(page))
    if (lines.length > 0)
      addList(book, { sheet: name, title: title(name), note: '', office }, contents, lines)
  }
  return bytesOf(book)
}

type Line = { page: Page; label: string; content: string }

function linesOf(page: Page): Line[] {
  return page.blocks.flatMap((block) =>
    contentsOf(block)
      .filter(({ content }) => content.trim() !== '')
      .map((line) => ({ page, ...line })),
  )
}

function contentsOf(block: PaperBlock): { label: string; content: string }[] {
  if (block.kind === 'pairs') return block.rows.map(({ label, text: content }) => ({ label, content }))
  if (block.kind === 'text') return [{ label: block.title, content: block.text }]
  return block.rows.map((row) => ({ label: block.title, content: row.filter(Boolean).join('　') }))
}
