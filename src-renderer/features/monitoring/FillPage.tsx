import { useLiveQuery } from 'dexie-react-hooks'
import { useMemo } from 'react'
import { takeMonitoringStep } from '#actions/take-monitoring-step'
import { checkMonitoring } from '#domain/monitoring/checks'
import { isWritable } from '#domain/monitoring/flow'
import { type Monitoring, referenceOf } from '#domain/monitoring/monitoring'
import type { Round } from '#domain/monitoring/round'
import type { MonitoringRules } from '#domain/monitoring/rules'
import type { Unit } from '#domain/year-book'
import { useSession } from '#session'
import { sectionsOf, unitsOf } from '#storage/base-data'
import { monitoringsByIds, monitoringsOf, roundsOf } from '#storage/monitorings'
import { reachedUnits } from '#storage/reach'
import { EmptyState } from '#ui/EmptyState.tsx'
import { FillFrame, type Lacking } from '#ui/FillFrame.tsx'
import { SaveNote } from '#ui/SaveNote.tsx'
import { useToast } from '#ui/Toast.tsx'
import { useAddress } from '#ui/use-address'
import { FillEntries, FillFunds } from './FillSheets.tsx'
import { useMonitoringSaver } from './monitoring-saver.ts'
import { stepTexts } from './step-texts.ts'

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
  const { attempt, say } = useToast()
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

  const { ready, lacking } = useMemo(() => readiness(forms, rules.monitoring), [forms, rules])

  function submit() {
    attempt(async () => {
      if (!(await saver.flush())) return
      const kept = await monitoringsByIds(ready.map(({ id }) => id))
      const seen = kept.map(({ id, revision }) => ({ id, seenRevision: revision }))
      await takeMonitoringStep(seen, { id: 'submit-monitoring', opinion: '' }, by)
      say(`送审 ${seen.length} 份监控表`)
    })
  }

  return (
    <FillFrame
      trail={round.name}
      note={<SaveNote saver={saver} at={last} />}
      what="份监控表"
      views={views}
      view={view}
      onView={(next) => props.onAddress({ view: next === 'funds' ? next : '' })}
      units={fillable}
      unit={unit}
      mayShowAll={total <= mostRows}
      onUnit={(id) => props.onAddress({ unit: id })}
      lead={
        view === 'entries'
          ? '可从 Excel、WPS 复制一片直接粘贴；每改一格随即保存。措施和总体情况请打开各项目填写。'
          : '金额填万元，可以整列粘贴；执行率低于预警线的写明原因。每改一格随即保存。'
      }
      ready={ready.length}
      lacking={lacking}
      meaning={stepTexts['submit-monitoring'] ?? ''}
      onSubmit={submit}
      back={`/monitoring?round=${round.id}&group=missing`}
      count={forms.length}
    >
      {view === 'entries' ? <FillEntries key={key} {...sheet} /> : <FillFunds key={key} {...sheet} />}
    </FillFrame>
  )
}

const views = { entries: '绩效指标', funds: '项目资金' } as const

/** Which forms can be handed in, and what the others lack first. */
function readiness(forms: readonly Monitoring[], rules: MonitoringRules) {
  const checked = forms.map((form) => ({
    form,
    errors: checkMonitoring(form, referenceOf(form), rules).filter(({ severity }) => severity === 'error'),
  }))
  const lacking = checked.flatMap(({ form, errors: [first, ...rest] }): Lacking[] =>
    first
      ? [
          {
            ...{ id: form.id, name: form.name, to: `/monitoring/${form.id}` },
            ...{ text: first.message.replace(/。$/, ''), count: rest.length + 1 },
          },
        ]
      : [],
  )
  return { ready: forms.filter(({ id }) => !lacking.some((each) => each.id === id)), lacking }
}

/** Units with a form to fill in, and the departments above them. */
function pickable(units: readonly Unit[], open: readonly Monitoring[]): Unit[] {
  const own = new Set(open.map(({ unitId }) => unitId))
  const parents = new Set(units.filter(({ id }) => own.has(id)).map(({ parentId }) => parentId))
  return units.filter(({ id }) => own.has(id) || parents.has(id))
}
