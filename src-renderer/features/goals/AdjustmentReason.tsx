import Box from '@mui/material/Box'
import { type Adjustment, isOpenAdjustment } from '#domain/adjustments/adjustment'
import type { MajorFinding } from '#domain/adjustments/major'
import { type Fen, formatWan, growthInTenths, tenthsText } from '#domain/money'
import { TextField } from '#ui/TextField.tsx'
import { colours } from '#ui/theme'
import type { AdjustmentForm } from './adjustment-draft.ts'
import type { Draft } from './goal-draft.ts'

/** Why, with what effect on the budget, by how much, and whether the change is major. */
export function AdjustmentReason(props: {
  adjustment: Adjustment
  draft: Draft<AdjustmentForm>
  findings: readonly MajorFinding[]
  lack: string
  readOnly: boolean
}) {
  const { adjustment, draft, readOnly } = props
  const { content, change, touch } = draft
  return (
    <Box
      component="section"
      aria-label="调整理由与影响"
      sx={{
        m: 4,
        mb: 0,
        p: 3,
        bgcolor: colours.surface,
        border: `1px solid ${colours.line}`,
        borderRadius: '4px',
      }}
    >
      <Box sx={{ display: 'grid', gap: '8px 12px', gridTemplateColumns: '1fr 1fr' }}>
        <TextField
          label="调整理由"
          field="reason"
          lines={2}
          wide={false}
          readOnly={readOnly}
          placeholder="为什么要变，依据是什么"
          value={content.reason}
          onTyping={touch}
          onCommit={(reason) => change({ reason })}
        />
        <TextField
          label="对预算的影响"
          field="budgetEffect"
          lines={2}
          wide={false}
          readOnly={readOnly}
          placeholder="增减多少，资金从哪里来、退到哪里去；没有影响的写明无"
          value={content.budgetEffect}
          onTyping={touch}
          onCommit={(budgetEffect) => change({ budgetEffect })}
        />
      </Box>
      <Box sx={{ mt: 2, display: 'flex', flexWrap: 'wrap', gap: '4px 24px', fontSize: 13 }}>
        <Box>
          资金总额 {amountText(adjustment.before.total)} →{' '}
          <Box component="span" sx={{ fontWeight: 600 }}>
            {amountText(content.total)}
          </Box>{' '}
          {differenceText(adjustment.before.total, content.total)}
        </Box>
        <MajorLine findings={props.findings} lack={isOpenAdjustment(adjustment) ? props.lack : ''} />
      </Box>
    </Box>
  )
}

function MajorLine({ findings, lack }: { findings: readonly MajorFinding[]; lack: string }) {
  if (findings.length === 0) {
    return <Box sx={{ color: colours.ok }}>● 一般调整，不需要事前绩效评估</Box>
  }
  return (
    <Box sx={{ color: lack === '' ? colours.ok : colours.attention }}>
      {lack === '' ? '●' : '▲'} 重大变化（{findings.length} 条）：{lack === '' ? '事前绩效评估已办妥' : lack}
    </Box>
  )
}

function amountText(amount: Fen | null): string {
  return amount === null ? '未填' : `${formatWan(amount)} 万元`
}

function differenceText(before: Fen | null, after: Fen | null): string {
  const change = (after ?? 0) - (before ?? 0)
  if (change === 0) return '（不变）'
  const share = before ? `，${tenthsText(growthInTenths(after ?? 0, before))}` : ''
  return `（${change > 0 ? '调增' : '调减'} ${formatWan(Math.abs(change))} 万元${share}）`
}
