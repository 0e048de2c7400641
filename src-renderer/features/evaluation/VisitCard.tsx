import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useEffect, useRef } from 'react'
import { Link } from 'react-router'
import { attachmentStore } from '#desktop'
import type { EvaluationTask } from '#domain/evaluation/task'
import { type Clash, missingForDone, type Visit, visitProblems, visitStates } from '#domain/evaluation/visit'
import type { Agency } from '#domain/experts/agency'
import type { Section } from '#domain/year-book'
import { useSession } from '#session'
import { AttachmentList } from '#ui/AttachmentList.tsx'
import { DayField } from '#ui/DayField.tsx'
import { TextField } from '#ui/TextField.tsx'
import { useToast } from '#ui/Toast.tsx'
import { colours } from '#ui/theme'
import { VisitPeople } from './VisitPeople.tsx'

type FieldProps = { visit: Visit; readOnly: boolean; onPut: (patch: Partial<Visit>) => void }

type HeadProps = FieldProps & { index: number; onRemove: (button: HTMLElement) => void }

/** One visit; what is done is fixed until it is taken back to the plan. */
export function VisitCard(
  props: HeadProps & {
    task: EvaluationTask
    clashes: readonly Clash[]
    sections: readonly Section[]
    agencies: readonly Agency[]
    isFresh: boolean
  },
) {
  const { task, visit, index, isFresh, onPut } = props
  const { by } = useSession()
  const card = useRef<HTMLElement>(null)
  useEffect(() => {
    if (isFresh) card.current?.querySelector('input')?.focus()
  }, [isFresh])
  const isDone = visit.state === 'done'
  const readOnly = props.readOnly || isDone
  const name = `第 ${index + 1} 次现场工作`
  const warnings = visitProblems(visit, task)

  return (
    <Box
      ref={card}
      component="section"
      data-row
      aria-label={name}
      sx={{
        bgcolor: colours.surface,
        border: `1px solid ${colours.line}`,
        borderRadius: '4px',
        p: 3,
        display: 'grid',
        gap: 2,
      }}
    >
      <Head {...props} name={name} />
      <WhenAndWhere visit={visit} readOnly={readOnly} onPut={onPut} />
      {warnings.map(({ message, severity }) => (
        <Box
          key={message}
          role="note"
          sx={{ fontSize: 13, color: severity === 'error' ? colours.alarm : colours.attention }}
        >
          <span aria-hidden="true">{severity === 'error' ? '■' : '▲'}</span> {message}
        </Box>
      ))}
      <VisitPeople {...props} name={name} readOnly={readOnly} onChange={(visitors) => onPut({ visitors })} />
      <Clashes clashes={props.clashes} />
      <Notes visit={visit} readOnly={readOnly} onPut={onPut} />
      <AttachmentList
        attachments={visit.attachments}
        store={attachmentStore}
        addedBy={by.name}
        mayAdd={!readOnly}
        mayRemove={!readOnly}
        inputLabel={`${name}的记录和照片文件`}
        onChange={(attachments) => onPut({ attachments })}
      />
    </Box>
  )
}

/** How far it is, and the step on or back. */
function Head(props: HeadProps & { name: string }) {
  const { visit, name, onPut } = props
  const { say } = useToast()
  const isDone = visit.state === 'done'

  function finish() {
    const missing = missingForDone(visit).filter(({ severity }) => severity === 'error')
    const [first] = missing
    if (first)
      say({
        text: `${name}还不能标为已完成：${missing.map(({ message }) => message).join('')}`,
        severity: 'warning',
      })
    else onPut({ state: 'done' })
  }

  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 2, fontSize: 14 }}>
      <Box sx={{ fontWeight: 600 }}>{props.index + 1}</Box>
      <Box sx={{ flex: 1, color: isDone ? colours.ok : colours.secondary }}>
        <span aria-hidden="true">{isDone ? '●' : '○'}</span> {visitStates[visit.state]}
      </Box>
      {!props.readOnly && (
        <>
          <Button
            size="small"
            variant="outlined"
            aria-label={`${isDone ? '改回计划' : '标为已完成'}：${name}`}
            onClick={() => (isDone ? onPut({ state: 'planned' }) : finish())}
          >
            {isDone ? '改回计划' : '标为已完成'}
          </Button>
          {!isDone && (
            <Button
              size="small"
              color="inherit"
              aria-label={`删除${name}`}
              onClick={({ currentTarget }) => props.onRemove(currentTarget)}
            >
              删除
            </Button>
          )}
        </>
      )}
    </Box>
  )
}

function WhenAndWhere({ visit, readOnly, onPut }: FieldProps) {
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: '132px 132px minmax(0, 1fr)', gap: 2 }}>
      <DayField
        label="开始日期"
        value={visit.startsOn}
        readOnly={readOnly}
        onCommit={(startsOn) => onPut({ startsOn })}
      />
      <DayField
        label="结束日期（一天的不填）"
        value={visit.endsOn}
        readOnly={readOnly}
        onCommit={(endsOn) => onPut({ endsOn })}
      />
      <TextField
        label="地点"
        placeholder="例如：长赤镇红光村项目现场"
        value={visit.place}
        readOnly={readOnly}
        onCommit={(place) => onPut({ place: place.trim() })}
      />
    </Box>
  )
}

/** Who is elsewhere on the same day. */
function Clashes({ clashes }: { clashes: readonly Clash[] }) {
  return clashes.map(({ name: person, day, taskId, taskName, number, place }) => (
    <Box
      key={`${person} ${day} ${taskId} ${place}`}
      role="note"
      sx={{ fontSize: 13, color: colours.attention }}
    >
      <span aria-hidden="true">▲</span> {person} {day} 已安排在{' '}
      <Box component={Link} to={`/evaluation/tasks/${taskId}/schedule`} sx={{ color: 'primary.main' }}>
        {number} {taskName}
      </Box>
      {place !== '' && `（${place}）`}，请错开日期或换人。
    </Box>
  ))
}

function Notes({ visit, readOnly, onPut }: FieldProps) {
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 2 }}>
      <TextField
        label="查看内容"
        lines={2}
        wide={false}
        placeholder="例如：工程量、支付凭证、受益户名单"
        value={visit.aim}
        readOnly={readOnly}
        onCommit={(aim) => onPut({ aim })}
      />
      <TextField
        label="查看情况"
        lines={2}
        wide={false}
        placeholder="看到了什么、与资料是否一致、发现的问题"
        value={visit.found}
        readOnly={readOnly}
        onCommit={(found) => onPut({ found })}
      />
    </Box>
  )
}
