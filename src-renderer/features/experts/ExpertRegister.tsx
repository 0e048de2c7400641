import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useLiveQuery } from 'dexie-react-hooks'
import { useState } from 'react'
import { saveExpert } from '#actions/save-expert'
import {
  checkExpert,
  type Expert,
  emptyExpert,
  matchesExpert,
  type Standing,
  standing,
} from '#domain/experts/expert'
import { type ExpertField, expertFields, shippedExpertRules } from '#domain/experts/expert-rules'
import { may } from '#domain/people/permissions'
import { useSession } from '#session'
import type { ExpertForm } from '#storage/expert-record'
import { allExperts } from '#storage/experts'
import { localToday } from '#storage/local-day'
import { nextId } from '#storage/stamp'
import { EmptyState } from '#ui/EmptyState.tsx'
import { sortedBy } from '#ui/sorted'
import { ChoiceField, TextField } from '#ui/TextField.tsx'
import { useToast } from '#ui/Toast.tsx'
import { useInTurn } from '#ui/use-in-turn'
import { useOpened } from '#ui/use-opened'
import { DrawDialog } from './DrawDialog.tsx'
import { ExpertPanel } from './ExpertPanel.tsx'
import { ExpertTable } from './ExpertTable.tsx'
import { ExpertViews } from './ExpertViews.tsx'

const standings = {
  in: '在库',
  endsSoon: '聘期将届满',
  expired: '聘期届满',
  suspended: '暂停',
  out: '出库',
} as const

/** The 专家库 as a table with the opened expert beside it. */
export function ExpertRegister() {
  const { book, by, dataKey } = useSession()
  const { attempt, say } = useToast()
  const inTurn = useInTurn()
  const experts = useLiveQuery(() => allExperts(book.demo), [book.demo])
  const [search, setSearch] = useState('')
  const [field, setField] = useState<ExpertField | ''>('')
  const [kind, setKind] = useState<keyof typeof standings | ''>('')
  const { openId, fresh, isUntouched, open, begin, type } = useOpened<ExpertForm>()
  const [isDrawing, setDrawing] = useState(false)
  if (!experts) return null

  const today = localToday()
  const standingOf = (expert: Expert) => standing(expert, today, shippedExpertRules)
  const found = experts
    .filter((each) => field === '' || each.fields.includes(field))
    .filter((each) => isOfKind(standingOf(each), kind) && matchesExpert(each, search))
  const shown = sortedBy(found, ({ name }) => name)
  const opened = experts.find((each) => each.id === openId) ?? null
  const others = experts.filter((each) => each.id !== openId)
  const draft = opened ?? (fresh && { ...emptyExpert, ...fresh })
  const mayWrite = may(by, 'save-expert')

  function change(patch: Partial<ExpertForm>) {
    if (!draft) return
    const next = { ...draft, ...patch }
    if (!opened) type(formOf(next))
    const fault = checkExpert(next, others).find(({ severity }) => severity === 'error')
    if (fault && opened) say({ text: `${fault.message}没有保存，原内容保留。`, severity: 'warning' })
    if (!fault) attempt(() => inTurn(() => keep(formOf(next), patch)))
  }

  /** Two quick changes: the second is made on what the first has left. */
  async function keep(form: ExpertForm, patch: Partial<ExpertForm>) {
    const latest = (await allExperts(book.demo)).find((each) => each.id === openId)
    const next = formOf(latest ? { ...latest, ...patch } : form)
    const kept = await saveExpert(book.id, openId, latest?.revision ?? 0, next, {}, dataKey, by)
    const undo = () => saveExpert(book.id, openId, kept.revision, formOf(latest ?? kept), {}, dataKey, by)
    say({ text: `已保存专家${kept.name}。`, ...(latest ? { undo } : {}) })
  }

  return (
    <Box sx={{ flex: 1, minHeight: 0, display: 'flex', gap: 4 }}>
      <Box sx={{ flex: 1, minWidth: 0, display: 'flex', flexDirection: 'column', gap: 3 }}>
        <Box sx={{ display: 'flex', gap: 2, alignItems: 'center' }}>
          <ExpertViews here="register" />
          <Box sx={{ flex: 1 }} />
          {may(by, 'draw-experts') && (
            <Button variant="outlined" onClick={() => setDrawing(true)}>
              抽取专家
            </Button>
          )}
          {mayWrite && (
            <Button
              variant="contained"
              onClick={() => begin(nextId(), { ...formOf(emptyExpert), joinedOn: today })}
            >
              登记专家
            </Button>
          )}
        </Box>
        <Box sx={{ display: 'flex', gap: 2, alignItems: 'end' }}>
          <Box sx={{ width: 120 }}>
            <ChoiceField
              label="专业领域"
              value={field}
              choices={expertFields}
              blank="全部"
              onCommit={setField}
            />
          </Box>
          <Box sx={{ width: 120 }}>
            <ChoiceField label="状态" value={kind} choices={standings} blank="全部" onCommit={setKind} />
          </Box>
          <Box sx={{ flex: 1, maxWidth: 260 }}>
            <TextField
              label="查找"
              placeholder="姓名、单位、拼音首字母"
              value={search}
              onCommit={setSearch}
            />
          </Box>
          <Box role="status" sx={{ lineHeight: '32px', fontSize: 13, color: 'text.secondary' }}>
            共 {shown.length} 人，在库 {shown.filter((each) => standingOf(each).kind === 'in').length} 人
          </Box>
        </Box>
        {shown.length === 0 ? (
          <EmptyState
            text={
              experts.length === 0
                ? '专家库里还没有专家。由财政局聘任的专家登记后，即可按领域随机抽取。'
                : '没有符合条件的专家。换一个词，或把筛选改为“全部”。'
            }
          />
        ) : (
          <ExpertTable
            experts={shown}
            standingOf={standingOf}
            openId={openId}
            onOpen={(expert) => open(expert.id)}
          />
        )}
      </Box>
      {draft && (
        <ExpertPanel
          key={openId}
          draft={draft}
          expert={opened}
          problems={isUntouched ? [] : checkExpert(draft, others)}
          standing={opened && standingOf(opened)}
          readOnly={!mayWrite}
          onChange={change}
          onClose={() => open('')}
        />
      )}
      {isDrawing && <DrawDialog experts={experts} onClose={() => setDrawing(false)} />}
    </Box>
  )
}

function isOfKind(now: Standing, kind: keyof typeof standings | ''): boolean {
  return kind === '' || (kind === 'endsSoon' ? now.endsSoon : now.kind === kind)
}

function formOf(from: ExpertForm): ExpertForm {
  const { name, sex, workUnit, title, fields, specialty, certificate, phone } = from
  const { joinedOn, termEndsOn, state, avoidUnits, note } = from
  const person = { name, sex, workUnit, title, fields, specialty, certificate, phone }
  return { ...person, joinedOn, termEndsOn, state, avoidUnits, note }
}
