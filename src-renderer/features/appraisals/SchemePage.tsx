import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useLiveQuery } from 'dexie-react-hooks'
import { useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import { approveScheme } from '#actions/approve-scheme'
import { discardScheme } from '#actions/discard-scheme'
import { saveScheme } from '#actions/save-scheme'
import { copiedScheme, type KeptScheme, nextScheme, type Scheme } from '#domain/appraisals/scheme'
import { schemeProblems } from '#domain/appraisals/scheme-checks'
import { shippedSchemes } from '#domain/appraisals/shipped'
import { may } from '#domain/people/permissions'
import { useSession } from '#session'
import { schemeById } from '#storage/appraisals'
import { ConfirmDialog } from '#ui/ConfirmDialog.tsx'
import { EmptyPage } from '#ui/EmptyPage.tsx'
import { PageHead } from '#ui/PageHead.tsx'
import { useRecordSaver } from '#ui/record-saver'
import { SaveNote } from '#ui/SaveNote.tsx'
import { useToast } from '#ui/Toast.tsx'
import { pageStyle } from './parts.tsx'
import { SchemeEditor } from './SchemeEditor.tsx'

/** One scheme: a shipped one to look at and copy, or one of the bureau's own to write and approve. */
export function SchemePage() {
  const { id = '' } = useParams()
  const { book } = useSession()
  const shipped = shippedSchemes.find((scheme) => scheme.id === id)
  const read = useLiveQuery(async () => ({ kept: await schemeById(id) }), [id])
  if (shipped) return <ReadOnly key={id} scheme={shipped} note="自带办法，复制后可以修改" />
  if (!read) return null
  if (!read.kept)
    return (
      <EmptyPage
        title="考核办法"
        trail="工作考核"
        text="没有找到这个考核办法。"
        way={{ to: '/appraisals/schemes', name: '返回考核办法' }}
      />
    )
  if (read.kept.bookId !== book.id) return <ReadOnly key={id} scheme={read.kept} note="上级下发，只能查看" />
  return <Own key={id} kept={read.kept} />
}

function unchanged() {
  // Read only: the editor never calls it.
}

function ReadOnly({ scheme, note }: { scheme: Scheme; note: string }) {
  return (
    <Box sx={pageStyle}>
      <PageHead title={scheme.name} trail="考核办法" note={note}>
        <Copy scheme={scheme} isPrimary />
      </PageHead>
      <SchemeEditor scheme={scheme} readOnly problems={[]} onChange={unchanged} />
    </Box>
  )
}

function Copy({ scheme, isPrimary }: { scheme: Scheme; isPrimary: boolean }) {
  const { book, by } = useSession()
  const navigate = useNavigate()
  const { attempt, say } = useToast()
  if (!may(by, 'save-scheme')) return null
  return (
    <Button
      variant={isPrimary ? 'contained' : 'outlined'}
      onClick={() =>
        attempt(async () => {
          const fresh = copiedScheme(scheme, crypto.randomUUID(), `${scheme.name}（本局）`)
          const kept = await saveScheme(book.id, fresh, 0, by)
          say(`已复制：${scheme.name}`)
          void navigate(`/appraisals/schemes/${kept.id}`)
        })
      }
    >
      复制一份
    </Button>
  )
}

function Own({ kept }: { kept: KeptScheme }) {
  const { book, by } = useSession()
  const navigate = useNavigate()
  const { attempt, say } = useToast()
  const [asking, setAsking] = useState<'approve' | 'discard' | null>(null)
  const saver = useRecordSaver<KeptScheme>(kept, {
    read: schemeById,
    keep: (latest, change) => saveScheme(book.id, { ...latest, ...change }, latest.revision, by),
  })
  const scheme = saver.record
  const isDraft = scheme.state === 'draft'
  const problems = isDraft ? schemeProblems(scheme) : []

  function approve() {
    setAsking(null)
    attempt(async () => {
      if (!(await saver.flush())) return
      const latest = await schemeById(scheme.id)
      await approveScheme(scheme.id, latest?.revision ?? 0, by)
      say(`已审定：${scheme.name}`)
    })
  }

  function discard() {
    setAsking(null)
    attempt(async () => {
      await saver.flush()
      const latest = await schemeById(scheme.id)
      await discardScheme(scheme.id, latest?.revision ?? 0, by)
      say(`已删除：${scheme.name}`)
      void navigate('/appraisals/schemes')
    })
  }

  function makeNext() {
    attempt(async () => {
      const next = await saveScheme(book.id, nextScheme(scheme, crypto.randomUUID()), 0, by)
      void navigate(`/appraisals/schemes/${next.id}`)
    })
  }

  return (
    <Box sx={pageStyle}>
      <PageHead title={scheme.name} trail="考核办法" note={<SaveNote saver={saver} at={scheme.changedAt} />}>
        {isDraft && may(by, 'discard-scheme') && (
          <Button color="inherit" onClick={() => setAsking('discard')}>
            删除草稿
          </Button>
        )}
        <Copy scheme={scheme} isPrimary={false} />
        {isDraft && may(by, 'approve-scheme') && (
          <Button
            variant="contained"
            onClick={() => {
              const [first] = problems
              if (!first) setAsking('approve')
              else say({ text: `${first.message}改正后再审定。`, severity: 'warning' })
            }}
          >
            审定
          </Button>
        )}
        {scheme.state === 'approved' && may(by, 'save-scheme') && (
          <Button variant="contained" onClick={makeNext}>
            编制下一版
          </Button>
        )}
      </PageHead>
      <SchemeEditor
        scheme={scheme}
        readOnly={!isDraft || !may(by, 'save-scheme')}
        problems={problems}
        onChange={(patch) => saver.change(patch)}
      />
      {asking === 'approve' && (
        <ConfirmDialog
          open
          title={`审定：${scheme.name}`}
          action="审定"
          onConfirm={approve}
          onCancel={() => setAsking(null)}
        >
          审定后不再修改，印发考核通知时选用；需要调整时编制下一版。已印发的考核用自己的副本，不受影响。
        </ConfirmDialog>
      )}
      {asking === 'discard' && (
        <ConfirmDialog
          open
          dangerous
          title={`删除“${scheme.name}”？`}
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
