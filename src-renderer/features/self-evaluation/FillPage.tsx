import { useLiveQuery } from 'dexie-react-hooks'
import { takeSelfEvaluationStep } from '#actions/take-self-evaluation-step'
import { isOpenForUnit } from '#domain/evaluation/self-evaluation-flow'
import { selfEvaluationProblems } from '#domain/evaluation/self-evaluation-problems'
import { useSession } from '#session'
import { sectionsOf, unitsOf } from '#storage/base-data'
import { reachedUnits } from '#storage/reach'
import { selfEvaluationsByIds, selfEvaluationsOf } from '#storage/self-evaluations'
import { FillFrame } from '#ui/FillFrame.tsx'
import { FillEntries, FillTexts } from './FillSheets.tsx'
import { useSelfEvaluationsSaver } from './self-evaluation-saver.ts'
import { stepTexts } from './step-texts.ts'

const views = {
  entries: {
    name: '绩效指标',
    lead: '可从 Excel、WPS 整列复制完成值粘贴；得分按规则算出，没有得满分的写明原因。每改一格随即保存。',
  },
  texts: {
    name: '总体情况',
    lead: '预算数和执行数取自国库台账，要改请打开该项目。每改一格随即保存。',
  },
} as const

/** 多项目填报: all self-evaluations of a unit as two sheets, indicators and texts. */
export function FillPage() {
  const { book, by, rules } = useSession()
  const saver = useSelfEvaluationsSaver(by)
  const units = useLiveQuery(() => unitsOf(book.id), [book.id])
  const sections = useLiveQuery(() => sectionsOf(book.id), [book.id])
  const forms = useLiveQuery(() => selfEvaluationsOf(book.id), [book.id])
  if (!units || !sections || !forms) return null
  const reached = reachedUnits(by, units, sections)
  return (
    <FillFrame
      trail={`${book.year} 年度单位自评`}
      what="份自评表"
      views={views}
      units={units}
      open={forms.filter(
        ({ state, unitId }) => isOpenForUnit(state) && (reached === null || reached.has(unitId)),
      )}
      saver={saver}
      problemsOf={(form) => selfEvaluationProblems(form, rules)}
      pathOf={(id) => `/evaluation/self/${id}`}
      meaning={stepTexts['submit-self-evaluation'] ?? ''}
      read={selfEvaluationsByIds}
      submit={(seen) => takeSelfEvaluationStep(seen, { id: 'submit-self-evaluation', opinion: '' }, by)}
      back="/evaluation/self?group=missing"
    >
      {(view, open) =>
        view === 'entries' ? (
          <FillEntries forms={open} saver={saver} />
        ) : (
          <FillTexts forms={open} saver={saver} />
        )
      }
    </FillFrame>
  )
}
