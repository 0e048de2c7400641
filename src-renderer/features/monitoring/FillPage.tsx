import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Tab from '@mui/material/Tab'
import Tabs from '@mui/material/Tabs'
import { useLiveQuery } from 'dexie-react-hooks'
import { useMemo } from 'react'
import { useNavigate } from 'react-router'
import { isWritable } from '#domain/monitoring/flow'
import type { Monitoring } from '#domain/monitoring/monitoring'
import type { Round } from '#domain/monitoring/round'
import type { Unit } from '#domain/year-book'
import { useSession } from '#session'
import { sectionsOf, unitsOf } from '#storage/base-data'
import { monitoringsOf, roundsOf } from '#storage/monitorings'
import { reachedUnits } from '#storage/reach'
import { EmptyState } from '#ui/EmptyState.tsx'
import { PageHead } from '#ui/PageHead.tsx'
import { SaveNote } from '#ui/SaveNote.tsx'
import { UnitPicker } from '#ui/UnitPicker.tsx'
import { useAddress } from '#ui/use-address'
import { FillEntries, FillFunds } from './FillSheets.tsx'
import { useMonitoringSaver } from './monitoring-saver.ts'
import { note } from './part.ts'

/** So many rows are comfortable in one sheet; beyond them a unit is chosen first. */
const mostRows = 400

/** 多项目填报: all forms of a unit in a round as two sheets, indicators and money. */
export function FillPage() {
  const { book, by } = useSession()
  const [address, setInAddress] = useAddress()
  const rounds = useLiveQuery(() => roundsOf(book.id), [book.id])
  const units = useLiveQuery(() => unitsOf(book.id), [book.id])
  const sections = useLiveQuery(() => sectionsOf(book.id), [book.id])
  const round = rounds?.find(({ id }) => id === address.get('round')) ?? rounds?.at(-1)
  const roundId = round?.id ?? ''
  const forms = useLiveQuery(() => monitoringsOf(book.id, roundId), [book.id, roundId])
  if (!rounds || !units || !sections || !forms) return null
  if (round?.state !== 'open')
    return <EmptyState text="没有可以填报的监控轮次。本轮可能已结束，请返回监控台账查看。" />
  const reached = reachedUnits(by, units, sections)
  const open = forms.filter(
    ({ state, unitId }) => isWritable(state) && (reached === null || reached.has(unitId)),
  )
  return (
    <FillDocument
      round={round}
      units={units}
      open={open}
      unit={address.get('unit') ?? ''}
      view={address.get('view') === 'funds' ? 'funds' : 'entries'}
      onAddress={setInAddress}
    />
  )
}

type View = 'entries' | 'funds'

function FillDocument(props: {
  round: Round
  units: readonly Unit[]
  open: readonly Monitoring[]
  unit: string
  view: View
  onAddress: (changes: Record<string, string>) => void
}) {
  const { round, units, open, view } = props
  const { by, rules } = useSession()
  const navigate = useNavigate()
  const saver = useMonitoringSaver(by)
  const fillable = useMemo(() => pickable(units, open), [units, open])
  const total = open.reduce((sum, { entries }) => sum + entries.length, 0)
  // A whole county does not fit in one sheet: then the first unit stands there until another is chosen.
  const unit = props.unit !== '' || total <= mostRows ? props.unit : (open[0]?.unitId ?? '')
  const parentOf = new Map(units.map(({ id, parentId }) => [id, parentId]))
  const forms = open
    .filter(({ unitId }) => unit === '' || unitId === unit || parentOf.get(unitId) === unit)
    .map(saver.shown)
  const sheet = { forms, month: round.month, rules: rules.monitoring, saver }
  const key = `${unit} ${forms.map(({ id }) => id).join()}`
  const last = forms.reduce((latest, { changedAt }) => (changedAt > latest ? changedAt : latest), '')

  return (
    <Box sx={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' }}>
      <PageHead title="多项目填报" trail={round.name} note={<SaveNote saver={saver} at={last} />}>
        <Button
          variant="outlined"
          onClick={() => void navigate(`/monitoring?round=${round.id}&group=missing`)}
        >
          返回台账送审
        </Button>
      </PageHead>
      <Box
        sx={{
          flex: 'none',
          display: 'flex',
          alignItems: 'center',
          gap: 3,
          px: 4,
          bgcolor: 'background.paper',
          borderBottom: 1,
          borderColor: 'divider',
        }}
      >
        <Tabs
          value={view}
          aria-label="填报内容"
          onChange={(_event, next: View) => props.onAddress({ view: next === 'funds' ? next : '' })}
        >
          <Tab value="entries" label="绩效指标" />
          <Tab value="funds" label="项目资金" />
        </Tabs>
        <Box sx={{ flex: 1 }} />
        <UnitPicker
          plain
          units={fillable}
          value={unit}
          {...(total <= mostRows ? { allLabel: '全部' } : {})}
          onChange={(id) => props.onAddress({ unit: id })}
        />
      </Box>
      <Box sx={{ flex: 1, minHeight: 0, overflow: 'auto', p: 4 }}>
        {forms.length === 0 ? (
          <EmptyState text="这个单位没有待填的监控表，可能都已送审。" />
        ) : (
          <>
            <Box sx={{ ...note, mb: 2 }}>
              {view === 'entries'
                ? '可从 Excel、WPS 复制一片直接粘贴；每改一格随即保存。措施和总体情况请打开各项目填写。'
                : '金额填万元；每改一格随即保存。'}
            </Box>
            {view === 'entries' ? <FillEntries key={key} {...sheet} /> : <FillFunds key={key} {...sheet} />}
          </>
        )}
      </Box>
    </Box>
  )
}

/** Units with a form to fill in, and the departments above them. */
function pickable(units: readonly Unit[], open: readonly Monitoring[]): Unit[] {
  const own = new Set(open.map(({ unitId }) => unitId))
  const parents = new Set(units.filter(({ id }) => own.has(id)).map(({ parentId }) => parentId))
  return units.filter(({ id }) => own.has(id) || parents.has(id))
}
