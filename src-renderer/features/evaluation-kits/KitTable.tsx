import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { isOut } from '#domain/evaluation/kit'
import type { EvaluationTask, KeptSheet } from '#domain/evaluation/task'
import { isSheetOpen } from '#domain/evaluation/task-flow'
import { may } from '#domain/people/permissions'
import { useSession } from '#session'
import { momentText } from '#ui/moment-text'
import { colours } from '#ui/theme'

/** A row for each expert: whether the sheet is signed, and where its kit is. */
export function KitTable(props: {
  task: EvaluationTask
  sheets: readonly KeptSheet[]
  onIssue: (sheet: KeptSheet) => void
  onWithdraw: (sheet: KeptSheet) => void
}) {
  const { task, sheets } = props
  const { by } = useSession()
  const mayIssue = may(by, 'issue-expert-kit')
  return (
    <Box component="table" aria-label="专家评分包" sx={tableStyle}>
      <thead>
        <tr>
          <th scope="col">专家</th>
          <th scope="col">轮次</th>
          <th scope="col">评分表</th>
          <th scope="col">评分包</th>
          <th scope="col">操作</th>
        </tr>
      </thead>
      <tbody>
        {sheets.map((sheet) => (
          <tr key={sheet.id}>
            <td>{sheet.name}</td>
            <td>第 {sheet.round} 轮</td>
            <td>
              <SheetMark sheet={sheet} />
            </td>
            <td>
              {sheet.kit
                ? `${momentText(sheet.kit.issuedAt)} 发出${sheet.kit.takenAt === '' ? '' : `，${momentText(sheet.kit.takenAt)} 收回`}`
                : '未发出'}
            </td>
            <td>
              {isSheetOpen(sheet, task) && mayIssue && (
                <Button size="small" onClick={() => props.onIssue(sheet)}>
                  {sheet.kit ? '重新生成' : '生成评分包'}
                </Button>
              )}
              {isOut(sheet) && may(by, 'withdraw-expert-kit') && (
                <Button size="small" color="inherit" onClick={() => props.onWithdraw(sheet)}>
                  作废评分包
                </Button>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </Box>
  )
}

function SheetMark({ sheet }: { sheet: KeptSheet }) {
  const look = isOut(sheet)
    ? (['◆', colours.excess, '在专家处'] as const)
    : sheet.signedAt === ''
      ? (['○', colours.secondary, '未签名'] as const)
      : (['●', colours.ok, `已签名 ${momentText(sheet.signedAt)}`] as const)
  return (
    <Box component="span" sx={{ color: look[1], whiteSpace: 'nowrap' }}>
      <span aria-hidden="true">{look[0]}</span> {look[2]}
    </Box>
  )
}

const tableStyle = {
  ...{ width: '100%', maxWidth: 1100, borderCollapse: 'collapse', fontSize: 13, bgcolor: 'background.paper' },
  '& td > button:first-of-type': { ml: -2 },
  '& th, & td': { height: 36, px: 3, textAlign: 'left', borderBottom: 1, borderColor: 'divider' },
  '& th': { bgcolor: colours.head, fontWeight: 600 },
} as const
