import { duties } from '#domain/people/duties'
import { permissions } from '#domain/people/permissions'
import type { AuditRow } from '#storage/audit-search'
import type { Column } from '#ui/BigTable.tsx'
import { momentText } from '#ui/moment-text'

/** What the duty table calls an action; one that no longer has a row keeps its own word. */
export function actionName(action: string): string {
  return Object.entries(permissions).find(([name]) => name === action)?.[1].name ?? action
}

export const auditColumns: readonly Column<AuditRow>[] = [
  { id: 'number', title: '序号', width: 76, align: 'right', cell: ({ number }) => number, sortable: true },
  { id: 'at', title: '时间', width: 150, cell: ({ at }) => momentText(at), sortable: true },
  { id: 'by', title: '经办人', width: 110, cell: ({ by }) => by, sortable: true },
  { id: 'duty', title: '职责', width: 130, cell: ({ duty }) => (duty ? duties[duty].name : '—') },
  { id: 'action', title: '操作', width: 170, cell: ({ action }) => actionName(action), sortable: true },
  {
    ...{ id: 'summary', title: '事项', width: 320, grow: 1 },
    cell: ({ summary }) => summary,
    hover: ({ summary }) => summary,
  },
  { id: 'changes', title: '变化', width: 76, align: 'right', cell: ({ changes }) => changes || '' },
]
