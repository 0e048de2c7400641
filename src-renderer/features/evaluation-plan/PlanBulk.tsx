import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import type { PlanLine } from '#domain/evaluation/plan-list'
import { colours } from '#ui/theme'
import type { PlanDesk } from './use-plan.ts'

/** Above the table while rows are chosen. */
export function PlanBulk(props: {
  desk: PlanDesk
  chosen: readonly PlanLine[]
  onPast: () => void
  onDone: () => void
}) {
  const { desk, chosen } = props
  const fresh = chosen.filter(({ item }) => item?.decision !== 'chosen')
  const droppable = chosen.filter(({ item }) => item?.decision !== 'dropped' && (item?.taskId ?? '') === '')
  return (
    <Box
      role="toolbar"
      aria-label="所选对象"
      sx={{
        flex: 'none',
        display: 'flex',
        gap: 2,
        alignItems: 'center',
        px: 4,
        py: 1,
        bgcolor: colours.selected,
        fontSize: 13,
      }}
    >
      已选 {chosen.length} 项
      {desk.isOpen ? (
        <>
          <Button
            size="small"
            variant="outlined"
            disabled={fresh.length === 0}
            onClick={() => {
              desk.decide(fresh, 'chosen')
              props.onDone()
            }}
          >
            列入 {fresh.length} 项
          </Button>
          <Button
            size="small"
            variant="outlined"
            disabled={droppable.length === 0}
            onClick={() => {
              desk.decide(droppable, 'dropped')
              props.onDone()
            }}
          >
            不列入 {droppable.length} 项
          </Button>
          <Button size="small" variant="outlined" onClick={props.onPast}>
            登记以前年度评价
          </Button>
        </>
      ) : (
        <Box component="span" sx={{ color: colours.secondary }}>
          计划已下达，或您的职责不能修改名单。
        </Box>
      )}
    </Box>
  )
}
