import Box from '@mui/material/Box'
import { useEffect, useState } from 'react'
import { type IndicatorSystem, indicatorsOf } from '#domain/evaluation/indicator-system'
import { withTarget } from '#domain/evaluation/system-table'
import { sumsOf } from '#domain/evaluation/system-weights'
import { formatWeight } from '#domain/goals/weights'
import type { Problem } from '#domain/problem'
import { useSession } from '#session'
import { afterPress } from '#ui/after-press'
import { PointsField } from '#ui/PointsField.tsx'
import { ProblemList } from '#ui/ProblemList.tsx'
import { SidePanel } from '#ui/SidePanel.tsx'
import { colours } from '#ui/theme'
import { unreadCount } from '#ui/unread'
import { IndicatorForm } from './IndicatorForm.tsx'

type TabName = 'indicator' | 'sums' | 'problems'
type Props = {
  system: IndicatorSystem
  indicatorId: string
  problems: readonly Problem[]
  readOnly: boolean
  onChange: (patch: (before: IndicatorSystem) => IndicatorSystem) => void
  onJump: (rowId: string) => void
}

/** Beside the sheet: how the indicator of the cursor is scored, the sums of all levels, and what is wrong. */
export function SystemPanel(props: Props) {
  const [open, setOpen] = useState<TabName>('indicator')
  const [scope] = useState(() => ({}))
  const [shownId, setShownId] = useState(props.indicatorId)
  const { system, problems, indicatorId } = props
  // What could not be read stays with its indicator; once it is mended, the panel goes with the cursor again. What the press
  // leaves half typed is read first.
  useEffect(() => {
    afterPress(() => {
      if (unreadCount(scope) === 0) setShownId(indicatorId)
    })
  }, [indicatorId, scope])
  const indicator = indicatorsOf(system).find(({ id }) => id === shownId)
  const tabs = [
    { name: 'indicator', title: '评分方式' },
    { name: 'sums', title: '权重' },
    { name: 'problems', title: problems.length > 0 ? `问题 ${problems.length}` : '问题' },
  ] as const
  return (
    <SidePanel label="指标体系明细" width={340} scope={scope} tabs={tabs} open={open} onOpen={setOpen}>
      {open === 'indicator' &&
        (indicator ? (
          <IndicatorForm
            key={indicator.id}
            indicator={indicator}
            readOnly={props.readOnly}
            onChange={props.onChange}
          />
        ) : (
          <Box sx={{ p: 3, fontSize: 13, color: colours.secondary }}>在左边的表格中选一个指标。</Box>
        ))}
      {open === 'sums' && <Sums {...props} />}
      {open === 'problems' &&
        (problems.length === 0 ? (
          <Box sx={{ p: 3, fontSize: 13, color: colours.ok }}>● 没有问题，可以审定。</Box>
        ) : (
          <ProblemList
            problems={problems}
            placeOf={({ at }) => indicatorsOf(system).find(({ id }) => id === at)?.name ?? '权重'}
            onJump={({ at }) => {
              if (indicatorsOf(system).some(({ id }) => id === at)) props.onJump(at)
              else setOpen('sums')
            }}
          />
        ))}
    </SidePanel>
  )
}

/** Points of every level and group with what their indicators sum to. */
function Sums({ system, readOnly, onChange }: Props) {
  const { rules } = useSession()
  const sums = sumsOf(system)
  const { outputAndBenefit } = rules.evaluation.scoring
  const sumById = new Map([...sums.levels, ...sums.groups].map((sum) => [sum.id, sum.sum]))
  const isWhole = sums.total === 10_000
  return (
    <Box sx={{ p: 3, fontSize: 13, display: 'grid', gap: 2 }}>
      <Box sx={{ color: isWhole ? colours.ok : colours.alarm, fontWeight: 600 }}>
        <span aria-hidden="true">{isWhole ? '●' : '■'}</span> 各指标合计 {formatWeight(sums.total)} 分
        {!isWhole && '，应为 100 分'}
      </Box>
      <Box component="table" sx={tableStyle}>
        <thead>
          <tr>
            <th scope="col">一级、二级指标</th>
            <th scope="col" style={{ width: 80 }}>
              应有
            </th>
            <th scope="col" style={{ width: 62 }}>
              合计
            </th>
          </tr>
        </thead>
        <tbody>
          {system.levels.flatMap((level) =>
            [level, ...level.groups].map((each) => {
              const sum = sumById.get(each.id) ?? 0
              const isLevel = each.id === level.id
              return (
                <tr key={each.id}>
                  <td style={{ paddingLeft: isLevel ? 6 : 20, fontWeight: isLevel ? 600 : 400 }}>
                    {each.name || '（未填名称）'}
                  </td>
                  <td>
                    <PointsField
                      isNeeded
                      hideLabel
                      label={`${each.name}应有分值`}
                      readOnly={readOnly}
                      value={each.points}
                      onCommit={(points) => onChange((before) => withTarget(before, each.id, points))}
                    />
                  </td>
                  <Box
                    component="td"
                    sx={{ textAlign: 'right', color: sum === each.points ? colours.text : colours.alarm }}
                  >
                    {sum !== each.points && <span aria-hidden="true">■ </span>}
                    {formatWeight(sum)}
                  </Box>
                </tr>
              )
            }),
          )}
        </tbody>
      </Box>
      {system.scope === 'project' && (
        <Box sx={{ color: colours.secondary, lineHeight: '20px' }}>
          产出、效益合计 {formatWeight(sums.outputAndBenefit)} 分，原则上不低于 {outputAndBenefit.least} 分。
          <br />
          依据：{outputAndBenefit.clause}〔{outputAndBenefit.mark}〕
        </Box>
      )}
    </Box>
  )
}

const tableStyle = {
  width: '100%',
  borderCollapse: 'collapse',
  '& th': { textAlign: 'left', bgcolor: colours.head, fontWeight: 600 },
  '& th, & td': { p: '3px 6px', border: `1px solid ${colours.line}` },
} as const
