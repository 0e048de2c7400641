import { type Attachment, sizeText } from '../attachment.ts'
import { scoreText } from '../evaluation/points.ts'
import { type Appraisal, extraOf, markOf } from './appraisal.ts'
import { type MetricId, metricNames } from './metric-names.ts'
import { metricsOf, type SchemeItem } from './scheme.ts'
import { itemScore } from './score.ts'

/** One file of the binder: in which folders, under which name, and where its content is kept. */
export type BinderFile = { folder: readonly string[]; name: string; hash: string; size: number }

/** A line of a page of the binder; `head` stands out. */
export type BinderLine = { text: string; head?: true }

/** One item of the binder with its page. */
export type BinderEntry = {
  /** 1.2, as the table has it. */
  number: string
  name: string
  group: string
  points: number
  self: number | null
  /** First page in the printed binder. */
  page: number
  /** What is said of it, page by page: standard, figures, ticks, note, and which files prove it. */
  pages: readonly (readonly BinderLine[])[]
  files: readonly BinderFile[]
  /** Files that are printed on pages of their own behind it. */
  pictures: readonly Attachment[]
}

/** A row of the contents: a group, or an item of it. */
export type ContentsRow = { group: string } | { entry: BinderEntry }

export type Binder = {
  title: string
  /** The contents, page by page. */
  contents: readonly (readonly ContentsRow[])[]
  entries: readonly BinderEntry[]
  pages: number
}

/**
 * What fits on a page as the printed binder is set (A4, lines of 24 px): fewer than it really takes, so that no page runs
 * over and every number in the contents is that of the page. A letter counts two halves, a Latin one or a figure one.
 */
const room = { contents: 34, nameHalves: 44, lines: 34, lineHalves: 84 } as const

/** How many halves of a letter a text is wide. */
function halves(text: string): number {
  return [...text].reduce((sum, letter) => sum + ((letter.codePointAt(0) ?? 0) < 0x80 ? 1 : 2), 0)
}

function linesTaken(text: string, wide: number): number {
  return Math.max(1, Math.ceil(halves(text) / wide))
}

/** Things on pages, each of which takes so many lines; one that is longer than a page stands alone. */
function paged<Item>(items: readonly Item[], takes: (item: Item) => number, most: number): Item[][] {
  const pages: Item[][] = []
  let left = 0
  for (const item of items) {
    const lines = takes(item)
    const page = pages.at(-1)
    if (page && lines <= left) page.push(item)
    else {
      pages.push([item])
      left = most
    }
    left -= lines
  }
  return pages
}

/** A paragraph in pieces none of which is longer than a page. */
function pieces(line: BinderLine): BinderLine[] {
  const most = Math.floor((room.lines * room.lineHalves) / 2)
  const letters = [...line.text]
  const count = Math.max(1, Math.ceil(letters.length / most))
  return Array.from({ length: count }, (_, at) => ({
    ...line,
    text: letters.slice(at * most, (at + 1) * most).join(''),
  }))
}

function pagesOf(lines: readonly BinderLine[]): BinderLine[][] {
  const split = lines.flatMap(({ text, ...rest }) =>
    text.split('\n').flatMap((each) => pieces({ ...rest, text: each })),
  )
  return paged(split, ({ text }) => linesTaken(text, room.lineHalves), room.lines)
}

const pictureName = /\.(png|jpe?g|gif|webp|bmp)$/i

/** Names that every file system takes: what is forbidden somewhere is replaced, ends are plain. */
function safeName(text: string): string {
  const plain = text
    .normalize('NFC')
    .replace(/[\\/:*?"<>|]/g, '-')
    .replace(/\p{Cc}/gu, '-')
    .replace(/^[\s.]+|[\s.]+$/g, '')
  return [...plain].slice(0, 80).join('') || '未命名'
}

function two(value: number): string {
  return String(value).padStart(2, '0')
}

/**
 * 佐证册 of an appraisal: its items in order, each with its proof in a folder of its own and the page on which it begins in
 * the printed binder (contents first, then the pages of each item and one for each picture behind it). Names no object of the
 * book: nothing secret can stand in it but what a person wrote.
 */
export function binderOf(appraisal: Appraisal): Binder {
  const { scheme } = appraisal
  const listed = scheme.groups.flatMap((group, at) =>
    group.items.map((item, index) => ({
      ...{ group, item, number: `${at + 1}.${index + 1}` },
      folder: [`${two(at + 1)} ${safeName(group.name)}`, `${two(index + 1)} ${safeName(item.name)}`],
    })),
  )
  const extras = [...scheme.bonuses, ...scheme.deductions].filter(
    ({ id }) => extraOf(appraisal, id).count > 0,
  )
  const made: Omit<BinderEntry, 'page'>[] = []
  const add = (entry: Omit<BinderEntry, 'page' | 'pages'> & { lines: readonly string[] }) => {
    const { lines, ...rest } = entry
    const said = lines.map((text) => ({ text }))
    made.push({ ...rest, pages: pagesOf([...said, ...proofLines(rest.files)]) })
  }
  for (const { group, item, number, folder } of listed) {
    const { evidence } = markOf(appraisal, item.id)
    add({
      ...{ number, name: item.name, group: group.name, points: item.points },
      self: itemScore(item, appraisal).self,
      lines: linesOf(item, appraisal),
      files: filesOf(evidence, folder),
      pictures: evidence.filter(({ name }) => pictureName.test(name)),
    })
  }
  for (const [index, { id, name, each }] of extras.entries()) {
    const { count, reason, evidence } = extraOf(appraisal, id)
    const isBonus = index < scheme.bonuses.length && scheme.bonuses.some((bonus) => bonus.id === id)
    add({
      ...{ number: `加扣 ${index + 1}`, name, group: '加分和扣分', points: each },
      self: (isBonus ? 1 : -1) * each * count,
      lines: [`申报 ${count} 次`, reason].filter((text) => text !== ''),
      files: filesOf(evidence, ['加分和扣分', `${two(index + 1)} ${safeName(name)}`]),
      pictures: evidence.filter((file) => pictureName.test(file.name)),
    })
  }
  return { title: `${appraisal.title}佐证册`, ...numbered(made) }
}

/** The contents come first, and every entry begins on the page after all that stands before it. */
function numbered(made: readonly Omit<BinderEntry, 'page'>[]): Omit<Binder, 'title'> {
  const rowsOf = (entries: readonly BinderEntry[]): ContentsRow[] =>
    entries.flatMap((entry, at) => {
      const isFirst = entry.group !== entries[at - 1]?.group
      return isFirst ? [{ group: entry.group }, { entry }] : [{ entry }]
    })
  const contentsOf = (entries: readonly BinderEntry[]) =>
    paged(
      rowsOf(entries),
      (row) => ('group' in row ? 1 : linesTaken(row.entry.name, room.nameHalves)),
      room.contents,
    )
  const unnumbered = made.map((entry) => ({ ...entry, page: 0 }))
  let page = Math.max(1, contentsOf(unnumbered).length) + 1
  const entries = made.map((entry) => {
    const own = { ...entry, page }
    page += entry.pages.length + entry.pictures.length
    return own
  })
  return { contents: contentsOf(entries), entries, pages: page - 1 }
}

function proofLines(files: readonly BinderFile[]): BinderLine[] {
  const none: BinderLine[] = files.length === 0 ? [{ text: '没有上传材料。' }] : []
  return [
    { text: '佐证材料', head: true },
    ...none,
    ...files.map(({ name, size, folder }) => ({
      text: `${name}（${sizeText(size)}），见文件夹“${folder.join(' / ')}”`,
    })),
  ]
}

function filesOf(evidence: readonly Attachment[], folder: readonly string[]): BinderFile[] {
  return evidence.map(({ name, hash, size }, index) => ({
    folder,
    name: `${two(index + 1)} ${safeName(name)}`,
    hash,
    size,
  }))
}

function linesOf(item: SchemeItem, appraisal: Appraisal): string[] {
  const mark = markOf(appraisal, item.id)
  const { method } = item
  const figures = metricsOf(item).flatMap((id) => {
    const figure = mark.figures[id]
    return figure ? [figureLine(id, figure)] : []
  })
  const ticks =
    method.kind === 'ticks'
      ? method.ticks.map(({ id, name, points }) => {
          const isMet = mark.ticks.includes(id)
          return `${isMet ? '☑' : '☐'} ${name}（${scoreText(points)} 分）`
        })
      : []
  return [
    `评分标准：${item.standard}`,
    ...figures,
    ...ticks,
    mark.count === null ? '' : `发生 ${mark.count} 次`,
    mark.selfReason === '' ? '' : `理由：${mark.selfReason}`,
    mark.note === '' ? '' : `说明：${mark.note}`,
  ].filter((text) => text !== '')
}

function figureLine(
  id: MetricId,
  { done, due, times }: { done: number; due: number; times: number },
): string {
  const { name, counts, formula } = metricNames[id]
  if (counts === 'count') return `${name}：${times}（${formula}）`
  const isMoney = id === 'evaluation-money'
  const shown = isMoney ? `${scoreText(done)} ÷ ${scoreText(due)} 元` : `${done} ÷ ${due}`
  return `${name}：${shown}（${formula}）`
}
