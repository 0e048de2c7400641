import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useLiveQuery } from 'dexie-react-hooks'
import { useMemo, useState } from 'react'
import { milestoneYearText } from '#domain/coverage-map/founding-milestones'
import {
  milestoneLevels,
  milestoneParts,
  milestoneStateList,
  milestoneStates,
} from '#domain/coverage-map/milestone'
import { type RoadTarget, roadOf } from '#domain/coverage-map/road'
import { may } from '#domain/people/permissions'
import { useSession } from '#session'
import { milestonesOf, registerFacts } from '#storage/milestones'
import { optionsOf } from '#ui/FilterLine.tsx'
import { FilterMenu } from '#ui/FilterMenu.tsx'
import { PageHead } from '#ui/PageHead.tsx'
import { colours } from '#ui/theme'
import { plainTable } from './CoverageAside.tsx'
import { MilestoneDialog } from './MilestoneDialog.tsx'
import { Part } from './Part.tsx'
import { stateLooks } from './state-looks.ts'
import { useCoverage } from './use-coverage.ts'

/** 路线图: the founding document's targets and the bureau's own, by year, each with its state and what it rests on. */
export function RoadPage() {
  const { by } = useSession()
  const { book, maps, address, setInAddress } = useCoverage()
  const kept = useLiveQuery(() => milestonesOf(book.id), [book.id])
  const registers = useLiveQuery(() => registerFacts(), [])
  const [edited, setEdited] = useState<RoadTarget | 'new' | null>(null)
  const sums = maps?.[0]?.sums
  const thisYear = new Date().getFullYear()
  const targets = useMemo(() => {
    if (!kept || !registers) return null
    return roadOf(kept, sums ? { ...sums, ...registers } : null, thisYear)
  }, [kept, registers, sums, thisYear])
  if (!targets) return null
  const part = address.get('part') ?? ''
  const shown = targets.filter((target) => part === '' || target.part === part)
  const years = [...new Set(shown.map(({ year }) => year))]
  const mayEdit = may(by, 'save-milestone')
  const counts = milestoneStateList.map((state) => ({
    state,
    count: shown.filter((target) => target.state === state).length,
  }))
  return (
    <Box sx={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' }}>
      <PageHead title="路线图" trail={`三全覆盖 › ${book.year} 年度`}>
        {mayEdit && (
          <Button variant="contained" onClick={() => setEdited('new')}>
            新建目标
          </Button>
        )}
      </PageHead>
      <Box
        sx={{
          flex: 'none',
          display: 'flex',
          gap: 4,
          px: 3,
          py: 1.5,
          alignItems: 'center',
          bgcolor: 'background.paper',
          borderBottom: 1,
          borderColor: 'divider',
          fontSize: 13,
        }}
      >
        <FilterMenu
          label="方面"
          value={part}
          options={optionsOf(milestoneParts)}
          onChange={(value) => setInAddress({ part: value })}
        />
        {counts.map(({ state, count }) => (
          <span key={state}>
            <Box component="span" aria-hidden="true" sx={{ color: stateLooks[state].colour }}>
              {stateLooks[state].shape}
            </Box>{' '}
            {milestoneStates[state]} {count}
          </span>
        ))}
      </Box>
      <Box
        sx={{ flex: 1, minHeight: 0, overflow: 'auto', p: 3, display: 'grid', gap: 3, alignContent: 'start' }}
      >
        {years.map((year) => (
          <Part key={year} title={`${milestoneYearText(year)}${yearGoal[year] ?? ''}`}>
            <TargetTable
              targets={shown.filter((target) => target.year === year)}
              label={milestoneYearText(year)}
              onEdit={mayEdit ? setEdited : null}
            />
          </Part>
        ))}
        <Box sx={{ fontSize: 12, color: colours.secondary }}>
          能从数据算出的目标按本账套的数据显示，其余由监督与绩效管理科登记。登记的状态优先，并须写明依据。
        </Box>
      </Box>
      {edited && (
        <MilestoneDialog
          target={edited === 'new' ? null : edited}
          year={book.year}
          bookId={book.id}
          by={by}
          onClose={() => setEdited(null)}
        />
      )}
    </Box>
  )
}

/** As the founding document heads its years. */
const yearGoal: Readonly<Record<number, string>> = {
  2019: '：加快建立体系',
  2020: '：初步建成',
  2021: '：基本建成（市级建成年）',
  2022: '：全面建成（区县建成年）',
}

function TargetTable(props: {
  targets: readonly RoadTarget[]
  label: string
  onEdit: ((target: RoadTarget) => void) | null
}) {
  return (
    <Box
      component="table"
      aria-label={props.label}
      sx={{
        ...plainTable,
        tableLayout: 'fixed',
        '& th, & td': { border: `1px solid ${colours.line}`, px: 2, py: 1.5, verticalAlign: 'top' },
      }}
    >
      <colgroup>
        <col style={{ width: 84 }} />
        <col style={{ width: 64 }} />
        <col />
        <col style={{ width: 116 }} />
        <col />
        {props.onEdit && <col style={{ width: 76 }} />}
      </colgroup>
      <thead>
        <tr>
          <th scope="col">方面</th>
          <th scope="col">级次</th>
          <th scope="col">目标</th>
          <th scope="col">状态</th>
          <th scope="col">依据</th>
          {props.onEdit && <th scope="col">登记</th>}
        </tr>
      </thead>
      <tbody>
        {props.targets.map((target) => (
          <tr key={target.id}>
            <td>{milestoneParts[target.part]}</td>
            <td>{milestoneLevels[target.level]}</td>
            <td title={target.clause}>
              {target.text}
              <Box sx={{ color: colours.secondary, fontSize: 12 }}>{target.clause}</Box>
            </td>
            <td>
              <StateMark target={target} />
            </td>
            <td>
              {target.by === 'hand' && (
                <Box>
                  登记：{target.note}
                  {target.doneOn !== '' && `（${target.doneOn}）`}
                </Box>
              )}
              {target.measured && (
                <Box sx={target.by === 'hand' ? { color: colours.secondary, fontSize: 12 } : {}}>
                  数据：{target.measured.text}
                </Box>
              )}
              {target.by === 'none' && <Box sx={{ color: colours.secondary }}>不能从数据得出，待登记</Box>}
            </td>
            {props.onEdit && (
              <td>
                <Button
                  size="small"
                  aria-label={`登记：${target.text}`}
                  onClick={() => props.onEdit?.(target)}
                  sx={{ p: 0, minWidth: 0 }}
                >
                  登记
                </Button>
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </Box>
  )
}

function StateMark({ target }: { target: RoadTarget }) {
  const look = stateLooks[target.state]
  return (
    <>
      <Box component="span" sx={{ color: look.colour }}>
        <span aria-hidden="true">{look.shape}</span> {milestoneStates[target.state]}
      </Box>
      {target.isLate && target.state !== 'open' && (
        <Box sx={{ color: colours.secondary, fontSize: 12 }}>已过目标年度</Box>
      )}
    </>
  )
}
