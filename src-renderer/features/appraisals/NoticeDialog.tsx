import Box from '@mui/material/Box'
import { useLiveQuery } from 'dexie-react-hooks'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { openAppraisals } from '#actions/open-appraisals'
import { noticeWays } from '#domain/appraisals/notice-way'
import { schemeTargets } from '#domain/appraisals/scheme'
import { codesAsked, possibleSubjects } from '#domain/appraisals/subjects'
import { isDay } from '#domain/dates'
import { useSession } from '#session'
import { appraisalsOf, usableSchemes } from '#storage/appraisals'
import { sectionsOf, unitsOf } from '#storage/base-data'
import { ConfirmDialog } from '#ui/ConfirmDialog.tsx'
import { DayField } from '#ui/DayField.tsx'
import { ChoiceField, TextField } from '#ui/TextField.tsx'
import { useToast } from '#ui/Toast.tsx'
import { colours } from '#ui/theme'

/** 印发考核通知: by which scheme, whom, and until when the self-assessment is due. */
export function NoticeDialog({ onClose }: { onClose: () => void }) {
  const { book, by } = useSession()
  const { attempt, say } = useToast()
  const navigate = useNavigate()
  const schemes = useLiveQuery(() => usableSchemes(book), [book])
  const units = useLiveQuery(() => unitsOf(book.id), [book.id])
  const sections = useLiveQuery(() => sectionsOf(book.id), [book.id])
  const appraisals = useLiveQuery(() => appraisalsOf(book.id), [book.id])
  const [schemeId, setSchemeId] = useState('')
  const [title, setTitle] = useState('')
  const [number, setNumber] = useState('')
  const [startsOn, setStartsOn] = useState(`${book.year}-12-01`)
  const [dueOn, setDueOn] = useState(`${book.year + 1}-01-20`)
  const [turned, setTurned] = useState<ReadonlySet<string>>(new Set())
  if (!schemes || !units || !sections || !appraisals) return null
  const used = schemes.find(({ scheme }) => scheme.id === schemeId) ?? schemes[0]
  if (!used)
    return (
      <ConfirmDialog
        open
        title="印发考核通知"
        action="去考核办法"
        onConfirm={() => void navigate('/appraisals/schemes')}
        onCancel={onClose}
      >
        还没有已审定的考核办法。请先在考核办法里复制一份自带办法，修改后审定。
      </ConfirmDialog>
    )
  const { scheme } = used
  const subjects = possibleSubjects(scheme, { identity: book.identity, units, sections })
  // Who was asked this year is asked again only by a person's choice.
  const asked = codesAsked(appraisals, scheme.target)
  const isChosen = (code: string) => asked.has(code) === turned.has(code)
  const chosen = subjects.filter(({ code }) => isChosen(code))
  const name = title.trim() || `${book.year} 年度${schemeTargets[scheme.target]}预算绩效管理工作考核`
  const way = chosen.every(({ isOwn }) => isOwn) ? '' : noticeWays[scheme.target]
  const isFit = isDay(startsOn) && isDay(dueOn) && startsOn <= dueOn && chosen.length > 0

  function confirm() {
    attempt(async () => {
      const codes = chosen.map(({ code }) => code)
      const opened = await openAppraisals(
        book.id,
        { title: name, number, startsOn, dueOn, schemeId: scheme.id, codes },
        by,
      )
      say(`已印发考核通知：${opened.length} 个对象${way === '' ? '。' : `，记在本机。${way}。`}`)
      onClose()
    })
  }

  function toggle(code: string) {
    const next = new Set(turned)
    if (!next.delete(code)) next.add(code)
    setTurned(next)
  }

  return (
    <ConfirmDialog
      open
      title="印发考核通知"
      action={`印发给 ${chosen.length} 个对象`}
      disabled={!isFit}
      onConfirm={confirm}
      onCancel={onClose}
    >
      <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 3 }}>
        <Box sx={{ gridColumn: '1 / -1' }}>
          <ChoiceField
            label="考核办法"
            hint="考核部门、科室的，先在“考核办法”里复制并审定"
            value={scheme.id}
            choices={Object.fromEntries(
              schemes.map(({ scheme: each, from }) => [
                each.id,
                from === '' ? each.name : `${each.name}（${from}下发）`,
              ]),
            )}
            onCommit={(id) => {
              setSchemeId(id)
              setTurned(new Set())
            }}
          />
        </Box>
        <TextField label="名称" value={name} wide onCommit={setTitle} />
        <TextField label="发文字号" value={number} placeholder="没有可不填" wide onCommit={setNumber} />
        <DayField label="开始日期" value={startsOn} onCommit={setStartsOn} />
        <DayField label="自评截止" value={dueOn} onCommit={setDueOn} />
        <Box component="fieldset" sx={{ gridColumn: '1 / -1', border: 0, p: 0, m: 0, minWidth: 0 }}>
          <Box component="legend" sx={{ fontSize: 12, color: colours.secondary, p: 0, mb: 1 }}>
            对象（{chosen.length} / {subjects.length}）
          </Box>
          <Box
            sx={{
              display: 'grid',
              gridTemplateColumns: '1fr 1fr',
              gap: 1,
              maxHeight: 200,
              overflow: 'auto',
              fontSize: 13,
            }}
          >
            {subjects.map(({ code, name: subject, group }) => (
              <label key={code}>
                <input type="checkbox" checked={isChosen(code)} onChange={() => toggle(code)} /> {subject}
                {[group, asked.has(code) ? '已印发过' : ''].filter(Boolean).map((note) => (
                  <Box key={note} component="span" sx={{ color: colours.secondary }}>
                    （{note}）
                  </Box>
                ))}
              </label>
            ))}
          </Box>
        </Box>
        {way !== '' && (
          <Box role="status" sx={{ gridColumn: '1 / -1', fontSize: 13, color: colours.secondary }}>
            印发后先记在本机；{way}。
          </Box>
        )}
      </Box>
    </ConfirmDialog>
  )
}
