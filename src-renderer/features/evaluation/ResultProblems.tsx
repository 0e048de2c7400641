import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { type RefObject, useRef } from 'react'
import { deductionsOf, draftedProblems } from '#domain/evaluation/findings'
import { indicatorsOf } from '#domain/evaluation/indicator-system'
import type { TaskProblem } from '#domain/evaluation/task'
import { EmptyState } from '#ui/EmptyState.tsx'
import { MoneyField } from '#ui/MoneyField.tsx'
import { ChoiceField, TextField } from '#ui/TextField.tsx'
import { useToast } from '#ui/Toast.tsx'
import { takeRow } from '#ui/take-row'
import { colours } from '#ui/theme'
import type { ResultPartProps } from './result-part.ts'

/** 问题清单 with amounts and owners, drafted from the experts' reasons, and the recommendations. */
export function ResultProblems(props: ResultPartProps) {
  const { task, sheets, facts, saver, isOpen } = props
  const { say } = useToast()
  const adder = useRef<HTMLButtonElement>(null)
  const open = isOpen('problems')
  const deductions = deductionsOf(task, sheets, facts.rules)
  const made = { nextId: () => crypto.randomUUID(), owner: facts.unitName }
  const fresh = draftedProblems(task.problems, deductions, made)

  function put(id: string, patch: Partial<TaskProblem>) {
    saver.change((before) => ({
      problems: before.problems.map((one) => (one.id === id ? { ...one, ...patch } : one)),
    }))
  }
  function add(list: readonly TaskProblem[], said: string) {
    saver.change((before) => ({ problems: [...before.problems, ...list] }))
    if (said !== '') say(said)
  }
  const empty: TaskProblem = {
    ...{ id: '', indicatorId: '', text: '', amount: null, owner: facts.unitName, advice: '', evidence: [] },
  }

  return (
    <Box
      tabIndex={0}
      role="group"
      aria-label="问题和建议"
      sx={{ flex: 1, minHeight: 0, overflow: 'auto', p: 3, display: 'grid', gap: 2, alignContent: 'start' }}
    >
      {open && (
        <Box sx={{ display: 'flex', gap: 2, alignItems: 'center' }}>
          <Button
            variant="outlined"
            disabled={fresh.length === 0}
            onClick={() => add(fresh, `已列出 ${fresh.length} 条问题，请核对文字、金额和责任主体。`)}
          >
            从扣分理由列出（{fresh.length} 条）
          </Button>
          <Button
            ref={adder}
            variant="outlined"
            onClick={() => add([{ ...empty, id: crypto.randomUUID() }], '')}
          >
            添加问题
          </Button>
        </Box>
      )}
      {task.problems.length === 0 && (
        <EmptyState
          text={open ? '还没有问题。可以从专家的扣分理由列出，再补充金额和责任主体。' : '没有列出问题。'}
        />
      )}
      {task.problems.map((problem, index) => (
        <ProblemCard
          key={problem.id}
          {...props}
          problem={problem}
          index={index}
          readOnly={!open}
          adder={adder}
          onPut={(patch) => put(problem.id, patch)}
          onRemove={() => {
            const { problems } = task
            saver.change((before) => ({ problems: before.problems.filter(({ id }) => id !== problem.id) }))
            say({
              text: `已删除第 ${index + 1} 条问题。`,
              undo: async () => saver.change(() => ({ problems })),
            })
          }}
        />
      ))}
      <Box sx={{ bgcolor: colours.surface, border: `1px solid ${colours.line}`, borderRadius: '4px', p: 3 }}>
        <TextField
          label="有关建议（每行一条）"
          lines={4}
          value={task.recommendations.join('\n')}
          readOnly={!isOpen('recommendations')}
          placeholder="例如：建立项目后续管护制度，明确管护资金来源。"
          onCommit={(text) =>
            saver.change(() => ({
              recommendations: text.split(/\r?\n/).filter((line) => line.trim() !== ''),
            }))
          }
        />
      </Box>
    </Box>
  )
}

function ProblemCard(
  props: ResultPartProps & {
    problem: TaskProblem
    index: number
    readOnly: boolean
    adder: RefObject<HTMLButtonElement | null>
    onPut: (patch: Partial<TaskProblem>) => void
    onRemove: () => void
  },
) {
  const { problem, task, readOnly, onPut, index } = props
  const indicators = Object.fromEntries(indicatorsOf(task.system).map(({ id, name }) => [id, name]))
  const papers = problem.evidence
    .map(({ attachmentId, page }) => {
      const number = task.materials.find(({ id }) => id === attachmentId)?.number ?? ''
      return [number, page === null ? '' : `第 ${page} 页`].filter(Boolean).join(' ')
    })
    .filter(Boolean)
  return (
    <Box
      component="section"
      data-row
      aria-label={`问题 ${index + 1}`}
      sx={{
        bgcolor: colours.surface,
        border: `1px solid ${colours.line}`,
        borderRadius: '4px',
        p: 3,
        display: 'grid',
        gap: 2,
      }}
    >
      <Box
        sx={{ display: 'grid', gridTemplateColumns: '24px 2fr 1fr 1.4fr auto', gap: 2, alignItems: 'end' }}
      >
        <Box sx={{ fontWeight: 600, lineHeight: '32px' }}>{index + 1}</Box>
        <ChoiceField
          label="涉及指标"
          value={problem.indicatorId}
          choices={indicators}
          blank="不限于某个指标"
          readOnly={readOnly}
          onCommit={(indicatorId) => onPut({ indicatorId })}
        />
        <MoneyField
          label="涉及金额"
          value={problem.amount}
          readOnly={readOnly}
          onCommit={(amount) => onPut({ amount })}
        />
        <TextField
          label="责任主体"
          value={problem.owner}
          readOnly={readOnly}
          onCommit={(owner) => onPut({ owner })}
        />
        {!readOnly && (
          <Button
            color="inherit"
            onClick={({ currentTarget }) => takeRow(currentTarget, props.adder, props.onRemove)}
            aria-label={`删除问题 ${index + 1}`}
          >
            删除
          </Button>
        )}
      </Box>
      <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 2 }}>
        <TextField
          label="问题"
          lines={2}
          wide={false}
          value={problem.text}
          readOnly={readOnly}
          onCommit={(text) => onPut({ text })}
        />
        <TextField
          label="整改建议"
          lines={2}
          wide={false}
          value={problem.advice}
          readOnly={readOnly}
          onCommit={(advice) => onPut({ advice })}
        />
      </Box>
      {papers.length > 0 && (
        <Box sx={{ fontSize: 12, color: colours.secondary }}>底稿：{papers.join('、')}</Box>
      )}
    </Box>
  )
}
