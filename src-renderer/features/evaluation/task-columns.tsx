import Box from '@mui/material/Box'
import { evaluationScopes } from '#domain/evaluation/indicator-system'
import { scoreText } from '#domain/evaluation/points'
import { taskLevels } from '#domain/evaluation/task'
import type { Section, Unit } from '#domain/year-book'
import type { Column } from '#ui/BigTable.tsx'
import { NameEnd } from '#ui/NameEnd.tsx'
import { colours } from '#ui/theme'
import { GradeMark, TaskMark } from './StateMark.tsx'
import type { TaskRow } from './task-rows.ts'

/** Columns of the ledger; the first stays in place. */
export function taskColumns(
  units: readonly Unit[],
  sections: readonly Section[],
  today: string,
): Column<TaskRow>[] {
  const unitById = new Map(units.map((unit) => [unit.id, unit]))
  const sectionById = new Map(sections.map((section) => [section.id, section.name]))
  const unitName = (row: TaskRow) => unitById.get(row.unitId)?.name ?? ''
  const sectionName = (row: TaskRow) => sectionById.get(row.task.sectionId) ?? ''
  return [
    {
      id: 'name',
      title: '评价对象',
      width: 200,
      grow: 2,
      cell: (row) => row.name,
      hover: (row) => row.name,
    },
    { id: 'number', title: '编号', width: 96, cell: ({ task }) => task.number },
    {
      id: 'unit',
      title: '单位',
      width: 124,
      grow: 1,
      sortable: false,
      cell: (row) => <NameEnd text={unitName(row)} />,
      hover: unitName,
    },
    { id: 'scope', title: '类型', width: 92, cell: ({ task }) => evaluationScopes[task.scope] },
    { id: 'level', title: '层级', width: 76, cell: ({ task }) => taskLevels[task.level] },
    {
      id: 'signed',
      title: '评分',
      width: 84,
      align: 'right',
      cell: (row) => (row.task.state === 'preparing' ? `${row.experts} 人` : `${row.signed}/${row.experts}`),
      hover: (row) => `专家 ${row.experts} 人，已签名 ${row.signed} 人`,
    },
    {
      id: 'due',
      title: '完成日期',
      width: 108,
      cell: ({ task }) => {
        const isLate = task.dueOn !== '' && task.dueOn < today && task.state !== 'concluded'
        return (
          <Box component="span" sx={{ color: isLate ? colours.alarm : 'inherit', whiteSpace: 'nowrap' }}>
            {isLate && <span aria-hidden="true">■ </span>}
            {task.dueOn}
          </Box>
        )
      },
    },
    { id: 'state', title: '状态', width: 92, cell: ({ task }) => <TaskMark state={task.state} /> },
    {
      id: 'total',
      title: '得分',
      width: 64,
      align: 'right',
      cell: ({ total }) => (total === null ? '' : scoreText(total)),
      hover: ({ task, total }) =>
        total === null ? '' : task.frozen ? '已锁定的结论' : '已签名评分表的汇总，尚未锁定',
    },
    {
      id: 'grade',
      title: '等级',
      width: 56,
      sortable: false,
      cell: ({ grade }) => <GradeMark grade={grade} />,
    },
    { id: 'section', title: '归口股室', width: 96, sortable: false, cell: sectionName, hover: sectionName },
  ]
}
