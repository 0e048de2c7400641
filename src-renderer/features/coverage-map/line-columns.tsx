import { type PackedLine, pathOf, standingAt, standingText } from '#domain/coverage-map/lines'
import { countsAs } from '#domain/coverage-map/reasons'
import type { Stage } from '#domain/coverage-map/stages'
import { budgetBooks, objectKinds } from '#domain/goals/goal'
import { formatWan, formatWanExact } from '#domain/money'
import type { Column } from '#ui/BigTable.tsx'
import { NameEnd } from '#ui/NameEnd.tsx'
import { type SortValue, stablySortedBy } from '#ui/sorted'
import { colours } from '#ui/theme'

const marks = {
  hole: { shape: '■', colour: colours.alarm },
  done: { shape: '●', colour: colours.ok },
  outside: { shape: '○', colour: colours.empty },
} as const

/** Columns of the list behind a cell. */
export function lineColumns(stage: Stage, unitNames: ReadonlyMap<string, string>): Column<PackedLine>[] {
  return [
    {
      ...{ id: 'name', title: '对象', width: 260, grow: 2 },
      cell: ({ name }) => name,
      hover: ({ name }) => name,
    },
    {
      ...{ id: 'reason', title: '情况和原因', width: 280, grow: 2 },
      cell: (line) => <Reason line={line} stage={stage} />,
      hover: (line) => standingText(standingAt(line, stage)),
    },
    {
      ...{ id: 'unit', title: '单位', width: 180, grow: 1, sortable: false },
      cell: ({ unitId }) => <NameEnd text={unitNames.get(unitId) ?? ''} />,
      hover: ({ unitId }) => unitNames.get(unitId) ?? '',
    },
    { ...{ id: 'kind', title: '类别', width: 86 }, cell: ({ kind }) => objectKinds[kind] },
    { ...{ id: 'book', title: '预算类型', width: 140 }, cell: ({ book }) => budgetBooks[book] },
    {
      ...{ id: 'money', title: '金额（万元）', width: 120, align: 'right' },
      cell: ({ money }) => formatWan(money),
      hover: ({ money }) => (money === null ? '' : `${formatWanExact(money)} 万元`),
    },
    {
      ...{ id: 'next', title: '打开', width: 96, sortable: false },
      cell: (line) =>
        pathOf(line, stage) === '' ? '—' : pathOf(line, stage).startsWith('/goals/') ? '目标' : '本环节',
    },
  ]
}

function Reason({ line, stage }: { line: PackedLine; stage: Stage }) {
  const standing = standingAt(line, stage)
  const mark = marks[countsAs(standing.reason)]
  return (
    <>
      <span aria-hidden="true" style={{ color: mark.colour }}>
        {mark.shape}
      </span>{' '}
      {standingText(standing)}
    </>
  )
}

/** The lines in the order of a column; without one, those with the most money first. */
export function sortLines(
  lines: readonly PackedLine[],
  stage: Stage,
  column: string,
  descending: boolean,
): readonly PackedLine[] {
  const values: Readonly<Record<string, (line: PackedLine) => SortValue>> = {
    name: ({ name }) => name,
    reason: (line) => standingText(standingAt(line, stage)),
    kind: ({ kind }) => objectKinds[kind],
    book: ({ book }) => budgetBooks[book],
    money: ({ money }) => money,
  }
  const value = values[column]
  return value ? stablySortedBy(lines, value, descending) : stablySortedBy(lines, ({ money }) => money, true)
}
