import {
  AlignmentType,
  BorderStyle,
  Footer,
  HeightRule,
  type IParagraphOptions,
  type ISectionOptions,
  LineRuleType,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx'

/** 公文 habits: 小标宋 title, 黑体、楷体 headings, 仿宋 三号 body at 30 磅, page number between dashes. */
const latin = 'Times New Roman'
const typefaces = {
  title: '方正小标宋简体',
  heading: '黑体',
  subheading: '楷体',
  body: '仿宋',
  table: '宋体',
}
type Typeface = keyof typeof typefaces

/** Half points: 文头, 二号, 三号, 小四, 五号. */
export const sizes = { letterhead: 64, title: 44, body: 32, small: 24, table: 21 } as const

/** Twentieths of a point. */
const lineSpacing = { line: 600, lineRule: LineRuleType.EXACT }
const tableSpacing = { line: 290, lineRule: LineRuleType.AT_LEAST }
const red = 'C00000'
const twoCharacters = 640
const millimetre = 56.7
const a4 = { width: 11906, height: 16838 }
/** Width between the margins in twips, upright and sideways. */
export const textWidth = { portrait: 8846, landscape: 12642 } as const

// Characters that XML cannot hold would make the whole document unreadable.
const unwritable = /[^\t\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu

export type RunStyle = { face?: Typeface; size?: number; bold?: boolean }

function run(text: string, { face = 'body', size = sizes.body, bold = false }: RunStyle = {}): TextRun {
  const eastAsia = typefaces[face]
  return new TextRun({
    text: text.replace(unwritable, ''),
    font: { ascii: latin, hAnsi: latin, cs: latin, eastAsia },
    size,
    bold,
  })
}

function paragraph(children: TextRun[], options: Omit<IParagraphOptions, 'children'>): Paragraph {
  return new Paragraph({ spacing: lineSpacing, ...options, children })
}

/** Centred title; falls back to bold where the typeface is not installed. */
export function title(text: string, breakBefore = false): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    pageBreakBefore: breakBefore,
    spacing: { before: 240, after: 360, line: 700, lineRule: LineRuleType.AT_LEAST },
    children: [run(text, { face: 'title', size: sizes.title, bold: true })],
  })
}

/** 文头 of a letter: who writes, in red over a red line, and the 发文字号 at the right edge beneath it. */
export function letterhead(office: string, number: string): Paragraph[] {
  const name = new TextRun({
    text: office.replace(unwritable, ''),
    font: { ascii: latin, hAnsi: latin, cs: latin, eastAsia: typefaces.title },
    size: sizes.letterhead,
    bold: true,
    color: red,
  })
  return [
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: { after: 120, line: 800, lineRule: LineRuleType.AT_LEAST },
      border: { bottom: { style: BorderStyle.THICK_THIN_SMALL_GAP, size: 24, space: 8, color: red } },
      children: [name],
    }),
    paragraph([run(number)], { alignment: AlignmentType.RIGHT }),
  ]
}

/** 一、 */
export function heading(text: string, breakBefore = false): Paragraph {
  return paragraph([run(text, { face: 'heading' })], {
    indent: { firstLine: twoCharacters },
    keepNext: true,
    pageBreakBefore: breakBefore,
    outlineLevel: 0,
  })
}

/** （一） */
export function subheading(text: string): Paragraph {
  return paragraph([run(text, { face: 'subheading', bold: true })], {
    indent: { firstLine: twoCharacters },
    keepNext: true,
    outlineLevel: 1,
  })
}

/** Body text, one paragraph a line; `lead` stands in bold before the first. `keep`: on one page with what follows. */
export function body(text: string, lead = '', keep = false): Paragraph[] {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '')
  return (lines.length === 0 ? [''] : lines).map((line, index) => {
    const before = index === 0 && lead !== '' ? [run(lead, { bold: true })] : []
    return paragraph([...before, run(line.trim())], {
      indent: { firstLine: twoCharacters },
      alignment: AlignmentType.BOTH,
      keepNext: keep,
    })
  })
}

export function centred(text: string, style: RunStyle = {}): Paragraph {
  return paragraph([run(text, style)], { alignment: AlignmentType.CENTER })
}

/** A line at the left edge: 附件 1, a signature. */
export function plain(text: string, style: RunStyle = {}, breakBefore = false): Paragraph {
  return paragraph([run(text, style)], { pageBreakBefore: breakBefore, keepNext: breakBefore })
}

/** Who signs, towards the right edge. */
export function rightAligned(text: string, keep = false): Paragraph {
  const indent = { right: twoCharacters }
  return paragraph([run(text)], { alignment: AlignmentType.RIGHT, indent, keepNext: keep })
}

/** Who signs and when: never alone on a page, where the text before is kept with it. */
export function signature(office: string, day: string, points: number): Paragraph[] {
  return [gap(points, true), rightAligned(office, true), rightAligned(day)]
}

export function gap(points: number, keep = false): Paragraph {
  return new Paragraph({
    spacing: { before: points * 20, line: 20, lineRule: LineRuleType.EXACT },
    keepNext: keep,
    children: [],
  })
}

export type Column = { name: string; width: number; align?: 'left' | 'center' | 'right' }
type Cell = string | { text: string; span?: number; rows?: number; bold?: boolean }
export type Row = readonly Cell[]

const alignments = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
} as const

function cell(content: Cell, column: Column | undefined, width: number, row: RowPlace): TableCell {
  const { text, span = 1, rows = 1, bold = false } = typeof content === 'string' ? { text: content } : content
  const lines = text.split('\n')
  const { isHead } = row
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    columnSpan: span,
    rowSpan: rows,
    verticalAlign: VerticalAlignTable.CENTER,
    margins: { top: 40, bottom: 40, left: 80, right: 80 },
    children: lines.map(
      (line) =>
        new Paragraph({
          spacing: tableSpacing,
          keepNext: row.isBeforeLast,
          alignment: alignments[isHead ? 'center' : (column?.align ?? 'left')],
          children: [run(line, { face: isHead ? 'heading' : 'table', size: sizes.table, bold })],
        }),
    ),
  })
}

type RowPlace = { isHead: boolean; isBeforeLast: boolean }

/**
 * A table with full grid: columns share the text width by their `width`, the head repeats on every page, no row
 * breaks across pages, and the last, mostly a sum, never stands alone on one. A cell may span columns or rows; cells covered by a span are left out, as in the file itself.
 */
export function table(columns: readonly Column[], rows: readonly Row[], whole: number, head = true): Table {
  const sum = columns.reduce((total, column) => total + column.width, 0)
  const widths = columns.map((column) => Math.floor((whole * column.width) / sum))
  const heads = head ? [columns.map((column) => column.name)] : []
  let covered: number[] = columns.map(() => 0)
  const all = [...heads, ...rows]
  const drawn = all.map((cells, rowIndex) => {
    const isHead = head && rowIndex === 0
    const place = { isHead, isBeforeLast: rowIndex === all.length - 2 }
    let at = 0
    const next = covered.map((count) => Math.max(0, count - 1))
    const drawnCells = cells.map((content) => {
      while ((covered[at] ?? 0) > 0) at++
      const { span = 1, rows: down = 1 } = typeof content === 'string' ? {} : content
      const width = widths.slice(at, at + span).reduce((total, one) => total + one, 0)
      const result = cell(content, columns[at], width, place)
      if (down > 1) for (let column = at; column < at + span; column++) next[column] = down - 1
      at += span
      return result
    })
    covered = next
    return new TableRow({
      cantSplit: true,
      tableHeader: isHead,
      height: { value: 380, rule: HeightRule.ATLEAST },
      children: drawnCells,
    })
  })
  return new Table({
    rows: drawn,
    columnWidths: widths,
    width: { size: widths.reduce((total, one) => total + one, 0), type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
  })
}

/**
 * A section of pages; a cover has no number and is number 0, so that the text begins at 1. `restart`: the pages of a letter
 * among others are counted from 1.
 */
export function section(
  children: ISectionOptions['children'],
  {
    landscape = false,
    cover = false,
    restart = false,
  }: { landscape?: boolean; cover?: boolean; restart?: boolean } = {},
): ISectionOptions {
  const margins = landscape
    ? { top: 28, bottom: 26, left: 37, right: 37 }
    : { top: 37, bottom: 35, left: 28, right: 26 }
  return {
    properties: {
      page: {
        ...(cover ? { pageNumbers: { start: 0 } } : {}),
        ...(restart ? { pageNumbers: { start: 1 } } : {}),
        size: { ...a4, orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT },
        margin: {
          top: Math.round(margins.top * millimetre),
          bottom: Math.round(margins.bottom * millimetre),
          left: Math.round(margins.left * millimetre),
          right: Math.round(margins.right * millimetre),
          footer: Math.round(20 * millimetre),
        },
      },
    },
    ...(cover ? {} : { footers: { default: pageNumber() } }),
    children,
  }
}

function pageNumber(): Footer {
  const style = { font: { ascii: '宋体', hAnsi: '宋体', cs: '宋体', eastAsia: '宋体' }, size: 28 }
  return new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [new TextRun({ ...style, children: ['— ', PageNumber.CURRENT, ' —'] })],
      }),
    ],
  })
}
