import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { sumText } from '#domain/execution/import-groups'
import type { ExecutionPlan } from '#domain/execution/plan'
import type { Goal } from '#domain/goals/goal'
import { formatWanExact } from '#domain/money'
import type { Unit } from '#domain/year-book'
import { NameEnd } from '#ui/NameEnd.tsx'
import { severityMarks } from '#ui/SeverityMark.tsx'
import { colours } from '#ui/theme'

/** 对账: what the ledger's own sums say against its rows, and its budgets against those of the goals. */
export function Reconciliation(props: {
  plan: ExecutionPlan
  stated: number
  goals: ReadonlyMap<string, Goal>
  units: readonly Unit[]
}) {
  const { sums, budgets } = props.plan
  const unitById = new Map(props.units.map((unit) => [unit.id, unit.name]))
  return (
    <Box
      component="section"
      aria-label="对账"
      sx={{ flex: 1, minHeight: 0, overflow: 'auto', p: 4, bgcolor: 'background.paper', fontSize: 13 }}
    >
      <Typography variant="h2">台账合计与明细</Typography>
      {sums.length === 0 && (
        <Box sx={{ my: 2, color: colours.secondary }}>
          {props.stated === 0
            ? '台账上没有合计行。'
            : `台账上 ${props.stated} 个合计、小计都与明细相加一致。`}
        </Box>
      )}
      <Box component="ul" sx={{ my: 2, pl: 0, listStyle: 'none', display: 'grid', gap: 1 }}>
        {sums.map((sum) => (
          <li key={`${sum.file} ${sum.sheet} ${sum.rowNumber} ${sum.field}`}>
            <Box component="span" sx={{ color: severityMarks.warning.colour }} aria-hidden="true">
              {severityMarks.warning.shape}
            </Box>{' '}
            {sumText(sum)}（{sum.file} {sum.sheet} 第 {sum.rowNumber} 行）
          </li>
        ))}
      </Box>
      <Typography variant="h2" sx={{ mt: 4 }}>
        国库预算与目标申报的资金
      </Typography>
      {budgets.length === 0 && (
        <Box sx={{ my: 2, color: colours.secondary }}>对应上的项目，年初预算与目标中的资金总额都一致。</Box>
      )}
      {budgets.length > 0 && (
        <Box component="table" sx={tableStyle}>
          <thead>
            <tr>
              <th scope="col">项目</th>
              <th scope="col">单位</th>
              <th scope="col">目标（万元）</th>
              <th scope="col">国库年初（万元）</th>
              <th scope="col">相差</th>
            </tr>
          </thead>
          <tbody>
            {budgets.map(({ goalId, budget, ledger }) => {
              const goal = props.goals.get(goalId)
              return (
                <tr key={goalId}>
                  <td>{goal?.name}</td>
                  <td>
                    <NameEnd text={unitById.get(goal?.unitId ?? '') ?? ''} />
                  </td>
                  <td className="figure">{formatWanExact(budget)}</td>
                  <td className="figure">{formatWanExact(ledger)}</td>
                  <td className="figure">{formatWanExact(ledger - budget)}</td>
                </tr>
              )
            })}
          </tbody>
        </Box>
      )}
    </Box>
  )
}

const tableStyle = {
  ...{ width: '100%', maxWidth: 1000, my: 2, borderCollapse: 'collapse' },
  '& th, & td': { textAlign: 'left', px: 2, height: 32, borderBottom: 1, borderColor: 'divider' },
  '& th': { bgcolor: colours.head, fontWeight: 600 },
  '& .figure, & th:nth-of-type(n+3)': { textAlign: 'right', whiteSpace: 'nowrap' },
} as const
