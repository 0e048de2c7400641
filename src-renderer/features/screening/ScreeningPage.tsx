import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useLiveQuery } from 'dexie-react-hooks'
import { useDeferredValue, useMemo, useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { monthsText, type Round } from '#domain/monitoring/round'
import { may } from '#domain/people/permissions'
import type { Section, Unit } from '#domain/year-book'
import { useSession } from '#session'
import { sectionsOf, unitsOf } from '#storage/base-data'
import { roundsOf } from '#storage/monitorings'
import { reachedUnits } from '#storage/reach'
import { spotChecksOf } from '#storage/spot-checks'
import { EmptyState } from '#ui/EmptyState.tsx'
import { FigureLine } from '#ui/FigureLine.tsx'
import { LedgerTable } from '#ui/LedgerTable.tsx'
import { PageHead } from '#ui/PageHead.tsx'
import { ChoiceField } from '#ui/TextField.tsx'
import { useAddress } from '#ui/use-address'
import { useLedger } from '#ui/use-ledger'
import { useSums } from '#ui/use-sums'
import { PickDialog } from './PickDialog.tsx'
import { ScreeningFilterLine } from './ScreeningFilters.tsx'
import { ScreeningPanel } from './ScreeningPanel.tsx'
import { screeningColumns } from './screening-columns.tsx'
import {
  filterScreening,
  readScreeningFilter,
  type ScreeningRow,
  screeningFilterKeys,
  screeningRows,
  sortScreening,
} from './screening-rows.ts'
import { useScreened } from './use-screened.ts'

const order = {
  idOf: ({ id }: ScreeningRow) => id,
  filterKeys: screeningFilterKeys,
  readFilter: readScreeningFilter,
  filterRows: filterScreening,
  sortRows: sortScreening,
}

const stillScreening = '填报有变动，正在重新筛查；先按上次的结果显示'

/** 筛查: the reported forms of a round by risk, what is not credible in each, and the pick of what is checked. */
export function ScreeningPage() {
  const { book } = useSession()
  const [address, setInAddress] = useAddress()
  const rounds = useLiveQuery(() => roundsOf(book.id), [book.id])
  const units = useLiveQuery(() => unitsOf(book.id), [book.id])
  const sections = useLiveQuery(() => sectionsOf(book.id), [book.id])
  if (!rounds || !units || !sections) return null
  const round = rounds.find(({ id }) => id === address.get('round')) ?? rounds.at(-1)
  if (!round)
    return (
      <Box sx={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' }}>
        <PageHead title="筛查" trail="绩效监控" />
        <EmptyState text="还没有布置监控。单位报送监控表后，在这里筛查不可信的填报。">
          <Button variant="outlined" component={Link} to="/monitoring">
            去监控台账
          </Button>
        </EmptyState>
      </Box>
    )
  return (
    <RoundScreening
      key={round.id}
      rounds={rounds}
      round={round}
      units={units}
      sections={sections}
      onChoose={(id) => setInAddress({ round: id })}
    />
  )
}

function RoundScreening(props: {
  rounds: readonly Round[]
  round: Round
  units: readonly Unit[]
  sections: readonly Section[]
  onChoose: (id: string) => void
}) {
  const { round, units, sections } = props
  const { book, by } = useSession()
  const navigate = useNavigate()
  const screened = useScreened(round, book)
  const checks = useLiveQuery(() => spotChecksOf(book.id), [book.id])
  const [picking, setPicking] = useState(false)

  const rows = useMemo(() => {
    if (!screened || !checks) return null
    const reached = reachedUnits(by, units, sections)
    return screeningRows(screened.lines, checks).filter(
      ({ unitId }) => reached === null || reached.has(unitId),
    )
  }, [screened, checks, by, units, sections])
  const all = useDeferredValue(rows)
  const ledger = useLedger(order, { rows: all, units, first: 0 })
  const { filter, filtered, shown, chosen, select, clearFilters } = ledger
  const figures = useSums(all && shown, sumsOf)
  const columns = useMemo(() => screeningColumns(units, sections), [units, sections])
  const nameById = useMemo(() => new Map(units.map((unit) => [unit.id, unit.name])), [units])

  return (
    <Box sx={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' }}>
      <PageHead
        title="筛查"
        trail="绩效监控"
        note={
          screened && !screened.isFresh
            ? stillScreening
            : `数据截至 ${monthsText(round.month)}，只看已报的监控表`
        }
      >
        <Box sx={{ width: 200 }}>
          <ChoiceField
            hideLabel
            label="监控轮次"
            value={round.id}
            choices={Object.fromEntries(props.rounds.map(({ id, name }) => [id, name]))}
            onCommit={(id) => id && props.onChoose(id)}
          />
        </Box>
        <Button variant="outlined" component={Link} to="/monitoring">
          监控台账
        </Button>
        <Button variant="outlined" component={Link} to="/monitoring/checks">
          重点核查
        </Button>
        {may(by, 'pick-spot-checks') && (
          <Button variant="contained" disabled={shown.length === 0} onClick={() => setPicking(true)}>
            抽取核查
          </Button>
        )}
      </PageHead>
      <ScreeningFilterLine
        filter={filter}
        units={units}
        sections={sections}
        filtered={filtered}
        onChange={select}
        onClear={clearFilters}
      />
      <FigureLine figures={figures} count={shown.length} selected={chosen.length} />
      {all === null ? null : (
        <Box sx={{ flex: 1, minHeight: 0, display: 'flex' }}>
          <LedgerTable
            ledger={ledger}
            label="筛查清单"
            what="监控表"
            columns={columns}
            nameOf={(row) => row.name || '未填名称的项目'}
            onOpen={(row) => void navigate(`/monitoring/${row.id}`)}
          >
            <EmptyState text="本轮还没有已报的监控表。" />
          </LedgerTable>
          <ScreeningPanel row={shown[ledger.current]} unitName={(id) => nameById.get(id) ?? ''} />
        </Box>
      )}
      {picking && (
        <PickDialog
          roundId={round.id}
          rows={shown}
          filtered={filtered}
          chosen={chosen}
          onClose={() => setPicking(false)}
        />
      )}
    </Box>
  )
}

function sumsOf(rows: readonly ScreeningRow[]) {
  const count = (isSo: (row: ScreeningRow) => boolean) => String(rows.filter(isSo).length)
  return [
    { name: '已报', value: String(rows.length), unit: '份' },
    { name: '有问题', value: count(({ findings }) => findings.length > 0), unit: '份' },
    { name: '高风险', value: count(({ risk }) => risk.level === 'high'), unit: '份' },
    { name: '已抽核查', value: count(({ check }) => check !== null), unit: '份' },
  ]
}
