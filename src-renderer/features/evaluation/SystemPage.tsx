import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useLiveQuery } from 'dexie-react-hooks'
import { useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import { approveIndicatorSystem } from '#actions/approve-indicator-system'
import { discardIndicatorSystem } from '#actions/discard-indicator-system'
import { saveIndicatorSystem } from '#actions/save-indicator-system'
import {
  copiedSystem,
  evaluationScopes,
  type IndicatorSystem,
  nextVersion,
} from '#domain/evaluation/indicator-system'
import { systemProblems } from '#domain/evaluation/system-weights'
import type { KeptSystem } from '#domain/evaluation/task'
import { shippedSystems } from '#domain/evaluation/templates'
import { may } from '#domain/people/permissions'
import { useSession } from '#session'
import { indicatorSystemById } from '#storage/evaluation-tasks'
import { ConfirmDialog } from '#ui/ConfirmDialog.tsx'
import { EmptyPage } from '#ui/EmptyPage.tsx'
import { PageHead } from '#ui/PageHead.tsx'
import { useRecordSaver } from '#ui/record-saver'
import { SaveNote } from '#ui/SaveNote.tsx'
import { ChoiceField, TextField } from '#ui/TextField.tsx'
import { useToast } from '#ui/Toast.tsx'
import { colours } from '#ui/theme'
import { SystemMark } from './StateMark.tsx'
import { SystemEditor } from './SystemEditor.tsx'

/** One indicator system: a template to look at and copy, or one of the bureau's own to write and approve. */
export function SystemPage() {
  const { id = '' } = useParams()
  const { book } = useSession()
  const template = shippedSystems.find((system) => system.id === id)
  const read = useLiveQuery(async () => ({ kept: await indicatorSystemById(id) }), [id])
  if (template) return <Template key={id} system={template} />
  if (!read) return null
  if (read.kept?.bookId !== book.id)
    return (
      <EmptyPage
        title="指标体系"
        trail="绩效评价"
        text="这个指标体系不在当前账套中，可能属于其他年度。"
        way={{ to: '/evaluation/systems', name: '返回指标体系' }}
      />
    )
  return <Own key={id} kept={read.kept} />
}

function unchanged() {
  // A template is read only: the sheet never calls it.
}

function Template({ system }: { system: IndicatorSystem }) {
  return (
    <Box sx={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' }}>
      <PageHead title={system.name} trail="指标体系" note="自带模板，复制后可以修改">
        <Copy system={system} isPrimary />
      </PageHead>
      <SystemEditor
        system={system}
        readOnly
        onChange={unchanged}
        head={
          <Box sx={{ fontSize: 13, color: colours.secondary }}>
            适用于{evaluationScopes[system.scope]}。依据：{system.clause}〔{system.mark}〕
          </Box>
        }
      />
    </Box>
  )
}

function Copy({ system, isPrimary }: { system: IndicatorSystem; isPrimary: boolean }) {
  const { book, by } = useSession()
  const navigate = useNavigate()
  const { attempt, say } = useToast()
  if (!may(by, 'save-indicator-system')) return null
  return (
    <Button
      variant={isPrimary ? 'contained' : 'outlined'}
      onClick={() =>
        attempt(async () => {
          const fresh = copiedSystem(system, crypto.randomUUID(), `${system.name}（本局）`)
          const kept = await saveIndicatorSystem(book.id, fresh, 0, by)
          say(`已复制：${system.name}`)
          void navigate(`/evaluation/systems/${kept.id}`)
        })
      }
    >
      复制一份
    </Button>
  )
}

function Own({ kept }: { kept: KeptSystem }) {
  const { book, by, rules } = useSession()
  const navigate = useNavigate()
  const { attempt, say } = useToast()
  const [asking, setAsking] = useState<'approve' | 'discard' | null>(null)
  const saver = useRecordSaver<KeptSystem>(kept, {
    read: indicatorSystemById,
    keep: (latest, change) => saveIndicatorSystem(book.id, { ...latest, ...change }, latest.revision, by),
  })
  const system = saver.record
  const isDraft = system.state === 'draft'
  const readOnly = !isDraft || !may(by, 'save-indicator-system')
  const errors = systemProblems(system, rules.evaluation.scoring).filter(
    ({ severity }) => severity === 'error',
  )

  function approve() {
    setAsking(null)
    attempt(async () => {
      if (!(await saver.flush())) return
      const latest = await indicatorSystemById(system.id)
      await approveIndicatorSystem(system.id, latest?.revision ?? 0, by)
      say(`已审定：${system.name}`)
    })
  }

  function discard() {
    setAsking(null)
    attempt(async () => {
      await saver.flush()
      const latest = await indicatorSystemById(system.id)
      await discardIndicatorSystem(system.id, latest?.revision ?? 0, by)
      say(`已删除：${system.name}`)
      void navigate('/evaluation/systems')
    })
  }

  function makeNext() {
    attempt(async () => {
      const next = await saveIndicatorSystem(book.id, nextVersion(system, crypto.randomUUID()), 0, by)
      void navigate(`/evaluation/systems/${next.id}`)
    })
  }

  return (
    <Box sx={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' }}>
      <PageHead title={system.name} trail="指标体系" note={<SaveNote saver={saver} at={system.changedAt} />}>
        {isDraft && may(by, 'discard-indicator-system') && (
          <Button color="inherit" onClick={() => setAsking('discard')}>
            删除草稿
          </Button>
        )}
        <Copy system={system} isPrimary={false} />
        {isDraft && may(by, 'approve-indicator-system') && (
          <Button
            variant="contained"
            onClick={() => {
              if (errors.length === 0) setAsking('approve')
              else say({ text: `${errors[0]?.message ?? ''}改正后再审定。`, severity: 'warning' })
            }}
          >
            审定
          </Button>
        )}
        {system.state === 'approved' && may(by, 'save-indicator-system') && (
          <Button variant="contained" onClick={makeNext}>
            编制下一版
          </Button>
        )}
      </PageHead>
      <SystemEditor
        system={system}
        readOnly={readOnly}
        onChange={(patch) => saver.change((before) => ({ levels: patch(before).levels }))}
        head={<Head system={system} readOnly={readOnly} onChange={saver.change} />}
      />
      {asking === 'approve' && (
        <ConfirmDialog
          open
          title={`审定：${system.name}`}
          action="审定"
          onConfirm={approve}
          onCancel={() => setAsking(null)}
        >
          审定后不再修改，评价任务可以选用；需要调整时编制下一版。已在进行的任务用自己的副本，不受影响。
        </ConfirmDialog>
      )}
      {asking === 'discard' && (
        <ConfirmDialog
          open
          dangerous
          title={`删除“${system.name}”？`}
          action="删除这份草稿"
          onConfirm={discard}
          onCancel={() => setAsking(null)}
        >
          删除后不能在这里恢复；操作记录中留有全文。
        </ConfirmDialog>
      )}
    </Box>
  )
}

function Head(props: {
  system: KeptSystem
  readOnly: boolean
  onChange: (patch: () => Partial<KeptSystem>) => void
}) {
  const { system, readOnly, onChange } = props
  return (
    <Box
      sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) 180px auto', gap: 3, alignItems: 'end' }}
    >
      <TextField
        label="名称"
        readOnly={readOnly}
        value={system.name}
        onCommit={(name) => name.trim() !== '' && onChange(() => ({ name: name.trim() }))}
      />
      <ChoiceField
        label="适用对象"
        value={system.scope}
        choices={evaluationScopes}
        readOnly={readOnly}
        onCommit={(scope) => scope !== '' && onChange(() => ({ scope }))}
      />
      <Box sx={{ fontSize: 13, lineHeight: '32px', whiteSpace: 'nowrap' }}>
        <SystemMark state={system.state} /> 第 {system.version} 版
        {system.approvedBy !== '' && `，${system.approvedBy}审定`}
      </Box>
    </Box>
  )
}
