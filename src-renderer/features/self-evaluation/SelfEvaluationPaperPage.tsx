import Button from '@mui/material/Button'
import { useLiveQuery } from 'dexie-react-hooks'
import { useNavigate, useParams } from 'react-router'
import { desktop } from '#desktop'
import { scoreOf } from '#domain/evaluation/self-evaluation-score'
import { formNames } from '#domain/unit-names'
import { useSession } from '#session'
import { sectionsOf, unitsOf } from '#storage/base-data'
import { reachedUnits } from '#storage/reach'
import { selfEvaluationById } from '#storage/self-evaluations'
import { EmptyPage } from '#ui/EmptyPage.tsx'
import { PageHead } from '#ui/PageHead.tsx'
import { PaperSheet } from '#ui/PaperSheet.tsx'
import { useToast } from '#ui/Toast.tsx'
import { isSideways, SelfEvaluationPaper } from './SelfEvaluationPaper.tsx'

const margin = '14mm 12mm'

/** The form as it will be printed, on screen like a sheet of A4. */
export function SelfEvaluationPaperPage() {
  const { id = '' } = useParams()
  const { book, by, rules } = useSession()
  const { attempt } = useToast()
  const navigate = useNavigate()
  const form = useLiveQuery(() => selfEvaluationById(id), [id])
  const units = useLiveQuery(() => unitsOf(book.id), [book.id])
  const sections = useLiveQuery(() => sectionsOf(book.id), [book.id])
  if (form === undefined || !units || !sections) return null
  const reached = reachedUnits(by, units, sections)
  if (form?.bookId !== book.id || (reached && !reached.has(form.unitId)))
    return (
      <EmptyPage
        title="绩效自评表"
        trail="打印预览"
        text="这份自评表不在当前账套或职责的范围内。"
        way={{ to: '/evaluation/self', name: '返回自评台账' }}
      />
    )
  const score = scoreOf(form, rules)
  if (!score)
    return (
      <EmptyPage
        title="绩效自评表"
        trail="打印预览"
        text="当前规则包没有这份自评表的版式，不能打印。请在设置中核对规则包。"
        way={{ to: '/evaluation/self', name: '返回自评台账' }}
      />
    )
  const landscape = isSideways(score)
  return (
    <>
      <PageHead trail="打印预览" title={form.name || '未填名称的项目'}>
        <Button color="inherit" onClick={() => void navigate(`/evaluation/self/${form.id}`)}>
          返回自评表
        </Button>
        <Button variant="outlined" onClick={() => attempt(() => desktop.savePdf(`${form.name}自评表.pdf`))}>
          另存 PDF
        </Button>
        <Button variant="contained" onClick={() => window.print()}>
          打印
        </Button>
      </PageHead>
      <PaperSheet margin={margin} landscape={landscape}>
        <SelfEvaluationPaper form={form} score={score} names={formNames(form.unitId, units, book.year)} />
      </PaperSheet>
    </>
  )
}
