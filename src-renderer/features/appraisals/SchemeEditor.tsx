import Box from '@mui/material/Box'
import { useEffect, useRef } from 'react'
import { itemsOf, type Scheme, type SchemeGroup, type SchemeItem } from '#domain/appraisals/scheme'
import type { Problem } from '#domain/problem'
import { firstFieldIn } from '#ui/first-field'
import { ProblemList } from '#ui/ProblemList.tsx'
import { useToast } from '#ui/Toast.tsx'
import { colours } from '#ui/theme'
import { useAddress } from '#ui/use-address'
import { SchemeGroups, SchemeHead } from './SchemeHead.tsx'
import { SchemeItemForm } from './SchemeItemForm.tsx'
import { headName, SchemeOutline } from './SchemeOutline.tsx'
import { SchemeRules } from './SchemeRules.tsx'
import { emptyItem, withAdded, withBack, withItem, withoutItem } from './scheme-edits.ts'

export type SchemeChange = (patch: (before: Scheme) => Partial<Scheme>) => void

/** A scheme being written: its groups and items at the left, the chosen one with its method, what is wrong at the right. */
export function SchemeEditor(props: {
  scheme: Scheme
  readOnly: boolean
  problems: readonly Problem[]
  onChange: SchemeChange
}) {
  const { scheme, readOnly, problems, onChange } = props
  const { say } = useToast()
  const [address, setInAddress] = useAddress()
  const item = itemsOf(scheme).find(({ id }) => id === address.get('item'))
  const open = (id: string) => setInAddress({ item: id })
  const pane = useRef<HTMLElement>(null)
  /** What was asked to stand there next: a new item is to be named, a removed one took its button along. */
  const awaited = useRef<string | null>(null)
  const openId = item?.id ?? ''
  useEffect(() => {
    if (awaited.current !== openId || !pane.current) return
    awaited.current = null
    const field = openId === '' ? undefined : firstFieldIn(pane.current)
    const place = field ?? pane.current
    place.focus()
    if (field instanceof HTMLInputElement) field.select()
  })
  const put = (to: (before: readonly SchemeGroup[]) => SchemeGroup[]) =>
    onChange(({ groups }) => ({ groups: to(groups) }))

  function add(groupId: string) {
    const fresh = emptyItem()
    put((groups) => withAdded(groups, groupId, fresh))
    awaited.current = fresh.id
    open(fresh.id)
  }

  function remove({ id, name }: SchemeItem) {
    const before = scheme.groups
    put((groups) => withoutItem(groups, id))
    awaited.current = ''
    open('')
    say({
      text: `已删除指标“${name}”。`,
      undo: async () => put((groups) => withBack(groups, before, id)),
    })
  }

  return (
    <Box sx={{ flex: 1, minHeight: 0, display: 'flex' }}>
      <SchemeOutline groups={scheme.groups} open={item?.id} readOnly={readOnly} onOpen={open} onAdd={add} />
      <Box
        ref={pane}
        component="section"
        aria-label="办法内容"
        tabIndex={0}
        sx={{ flex: 1, minWidth: 0, overflow: 'auto', position: 'relative', p: 3 }}
      >
        {item ? (
          <SchemeItemForm
            key={item.id}
            item={item}
            readOnly={readOnly}
            onChange={(patch) => put((groups) => withItem(groups, item.id, patch))}
            onRemove={() => remove(item)}
          />
        ) : (
          <Box sx={{ display: 'grid', gap: 3, maxWidth: 900 }}>
            <SchemeHead {...props} />
            <SchemeGroups {...props} />
            <SchemeRules {...props} />
          </Box>
        )}
      </Box>
      {!readOnly && <Problems scheme={scheme} problems={problems} onJump={open} />}
    </Box>
  )
}

function Problems(props: { scheme: Scheme; problems: readonly Problem[]; onJump: (itemId: string) => void }) {
  const { scheme, problems } = props
  const items = itemsOf(scheme)
  const names = new Map([...items, ...scheme.groups].map(({ id, name }) => [id, name]))
  return (
    <Box
      component="aside"
      aria-label="问题"
      sx={{
        width: 260,
        flex: 'none',
        overflow: 'auto',
        bgcolor: colours.surface,
        borderLeft: `1px solid ${colours.line}`,
      }}
    >
      {problems.length === 0 ? (
        <Box sx={{ p: 3, fontSize: 13, color: colours.ok }}>● 没有问题，可以审定。</Box>
      ) : (
        <ProblemList
          problems={problems}
          placeOf={({ at }) => names.get(at) ?? headName}
          onJump={({ at }) => props.onJump(items.some(({ id }) => id === at) ? at : '')}
        />
      )}
    </Box>
  )
}
