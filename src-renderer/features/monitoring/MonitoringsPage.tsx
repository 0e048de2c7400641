import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useLiveQuery } from 'dexie-react-hooks'
import { type ReactNode, useDeferredValue, useMemo, useState } from 'react'
import { useNavigate } from 'react-router'
import { isWritable } from '#domain/monitoring/flow'
import type { Round } from '#domain/monitoring/round'
import type { Actor } from '#domain/people/duties'
import { may } from '#domain/people/permissions'
import { useSession } from '#session'
import { sectionsOf, unitsOf } from '#storage/base-data'
import { monitoringLines } from '#storage/monitoring-lines'
import { roundsOf } from '#storage/monitorings'
import { reachedUnits } from '#storage/reach'
import { EmptyState } from '#ui/EmptyState.tsx'
import { LedgerTable } from '#ui/LedgerTable.tsx'
import { PageHead } from '#ui/PageHead.tsx'
import { useToast } from '#ui/Toast.tsx'
import { useAddress } from '#ui/use-address'
import { useLedger } from '#ui/use-ledger'
import { useSums } from '#ui/use-sums'
import { MonitoringBulk } from './MonitoringBulk.tsx'
import { MonitoringFigureLine, MonitoringFilterLine, MonitoringGroups } from './MonitoringFilters.tsx'
import { monitoringColumns } from './monitoring-columns.tsx'
import { exportReminder } from './monitoring-export.ts'
import {
  filterKeys,
  filterRows,
  isMissing,
  ledgerFigures,
  type MonitoringRow,
  readFilter,
  rowOfLine,
  sortRows,
} from './monitoring-rows.ts'
import { RoundDialog } from './RoundDialog.tsx'
import { RoundLine } from './RoundLine.tsx'

const order = { idOf: ({ id }: MonitoringRow) => id, filterKeys, readFilter, filterRows, sortRows }

/** 监控台账: the forms of a round, who has reported, who has not, and the four lights of each. */
export function MonitoringsPage() {
  const { book, by } = useSession()
  const { attempt, say } = useToast()
  const navigate = useNavigate()
  const [address] = useAddress()
  const rounds = useLiveQuery(() => roundsOf(book.id), [book.id])
  const units = useLiveQuery(() => unitsOf(book.id), [book.id])
  const sections = useLiveQuery(() => sectionsOf(book.id), [book.id])
  const round = rounds?.find(({ id }) => id === address.get('round')) ?? rounds?.at(-1)
  const roundId = round?.id ?? ''
  const rows = useLiveQuery(() => rowsIn(book.id, roundId, by), [book.id, roundId, by])
  const [opening, setOpening] = useState(false)

  const all = useDeferredValue(rounds && units && sections && rows ? rows : null)
  const ledger = useLedger(order, { rows: all, units })
  const { filter, filtered, inAnyGroup, shown, chosen, select, clearFilters } = ledger
  const figures = useSums(all && shown, ledgerFigures)
  const columns = useMemo(() => monitoringColumns(units ?? [], sections ?? []), [units, sections])
  if (!rounds || !all || !units || !sections) return null

  const missing = all.filter(isMissing)

  function remind() {
    if (!round || !units) return
    const late = filterRows(missing, { ...filter, group: '' }, units)
    attempt(async () => {
      const sentence = await exportReminder(late, round, { book, units })
      if (sentence) say(sentence)
    })
  }

  const dialog = opening && (
    <RoundDialog
      rounds={rounds}
      onClose={() => setOpening(false)}
      onOpened={(opened) => {
        setOpening(false)
        select({ round: opened.id })
      }}
    />
  )
  if (!round) return <NoRound onOpen={() => setOpening(true)}>{dialog}</NoRound>
  return (
    <Box sx={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' }}>
      <PageHead title="台账" trail="绩效监控">
        <MonitoringButtons
          round={round}
          rows={all}
          unit={filter.unit}
          onOpen={() => setOpening(true)}
          onRemind={remind}
        />
      </PageHead>
      <RoundLine
        rounds={rounds}
        round={round}
        missing={missing.length}
        onChoose={(id) => {
          ledger.unselect()
          select({ round: id })
        }}
      />
      <MonitoringGroups
        rows={inAnyGroup}
        group={filter.group}
        onChange={(group) => select({ group, state: '' })}
      />
      <MonitoringFilterLine
        filter={filter}
        units={units}
        sections={sections}
        filtered={filtered}
        onChange={select}
        onClear={clearFilters}
      />
      <MonitoringFigureLine
        figures={figures}
        count={shown.length}
        selected={chosen.length}
        onColour={(light) => select({ light })}
      >
        {null}
      </MonitoringFigureLine>
      {chosen.length > 0 && round.state === 'open' && (
        <MonitoringBulk chosen={chosen} units={units} onDone={ledger.unselect} />
      )}
      <Box sx={{ flex: 1, minHeight: 0, display: 'flex' }}>
        <LedgerTable
          ledger={ledger}
          label="监控台账"
          what="项目"
          columns={columns}
          nameOf={(row) => row.name || '未填名称的项目'}
          onOpen={(row) => void navigate(`/monitoring/${row.id}`)}
        >
          <EmptyState text="本轮没有当前职责范围内的监控对象。" />
        </LedgerTable>
      </Box>
      {dialog}
    </Box>
  )
}

/** 台账 before the first round. */
function NoRound({ onOpen, children }: { onOpen: () => void; children: ReactNode }) {
  const { by } = useSession()
  const mayOpen = may(by, 'open-round')
  return (
    <Box sx={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' }}>
      <PageHead title="台账" trail="绩效监控">
        {mayOpen && (
          <Button variant="contained" onClick={onOpen}>
            布置轮次
          </Button>
        )}
      </PageHead>
      <EmptyState
        text={
          mayOpen
            ? '还没有布置监控。布置一轮后，各单位填报执行数和指标完成情况，系统亮灯预警。'
            : '还没有布置监控。监督与绩效管理科布置后，在这里填报和查看。'
        }
      />
      {children}
    </Box>
  )
}

/** What can be done with the round: whoever looks after it urges those who have not reported; filling in is the units' own. */
function MonitoringButtons(props: {
  round: Round
  rows: readonly MonitoringRow[]
  unit: string
  onOpen: () => void
  onRemind: () => void
}) {
  const { round, rows } = props
  const { by } = useSession()
  const navigate = useNavigate()
  const isMissingAny = rows.some(isMissing)
  const mayFill =
    may(by, 'save-monitoring') && round.state === 'open' && rows.some(({ state }) => isWritable(state))
  return (
    <>
      {mayFill && (
        <Button variant="outlined" onClick={() => void navigate(`/monitoring/import?round=${round.id}`)}>
          导入监控表
        </Button>
      )}
      {may(by, 'open-round') && (
        <Button variant={mayFill || isMissingAny ? 'outlined' : 'contained'} onClick={props.onOpen}>
          布置轮次
        </Button>
      )}
      {mayFill && (
        <Button
          variant={by.duty === 'unit' || !isMissingAny ? 'contained' : 'outlined'}
          onClick={() => void navigate(`/monitoring/fill?round=${round.id}&unit=${props.unit}`)}
        >
          多项目填报
        </Button>
      )}
      {may(by, 'see-review') && isMissingAny && (
        <Button variant="contained" onClick={props.onRemind}>
          导出催报函
        </Button>
      )}
    </>
  )
}

/** The rows of a round that a duty reaches, made before the page is drawn. */
async function rowsIn(bookId: string, roundId: string, by: Actor): Promise<MonitoringRow[]> {
  const [lines, units, sections] = await Promise.all([
    monitoringLines(bookId, roundId),
    unitsOf(bookId),
    sectionsOf(bookId),
  ])
  const reached = reachedUnits(by, units, sections)
  const now = new Date().toISOString()
  return lines
    .filter(({ unitId }) => reached === null || reached.has(unitId))
    .map((line) => rowOfLine(line, now))
}
