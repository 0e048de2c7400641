import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useLiveQuery } from 'dexie-react-hooks'
import { useNavigate, useParams } from 'react-router'
import { presentSheet, shownName } from '#domain/evaluation/scoring-desk'
import type { EvaluationTask, KeptSheet } from '#domain/evaluation/task'
import { useSession } from '#session'
import { evaluationTaskById, sheetsOf } from '#storage/evaluation-tasks'
import { knownFactsOf } from '#storage/known-facts'
import { EmptyPage } from '#ui/EmptyPage.tsx'
import { PageHead } from '#ui/PageHead.tsx'
import { colours } from '#ui/theme'
import { useAddress } from '#ui/use-address'
import { ScoreBench } from './ScoreBench.tsx'

/** 评分: first who scores, then that expert's own sheet; the others stay unseen until it is signed. */
export function ScorePage() {
  const { id = '' } = useParams()
  const { book } = useSession()
  const [address, setInAddress] = useAddress()
  const read = useLiveQuery(async () => {
    const task = await evaluationTaskById(id)
    return { task, facts: task ? await knownFactsOf(task) : null }
  }, [id])
  const sheets = useLiveQuery(() => sheetsOf(book.id, id), [book.id, id])
  if (!read || !sheets) return null
  const { task, facts } = read
  if (task?.bookId !== book.id || !facts)
    return (
      <EmptyPage
        title="评分"
        trail="绩效评价"
        text="这项评价不在当前账套中，可能属于其他年度。"
        way={{ to: '/evaluation/tasks', name: '返回评价任务' }}
      />
    )
  if (sheets.length === 0)
    return (
      <EmptyPage
        title="评分"
        trail="绩效评价"
        text="这项评价还没有开始评分。先准备好指标体系和专家，再点“开始评分”。"
        way={{ to: `/evaluation/tasks/${id}`, name: '返回任务' }}
      />
    )
  const sheet = presentSheet(sheets, address.get('expert') ?? '')
  if (!sheet)
    return <WhoScores task={task} sheets={sheets} onChoose={(expert) => setInAddress({ expert, at: '' })} />
  return <ScoreBench key={sheet.id} task={task} kept={sheet} sheets={sheets} facts={facts} />
}

/** Who sits down to score: each sees only the own sheet. */
function WhoScores(props: {
  task: EvaluationTask
  sheets: readonly KeptSheet[]
  onChoose: (expertId: string) => void
}) {
  const { task, sheets } = props
  const navigate = useNavigate()
  return (
    <Box sx={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' }}>
      <PageHead title={shownName(task)} trail="评分">
        <Button color="inherit" onClick={() => void navigate(`/evaluation/tasks/${task.id}`)}>
          返回任务
        </Button>
      </PageHead>
      <Box
        sx={{
          p: 6,
          display: 'grid',
          gap: 3,
          justifyItems: 'center',
          alignContent: 'start',
          overflow: 'auto',
        }}
      >
        <Box sx={{ fontSize: 16, fontWeight: 600 }}>请选择评分的专家</Box>
        <Box sx={{ fontSize: 13, color: colours.secondary }}>
          各专家独立评分。签名之前看不到别人的评分，别人也看不到您的评分。
        </Box>
        <Box
          component="ul"
          sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 2, width: 'min(560px, 100%)' }}
        >
          {task.experts.map((expert) => {
            const sheet = presentSheet(sheets, expert.expertId)
            if (!sheet) return null
            const done = sheet.asked.filter((asked) => sheet.marks[asked]).length
            return (
              <li key={expert.expertId}>
                <Button
                  fullWidth
                  variant="outlined"
                  color="inherit"
                  onClick={() => props.onChoose(expert.expertId)}
                  sx={{
                    justifyContent: 'space-between',
                    bgcolor: colours.surface,
                    height: 44,
                    borderColor: colours.control,
                  }}
                >
                  <span>
                    {expert.name}
                    {sheet.round === 2 && '（第二轮）'}
                  </span>
                  <Box
                    component="span"
                    sx={{ fontSize: 13, color: sheet.signedAt ? colours.ok : colours.secondary }}
                  >
                    {sheet.signedAt ? '● 已签名' : `○ 已评 ${done}/${sheet.asked.length}`}
                  </Box>
                </Button>
              </li>
            )
          })}
        </Box>
      </Box>
    </Box>
  )
}
