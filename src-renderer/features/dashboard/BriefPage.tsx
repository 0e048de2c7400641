import Button from '@mui/material/Button'
import { useLiveQuery } from 'dexie-react-hooks'
import { useNavigate, useParams } from 'react-router'
import { desktop } from '#desktop'
import { judgedAt } from '#domain/dashboard/lights'
import { warnedOf, warningOf } from '#domain/dashboard/warnings'
import { useSession } from '#session'
import { goalById } from '#storage/goals'
import { localToday } from '#storage/local-day'
import { monitoringsOfGoal } from '#storage/monitorings'
import { EmptyPage } from '#ui/EmptyPage.tsx'
import { PageHead } from '#ui/PageHead.tsx'
import { PaperSheet } from '#ui/PaperSheet.tsx'
import { useToast } from '#ui/Toast.tsx'
import { useAddress } from '#ui/use-address'
import { BriefPaper } from './BriefPaper.tsx'
import { formPath, readFilter } from './board-address.ts'
import { useBoardIndex } from './use-board.ts'

const margin = '14mm 16mm'

/** 项目简报: one project on one page of A4, as it will be printed. */
export function BriefPage() {
  const { id = '' } = useParams()
  const { book, rules } = useSession()
  const { attempt } = useToast()
  const navigate = useNavigate()
  const [address] = useAddress()
  const index = useBoardIndex()
  const read = useLiveQuery(
    async () => ({ goal: await goalById(id), forms: await monitoringsOfGoal(id) }),
    [id],
  )
  if (!index || !read) return null
  const item = index.items.find(({ goalId }) => goalId === id)
  if (!item || !read.goal)
    return (
      <EmptyPage
        title="项目简报"
        trail="看板"
        text="这个项目不在当前账套或职责的范围内。"
        way={{ to: '/dashboard', name: '返回看板' }}
      />
    )
  const { month } = readFilter(address, index.month > 0 ? index.month : 12)
  const form = read.forms.findLast((each) => each.month <= month) ?? null
  const names = {
    unitNames: new Map(index.units.map(({ id: unitId, name }) => [unitId, name])),
    sectionNames: new Map(index.sections.map(({ id: sectionId, name }) => [sectionId, name])),
  }
  const today = localToday()
  const [warned] = warnedOf([judgedAt(item, month, index.source)], month)
  return (
    <>
      <PageHead trail="项目简报" title={item.name || '未填名称的项目'}>
        <Button color="inherit" onClick={() => void navigate(`/dossier/${id}`)}>
          一项目一档
        </Button>
        <Button color="inherit" onClick={() => void navigate(-1)}>
          返回
        </Button>
        <Button
          variant="outlined"
          onClick={() => void navigate(formPath({ formId: form?.id ?? '', goalId: id }))}
        >
          {form ? '查看监控表' : '查看目标'}
        </Button>
        <Button variant="outlined" onClick={() => attempt(() => desktop.savePdf(`${item.name}简报.pdf`))}>
          另存 PDF
        </Button>
        <Button variant="contained" onClick={() => window.print()}>
          打印
        </Button>
      </PageHead>
      <PaperSheet margin={margin}>
        <BriefPaper
          item={item}
          goal={read.goal}
          form={form}
          month={month}
          year={book.year}
          source={index.source}
          rules={rules.monitoring}
          unitName={names.unitNames.get(item.unitId) ?? ''}
          sectionName={names.sectionNames.get(item.sectionId) ?? ''}
          warning={warned ? warningOf(warned, { month, today, index, ...names }) : null}
          today={today}
        />
      </PaperSheet>
    </>
  )
}
