import Box from '@mui/material/Box'
import type { Column } from '#ui/BigTable.tsx'
import { colours } from '#ui/theme'
import type { RegisterRow } from './register-rows.ts'
import { StandingMark } from './StandingMark.tsx'

/** Columns of the register; the first stays in place. */
export function registerColumns(withKind: boolean): Column<RegisterRow>[] {
  const kind: Column<RegisterRow> = {
    id: 'kind',
    title: '类别',
    width: 150,
    cell: ({ kindName }) => kindName,
  }
  return [
    {
      id: 'title',
      title: '事项',
      width: 220,
      grow: 2,
      cell: ({ entry }) => entry.title || <Box sx={{ color: 'text.secondary' }}>（未填事项）</Box>,
      hover: ({ entry }) => entry.title,
    },
    { id: 'day', title: '日期', width: 96, cell: ({ entry }) => entry.day },
    ...(withKind ? [kind] : []),
    { id: 'due', title: '期限', width: 96, cell: ({ dueOn }) => dueOn },
    {
      id: 'standing',
      title: '办理情况',
      width: 136,
      cell: ({ standing, word }) => <StandingMark standing={standing} word={word} />,
    },
    {
      id: 'faults',
      title: '待补',
      width: 64,
      sortable: false,
      cell: ({ faults }) =>
        faults === 0 ? '' : <Box sx={{ color: colours.alarm, whiteSpace: 'nowrap' }}>■ {faults} 项</Box>,
      hover: ({ faults }) => (faults === 0 ? '' : `还有 ${faults} 项没有填完整`),
    },
    {
      id: 'attachments',
      title: '附件',
      width: 56,
      align: 'right',
      sortable: false,
      cell: ({ entry }) => (entry.attachments.length === 0 ? '' : entry.attachments.length),
    },
  ]
}
