import Button from '@mui/material/Button'
import { useEffect, useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import { desktop } from '#desktop'
import { formNames } from '#domain/unit-names'
import { useSession } from '#session'
import { EmptyPage } from '#ui/EmptyPage.tsx'
import { PageHead } from '#ui/PageHead.tsx'
import { PaperSheet } from '#ui/PaperSheet.tsx'
import { useToast } from '#ui/Toast.tsx'
import { GoalPaper } from './GoalPaper.tsx'
import { type GoalRecord, readRecord } from './goal-record.ts'

/** The form as it will be printed, on screen like a sheet of A4. */
export function GoalPaperPage() {
  const { id = '' } = useParams()
  const { book } = useSession()
  const { attempt } = useToast()
  const navigate = useNavigate()
  const [record, setRecord] = useState<GoalRecord | null | undefined>(undefined)

  useEffect(() => {
    attempt(async () => setRecord(await readRecord(id, book)))
  }, [id, book, attempt])

  if (record === undefined) return null
  if (record === null)
    return (
      <EmptyPage
        title="绩效目标申报表"
        trail="打印预览"
        text="这个目标已不存在，可能已被删除。"
        way={{ to: '/goals', name: '返回台账' }}
      />
    )
  const { goal } = record
  const units = new Map(record.units.map((unit) => [unit.id, unit]))
  return (
    <>
      <PageHead trail="打印预览" title={goal.name || '未命名目标'}>
        <Button color="inherit" onClick={() => void navigate(`/goals/${goal.id}`)}>
          返回目标
        </Button>
        <Button
          variant="outlined"
          onClick={() => attempt(() => desktop.savePdf(`${goal.name}绩效目标申报表.pdf`))}
        >
          另存 PDF
        </Button>
        <Button variant="contained" onClick={() => window.print()}>
          打印
        </Button>
      </PageHead>
      <PaperSheet margin="16mm 12mm">
        <GoalPaper goal={goal} names={formNames(goal.unitId, units, goal.year)} />
      </PaperSheet>
    </>
  )
}
