import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useLiveQuery } from 'dexie-react-hooks'
import { useNavigate, useParams } from 'react-router'
import { desktop } from '#desktop'
import { shownName } from '#domain/evaluation/scoring-desk'
import { useSession } from '#session'
import { unitsOf } from '#storage/base-data'
import { evaluationTaskById, sheetsOf } from '#storage/evaluation-tasks'
import { EmptyState } from '#ui/EmptyState.tsx'
import { PageHead } from '#ui/PageHead.tsx'
import { PrintStyles } from '#ui/PrintStyles.tsx'
import { useToast } from '#ui/Toast.tsx'
import { useAddress } from '#ui/use-address'
import { SheetPaper } from './SheetPaper.tsx'

const margin = '16mm 14mm'

/** 评价工作底稿 of one expert's sheet as it will be printed, on screen like a sheet of A4. */
export function SheetPaperPage() {
  const { id = '' } = useParams()
  const { book, by } = useSession()
  const { attempt } = useToast()
  const navigate = useNavigate()
  const [address] = useAddress()
  const read = useLiveQuery(async () => ({ task: await evaluationTaskById(id) }), [id])
  const sheets = useLiveQuery(() => sheetsOf(book.id, id), [book.id, id])
  const units = useLiveQuery(() => unitsOf(book.id), [book.id])
  if (!read || !sheets || !units) return null
  const { task } = read
  const sheet = sheets.find((each) => each.id === address.get('sheet')) ?? sheets[0]
  // Working papers stay in the bureau: the unit sees the result it is asked about.
  if (task?.bookId !== book.id || !sheet || by.duty === 'unit')
    return <EmptyState text="没有可以打印的底稿。请返回评价任务查看。" />
  const name = `${task.number} ${shownName(task)}评价底稿（${sheet.name}）`
  return (
    <>
      <PrintStyles margin={margin} landscape />
      <PageHead trail="打印预览" title={name}>
        <Button color="inherit" onClick={() => void navigate(-1)}>
          返回
        </Button>
        <Button variant="outlined" onClick={() => attempt(() => desktop.savePdf(`${name}.pdf`))}>
          另存 PDF
        </Button>
        <Button variant="contained" onClick={() => window.print()}>
          打印
        </Button>
      </PageHead>
      <Box
        component="section"
        aria-label="打印预览"
        tabIndex={0}
        sx={{
          flex: 1,
          overflow: 'auto',
          py: 6,
          bgcolor: '#DDE2E7',
          '@media print': { p: 0, overflow: 'visible', bgcolor: '#fff' },
        }}
      >
        <Box
          sx={{
            width: '297mm',
            minHeight: '210mm',
            mx: 'auto',
            p: margin,
            bgcolor: '#fff',
            boxShadow: '0 1px 6px rgba(31, 41, 51, .25)',
            '@media print': { width: 'auto', minHeight: 0, p: 0, boxShadow: 'none' },
          }}
        >
          <SheetPaper
            task={task}
            sheet={sheet}
            names={{
              year: book.year,
              unit: task.isBlind
                ? '（匿名评分）'
                : (units.find((unit) => unit.id === task.unitId)?.name ?? ''),
              office: book.identity.office.replace('（演示）', ''),
            }}
          />
        </Box>
      </Box>
    </>
  )
}
