import type { Column } from '#ui/BigTable.tsx'
import { WorkMark } from './WorkMark.tsx'
import type { WorkRow } from './work-rows.ts'

export const workColumns: readonly Column<WorkRow>[] = [
  {
    id: 'name',
    title: '工作内容',
    width: 260,
    grow: 3,
    cell: ({ item }) => item.name,
    hover: ({ item }) => item.name,
  },
  {
    id: 'section',
    title: '责任科室',
    width: 130,
    grow: 1,
    cell: ({ sectionName }) => sectionName,
    hover: ({ sectionName }) => sectionName,
  },
  { id: 'due', title: '完成期限', width: 96, cell: ({ item }) => item.dueOn },
  {
    id: 'state',
    title: '状态',
    width: 132,
    cell: ({ item, isLate }) => <WorkMark state={item.state} isLate={isLate} />,
  },
  { id: 'done', title: '报完成', width: 96, cell: ({ item }) => item.doneOn },
]
