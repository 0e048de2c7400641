import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Tab from '@mui/material/Tab'
import Tabs from '@mui/material/Tabs'
import { Fragment, type ReactNode, useMemo, useState } from 'react'
import { Link } from 'react-router'
import type { Moment } from '#domain/dates'
import { addUp } from '#domain/money'
import type { Problem } from '#domain/problem'
import { ConfirmDialog } from './ConfirmDialog.tsx'
import { EmptyState } from './EmptyState.tsx'
import { PageHead } from './PageHead.tsx'
import { SaveNote } from './SaveNote.tsx'
import { useToast } from './Toast.tsx'
import { colours } from './theme.ts'
import { hasChoice, type PickableUnit, UnitPicker } from './UnitPicker.tsx'
import { useRefuseUnread } from './unread.ts'
import { useAddress } from './use-address.ts'
import type { Saving } from './use-queue.ts'

/** So many rows are comfortable in one sheet; beyond them a unit is chosen first. */
const mostRows = 400

type Form = {
  id: string
  revision: number
  name: string
  unitId: string
  changedAt: Moment
  entries: readonly unknown[]
}

/** A sheet over several forms: its tab, and what is said above it. */
type View = { name: string; lead: string }

type Props<Kept extends Form, Id extends string> = {
  trail: string
  /** 份监控表: what is handed in, with its measure word. */
  what: string
  /** The first one stands there until another is chosen. */
  views: Readonly<Record<Id, View>>
  units: readonly PickableUnit[]
  /** What may be filled in. */
  open: readonly Kept[]
  saver: Saving & { shown: (kept: Kept) => Kept }
  problemsOf: (form: Kept) => readonly Problem[]
  /** Where a form is opened. */
  pathOf: (id: string) => string
  /** What handing in means, said before it is done. */
  meaning: string
  /** The forms as they are kept once all is written. */
  read: (ids: readonly string[]) => Promise<Kept[]>
  submit: (seen: readonly { id: string; seenRevision: number }[]) => Promise<unknown>
  back: string
  children: (view: Id, forms: readonly Kept[]) => ReactNode
}

/** 多项目填报: the forms of several projects as sheets, with how many are complete and what the others lack. */
export function FillFrame<Kept extends Form, Id extends string>(props: Props<Kept, Id>) {
  const { what, units, open, saver } = props
  const { attempt, say } = useToast()
  const refuseUnread = useRefuseUnread()
  const [address, setInAddress] = useAddress()
  const [asking, setAsking] = useState(false)
  const fillable = useMemo(() => pickable(units, open), [units, open])
  const views = Object.keys(props.views) as Id[] // the keys of the table
  const view = views.find((each) => each === address.get('view')) ?? views[0]
  const mayShowAll = addUp(open.map(({ entries }) => entries.length)) <= mostRows
  // A whole county does not fit in one sheet: then the first unit stands there until another is chosen.
  const unit = address.get('unit') || (mayShowAll ? '' : (open[0]?.unitId ?? ''))
  const parentOf = new Map(units.map(({ id, parentId }) => [id, parentId]))
  const forms = open
    .filter(({ unitId }) => unit === '' || unitId === unit || parentOf.get(unitId) === unit)
    .map(saver.shown)
  const last = forms.reduce<Moment | ''>(
    (latest, { changedAt }) => (changedAt > latest ? changedAt : latest),
    '',
  )
  const lacking = forms.flatMap((form) => lackingOf(form, props.problemsOf(form)))
  const ready = forms.filter(({ id }) => !lacking.some((each) => each.id === id))

  function submit() {
    setAsking(false)
    attempt(async () => {
      if (!(await saver.flush())) return
      const kept = await props.read(ready.map(({ id }) => id))
      await props.submit(kept.map(({ id, revision }) => ({ id, seenRevision: revision })))
      say(`已送审 ${kept.length} ${what}。`)
    })
  }

  return (
    <Box sx={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' }}>
      <PageHead title="多项目填报" trail={props.trail} note={<SaveNote saver={saver} at={last} />}>
        <Button variant="outlined" component={Link} to={props.back}>
          返回台账
        </Button>
        <Button
          variant="contained"
          disabled={ready.length === 0}
          onClick={() => !refuseUnread() && setAsking(true)}
        >
          送审{ready.length > 0 && ` ${ready.length} 份`}
        </Button>
      </PageHead>
      <Box
        sx={{
          ...{ flex: 'none', display: 'flex', alignItems: 'center', gap: 3, px: 4 },
          ...{ bgcolor: 'background.paper', borderBottom: 1, borderColor: 'divider' },
        }}
      >
        <Tabs
          value={view}
          aria-label="填报内容"
          onChange={(_event, next: Id) => setInAddress({ view: next === views[0] ? '' : next })}
        >
          {views.map((id) => (
            <Tab key={id} value={id} label={props.views[id].name} />
          ))}
        </Tabs>
        <Box sx={{ flex: 1 }} />
        {(hasChoice(fillable) || unit !== '') && (
          <UnitPicker
            plain
            units={fillable}
            value={unit}
            {...(mayShowAll ? { allLabel: '全部' } : {})}
            onChange={(id) => setInAddress({ unit: id })}
          />
        )}
      </Box>
      <Box sx={{ flex: 1, minHeight: 0, overflow: 'auto', p: 4 }}>
        {forms.length === 0 || !view ? (
          <EmptyState text={`没有待填的${what.slice(1)}，可能都已送审。`} />
        ) : (
          <>
            <Box sx={{ fontSize: 13, color: colours.secondary, mb: 2 }}>{props.views[view].lead}</Box>
            <Readiness ready={ready.length} lacking={lacking} pathOf={props.pathOf} />
            {/* Other forms, or another sheet: written anew. */}
            <Fragment key={`${unit} ${forms.map(({ id }) => id).join()}`}>
              {props.children(view, forms)}
            </Fragment>
          </>
        )}
      </Box>
      <ConfirmDialog
        open={asking}
        title={`送审 ${ready.length} ${what}`}
        action={`送审 ${ready.length} 份`}
        onCancel={() => setAsking(false)}
        onConfirm={submit}
      >
        {props.meaning}
        {lacking.length > 0 && ` 另有 ${lacking.length} 份还没有填完，先不送审。`}
      </ConfirmDialog>
    </Box>
  )
}

/** A form that cannot be handed in yet, and what is first wrong with it. */
type Lacking = { id: string; name: string; text: string; count: number }

function lackingOf({ id, name }: Form, problems: readonly Problem[]): Lacking[] {
  const [first, ...rest] = problems.filter(({ severity }) => severity === 'error')
  return first ? [{ id, name, text: first.message.replace(/。$/, ''), count: rest.length + 1 }] : []
}

/** Units with a form to fill in, and the departments above them. */
function pickable(units: readonly PickableUnit[], open: readonly Form[]): PickableUnit[] {
  const own = new Set(open.map(({ unitId }) => unitId))
  const parents = new Set(units.filter(({ id }) => own.has(id)).map(({ parentId }) => parentId))
  return units.filter(({ id }) => own.has(id) || parents.has(id))
}

const mostNamed = 4

function Readiness(props: { ready: number; lacking: readonly Lacking[]; pathOf: (id: string) => string }) {
  const { ready, lacking, pathOf } = props
  const more = lacking.length - mostNamed
  const isNear = lacking.length <= Math.max(ready, mostNamed)
  return (
    <Box role="status" aria-label="填报进度" sx={{ fontSize: 13, mb: 2, display: 'grid', gap: 0.5 }}>
      <Box>
        <Box component="span" sx={{ color: colours.ok, mr: 4 }}>
          ● 可以送审 {ready} 份
        </Box>
        {lacking.length > 0 && <span>○ 还没有填完 {lacking.length} 份</span>}
      </Box>
      {/* While most of them are empty there is nothing to point at. */}
      {isNear &&
        lacking.slice(0, mostNamed).map(({ id, name, text, count }) => (
          <Box key={id}>
            <Link to={pathOf(id)}>{name}</Link>：{text}
            {count > 1 && `等 ${count} 处`}
          </Box>
        ))}
      {isNear && more > 0 && <Box>另有 {more} 份。</Box>}
    </Box>
  )
}
