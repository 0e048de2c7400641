import { lightKindList, stages } from '#domain/dashboard/lights'
import type { ProjectLine } from '#domain/dashboard/project-lines'
import { formatRate } from '#domain/execution/rate'
import { formatWan, formatWanExact } from '#domain/money'
import { lightKinds } from '#domain/monitoring/lights'
import type { Column } from '#ui/BigTable.tsx'
import { LightMark } from '#ui/LightMark.tsx'
import { NameEnd } from '#ui/NameEnd.tsx'
import { stablySortedBy } from '#ui/sorted'

type Names = { unitNames: ReadonlyMap<string, string>; sectionNames: ReadonlyMap<string, string> }
type Amount = 'initial' | 'adjusted' | 'allocated' | 'paid' | 'reference' | 'gap' | 'lastYear' | 'unspent'

function amount(id: Amount, title: string): Column<ProjectLine> {
  return {
    id,
    title: `${title}（万元）`,
    width: 138,
    align: 'right',
    sortable: true,
    cell: (line) => formatWan(line[id]),
    hover: (line) => `${formatWanExact(line[id])} 万元`,
  }
}

/** Columns of the list that a number opens. */
export function projectColumns({ unitNames, sectionNames }: Names): Column<ProjectLine>[] {
  return [
    {
      id: 'name',
      title: '项目',
      width: 260,
      grow: 2,
      sortable: true,
      cell: ({ name }) => name,
      hover: ({ name }) => name,
    },
    {
      id: 'unit',
      title: '单位',
      width: 170,
      grow: 1,
      cell: ({ unitId }) => <NameEnd text={unitNames.get(unitId) ?? '未对应单位'} />,
      hover: ({ unitId }) => unitNames.get(unitId) ?? '',
    },
    {
      id: 'section',
      title: '归口股室',
      width: 120,
      cell: ({ sectionId }) => sectionNames.get(sectionId) ?? '未归口',
    },
    amount('adjusted', '调整后预算'),
    amount('paid', '支出'),
    {
      id: 'rate',
      title: '进度',
      width: 76,
      align: 'right',
      sortable: true,
      cell: ({ rate }) => formatRate(rate),
    },
    {
      id: 'referenceShare',
      title: '参照',
      width: 76,
      align: 'right',
      cell: ({ referenceShare }) => formatRate(referenceShare),
      hover: ({ plan }) => `用款计划：${plan}`,
    },
    amount('gap', '差额'),
    ...lightKindList.map(
      (kind): Column<ProjectLine> => ({
        id: kind,
        title: lightKinds[kind],
        width: 92,
        cell: ({ colours, goalId }) => (goalId === '' ? '' : <LightMark colour={colours[kind]} />),
      }),
    ),
    {
      id: 'stage',
      title: '环节',
      width: 90,
      cell: ({ stage, goalId }) => (goalId === '' ? '' : stages[stage]),
    },
    amount('unspent', '预计结余'),
    amount('lastYear', '上年同期'),
    amount('initial', '年初预算'),
    amount('allocated', '下达'),
  ]
}

const sortable = [
  'initial',
  'adjusted',
  'allocated',
  'paid',
  'reference',
  'gap',
  'lastYear',
  'unspent',
] as const

/** The lines in the order of a column; without one, the most behind first. */
export function sortLines(lines: readonly ProjectLine[], column: string, descending: boolean): ProjectLine[] {
  const field = sortable.find((each) => each === column)
  if (column === 'name') return stablySortedBy(lines, ({ name }) => name, descending)
  if (column === 'rate') return stablySortedBy(lines, ({ rate }) => rate, descending)
  if (field) return stablySortedBy(lines, (line) => line[field], descending)
  return stablySortedBy(lines, ({ gap }) => gap)
}
