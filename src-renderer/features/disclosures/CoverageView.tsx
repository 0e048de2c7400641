import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useLiveQuery } from 'dexie-react-hooks'
import { coverageByDepartment, coverageByItem, type DisclosureCoverage } from '#domain/disclosures/coverage'
import { disclosureItems } from '#domain/disclosures/rules'
import type { DisclosureRow } from '#domain/disclosures/standing'
import { formatRate, rateOf } from '#domain/execution/rate'
import { formatWan } from '#domain/money'
import type { Unit } from '#domain/year-book'
import { countyDisclosures } from '#storage/disclosures'
import { colours } from '#ui/theme'

type Line = { id: string; name: string; coverage: DisclosureCoverage }

/** How much is published: by stage, by department, by county; every line opens its rows. */
export function CoverageView(props: {
  rows: readonly DisclosureRow[]
  units: readonly Unit[]
  year: number
  today: string
  onOpen: (changes: Record<string, string>) => void
}) {
  const { rows, units, year, today, onOpen } = props
  const counties = useLiveQuery(() => countyDisclosures(year, today), [year, today])
  const parentOf = new Map(units.map(({ id, parentId }) => [id, parentId || id]))
  const departments = coverageByDepartment(
    rows,
    units.filter(({ parentId }) => parentId === ''),
    (unitId) => parentOf.get(unitId) ?? unitId,
  )
  const items = coverageByItem(rows).map(({ item, coverage }) => ({
    ...{ id: item, name: disclosureItems[item], coverage },
  }))
  return (
    <Box sx={{ flex: 1, overflow: 'auto', p: 4, display: 'grid', gap: 4, alignContent: 'start' }}>
      <Lines title="按环节" lines={items} onOpen={(item) => onOpen({ item, standing: '' })} />
      <Lines title="按部门" lines={departments} onOpen={(unit) => onOpen({ unit, standing: '' })} />
      {counties && counties.length > 0 && <Lines title="按区县" lines={counties} />}
    </Box>
  )
}

const heads = [
  '应公开',
  '已公开',
  '公开率',
  '应公开资金',
  '已公开资金',
  '按资金',
  '逾期公开、未公开',
  '免予公开',
  '待整改',
]

function Lines(props: { title: string; lines: readonly Line[]; onOpen?: (id: string) => void }) {
  const { onOpen } = props
  const cell = { px: 2, py: 0.75, borderBottom: `1px solid ${colours.line}`, textAlign: 'right' } as const
  return (
    <Box component="section" aria-label={props.title}>
      <Box component="h2" sx={{ m: 0, mb: 1, fontSize: 16 }}>
        {props.title}
      </Box>
      <Box
        component="table"
        sx={{ width: '100%', borderCollapse: 'collapse', fontSize: 13, bgcolor: colours.surface }}
      >
        <thead>
          <Box component="tr" sx={{ bgcolor: colours.head }}>
            <Box component="th" scope="col" sx={{ ...cell, textAlign: 'left' }}>
              {props.title.slice(1)}
            </Box>
            {heads.map((head) => (
              <Box component="th" scope="col" key={head} sx={{ ...cell, fontWeight: 600 }}>
                {head.endsWith('资金') && head !== '按资金' ? `${head}（万元）` : head}
              </Box>
            ))}
          </Box>
        </thead>
        <tbody>
          {props.lines.map(({ id, name, coverage }) => (
            <tr key={id}>
              <Box component="th" scope="row" sx={{ ...cell, textAlign: 'left', fontWeight: 400 }}>
                {onOpen ? (
                  <Button size="small" sx={{ minWidth: 0, p: 0 }} onClick={() => onOpen(id)}>
                    {name}
                  </Button>
                ) : (
                  name
                )}
              </Box>
              {figuresOf(coverage).map((figure, index) => (
                <Box component="td" key={heads[index]} sx={cell}>
                  {figure}
                </Box>
              ))}
            </tr>
          ))}
        </tbody>
      </Box>
    </Box>
  )
}

function figuresOf(coverage: DisclosureCoverage): string[] {
  const { due, done, dueMoney, doneMoney, late, exempt, open } = coverage
  return [
    ...[`${due}`, `${done}`, formatRate(rateOf(done, due))],
    ...[formatWan(dueMoney), formatWan(doneMoney), formatRate(rateOf(doneMoney, dueMoney))],
    ...[`${late}`, `${exempt}`, `${open}`],
  ]
}
