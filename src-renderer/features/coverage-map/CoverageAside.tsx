import Box from '@mui/material/Box'
import { stageList, stages } from '#domain/coverage-map/stages'
import { type CoverageFilter, cellOf, shareOf } from '#domain/coverage-map/sums'
import type { CoverageRate } from '#domain/evaluation/coverage'
import { formatRate, rateOf } from '#domain/execution/rate'
import { objectKinds } from '#domain/goals/goal'
import type { KnownCoverage } from '#storage/coverage-map'
import { colours } from '#ui/theme'

export const plainTable = {
  borderCollapse: 'collapse',
  width: '100%',
  fontSize: 13,
  bgcolor: 'background.paper',
  '& th, & td': { border: `1px solid ${colours.line}`, px: 2, py: 1.5, whiteSpace: 'nowrap' },
  '& th': { fontWeight: 400, textAlign: 'left' },
  '& thead th': { bgcolor: colours.head, fontWeight: 600 },
  '& .figure': { textAlign: 'right', fontVariantNumeric: 'tabular-nums' },
} as const

/** How many of each kind the bureau evaluated, or plans to, within the cycle. */
export function CycleTable({ rates }: { rates: readonly CoverageRate[] }) {
  return (
    <Box component="table" aria-label="四年评价覆盖" sx={plainTable}>
      <thead>
        <tr>
          <th scope="col">对象</th>
          <th scope="col" className="figure">
            已评或列入计划
          </th>
          <th scope="col" className="figure">
            已批复对象
          </th>
          <th scope="col" className="figure">
            覆盖率
          </th>
        </tr>
      </thead>
      <tbody>
        {rates.map(({ kind, covered, all }) => (
          <tr key={kind}>
            <th scope="row">{objectKinds[kind]}</th>
            <td className="figure">{covered}</td>
            <td className="figure">{all}</td>
            <td className="figure">{formatRate(rateOf(covered, all))}</td>
          </tr>
        ))}
      </tbody>
    </Box>
  )
}

/** The shares of the stages, year beside year. */
export function YearTable(props: {
  maps: readonly KnownCoverage[]
  filter: CoverageFilter
  by: 'count' | 'money'
}) {
  return (
    <Box component="table" aria-label="按年度" sx={plainTable}>
      <thead>
        <tr>
          <th scope="col">环节</th>
          {props.maps.map(({ book }) => (
            <th scope="col" key={book.id} className="figure">
              {book.year}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {stageList.map((stage) => (
          <tr key={stage}>
            <th scope="row">{stages[stage]}</th>
            {props.maps.map(({ book, sums }) => (
              <td key={book.id} className="figure">
                {sums ? formatRate(shareOf(cellOf(sums.groups, stage, props.filter), props.by)) : '正在计算'}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </Box>
  )
}
