import { useLiveQuery } from 'dexie-react-hooks'
import { useMemo } from 'react'
import { takeSelfEvaluationStep } from '#actions/take-self-evaluation-step'
import type { SelfEvaluation } from '#domain/evaluation/self-evaluation'
import { isOpenForUnit } from '#domain/evaluation/self-evaluation-flow'
import { selfEvaluationProblems } from '#domain/evaluation/self-evaluation-problems'
import type { Unit } from '#domain/year-book'
import type { YearRules } from '#domain/year-rules'
import { useSession } from '#session'
import { sectionsOf, unitsOf } from '#storage/base-data'
import { reachedUnits } from '#storage/reach'
import { selfEvaluationsByIds, selfEvaluationsOf } from '#storage/self-evaluations'
import { FillFrame, type Lacking } from '#ui/FillFrame.tsx'
import { SaveNote } from '#ui/SaveNote.tsx'
import { useToast } from '#ui/Toast.tsx'
import { useAddress } from '#ui/use-address'
import { FillEntries, FillTexts } from './FillSheets.tsx'
import { useSelfEvaluationsSaver } from './self-evaluation-saver.ts'
import { stepTexts } from './step-texts.ts'

/** So many rows are comfortable in one sheet; beyond them a unit is chosen first. */
const mostRows = 400

const views = { entries: '绩效指标', texts: '总体情况' } as const

/** 多项目填报: all self-evaluations of a unit as two sheets, indicators and texts. */
export function FillPage() {
  const { book, by } = useSession()
  const [address, setInAddress] = useAddress()
  const units = useLiveQuery(() => unitsOf(book.id), [book.id])
  const sections = useLiveQuery(() => sectionsOf(book.id), [book.id])
  const forms = useLiveQuery(() => selfEvaluationsOf(book.id), [book.id])
  if (!units || !sections || !forms) return null
  const reached = reachedUnits(by, units, sections)
  const open = forms.filter(
    ({ state, unitId }) => isOpenForUnit(state) && (reached === null || reached.has(unitId)),
  )
  return (
    <FillDocument
      units={units}
      open={open}
      unit={address.get('unit') ?? ''}
      view={address.get('view') === 'texts' ? 'texts' : 'entries'}
      onAddress={setInAddress}
    />
  )
}

function FillDocument(props: {
  units: readonly Unit[]
  open: readonly SelfEvaluation[]
  unit: string
  view: keyof typeof views
  onAddress: (changes: Record<string, string>) => void
}) {
  const { units, open, view } = props
  const { by, book, rules } = useSession()
  const { attempt, say } = useToast()
  const saver = useSelfEvaluationsSaver(by)
  const fillable = useMemo(() => pickable(units, open), [units, open])
  const total = open.reduce((sum, { entries }) => sum + entries.length, 0)
  // A whole county does not fit in one sheet: then the first unit stands there until another is chosen.
  const unit = props.unit !== '' || total <= mostRows ? props.unit : (open[0]?.unitId ?? '')
  const parentOf = new Map(units.map(({ id, parentId }) => [id, parentId]))
  const forms = open
    .filter(({ unitId }) => unit === '' || unitId === unit || parentOf.get(unitId) === unit)
    .map(saver.shown)
  const key = `${unit} ${forms.map(({ id }) => id).join()}`
  const last = forms.reduce((latest, { changedAt }) => (changedAt > latest ? changedAt : latest), '')
  const lacking = forms.flatMap((form) => lackingOf(form, rules))
  const ready = forms.filter(({ id }) => !lacking.some((each) => each.id === id))

  function submit() {
    attempt(async () => {
      if (!(await saver.flush())) return
      const kept = await selfEvaluationsByIds(ready.map(({ id }) => id))
      const seen = kept.map(({ id, revision }) => ({ id, seenRevision: revision }))
      await takeSelfEvaluationStep(seen, { id: 'submit-self-evaluation', opinion: '' }, by)
      say(`送审 ${seen.length} 份自评表`)
    })
  }

  return (
    <FillFrame
      trail={`${book.year} 年度单位自评`}
      note={<SaveNote saver={saver} at={last} />}
      what="份自评表"
      views={views}
      view={view}
      onView={(next) => props.onAddress({ view: next === 'texts' ? next : '' })}
      units={fillable}
      unit={unit}
      mayShowAll={total <= mostRows}
      onUnit={(id) => props.onAddress({ unit: id })}
      lead={
        view === 'entries'
          ? '可从 Excel、WPS 整列复制完成值粘贴；得分按规则算出，没有得满分的写明原因。每改一格随即保存。'
          : '预算数和执行数取自国库台账，要改请打开该项目。每改一格随即保存。'
      }
      ready={ready.length}
      lacking={lacking}
      meaning={stepTexts['submit-self-evaluation'] ?? ''}
      onSubmit={submit}
      back="/evaluation/self?group=missing"
      count={forms.length}
    >
      {view === 'entries' ? (
        <FillEntries key={key} forms={forms} saver={saver} />
      ) : (
        <FillTexts key={key} forms={forms} saver={saver} />
      )}
    </FillFrame>
  )
}

/** What a form lacks before it may be handed in, the first of it in words. */
function lackingOf(form: SelfEvaluation, rules: YearRules): Lacking[] {
  const [first, ...rest] = selfEvaluationProblems(form, rules).filter(({ severity }) => severity === 'error')
  if (!first) return []
  const { id, name } = form
  const text = first.message.replace(/。$/, '')
  return [{ id, name, to: `/evaluation/self/${id}`, text, count: rest.length + 1 }]
}

/** Units with a form to fill in, and the departments above them. */
function pickable(units: readonly Unit[], open: readonly SelfEvaluation[]): Unit[] {
  const own = new Set(open.map(({ unitId }) => unitId))
  const parents = new Set(units.filter(({ id }) => own.has(id)).map(({ parentId }) => parentId))
  return units.filter(({ id }) => own.has(id) || parents.has(id))
}
