import Box from '@mui/material/Box'
import { itemsOf, type Scheme, type SchemeGroup } from '#domain/appraisals/scheme'
import type { Problem } from '#domain/problem'
import { ProblemList } from '#ui/ProblemList.tsx'
import { colours } from '#ui/theme'
import { useAddress } from '#ui/use-address'
import { SchemeGroups, SchemeHead } from './SchemeHead.tsx'
import { SchemeItemForm } from './SchemeItemForm.tsx'
import { headName, SchemeOutline } from './SchemeOutline.tsx'
import { SchemeRules } from './SchemeRules.tsx'
import { emptyItem, withAdded, withItem, withoutItem } from './scheme-edits.ts'

export type SchemeChange = (patch: (before: Scheme) => Partial<Scheme>) => void

/** A scheme being written: its groups and items at the left, the chosen one with its method, what is wrong at the right. */
export function SchemeEditor(props: {
  scheme: Scheme
  readOnly: boolean
  problems: readonly Problem[]
  onChange: SchemeChange
}) {
  const { scheme, readOnly, problems, onChange } = props
  const [address, setInAddress] = useAddress()
  const item = itemsOf(scheme).find(({ id }) => id === address.get('item'))
  const open = (id: string) => setInAddress({ item: id })
  const put = (to: (before: readonly SchemeGroup[]) => SchemeGroup[]) =>
    onChange(({ groups }) => ({ groups: to(groups) }))

  function add(groupId: string) {
    const fresh = emptyItem()
    put((groups) => withAdded(groups, groupId, fresh))
    open(fresh.id)
  }

  function remove(id: string) {
    put((groups) => withoutItem(groups, id))
    open('')
  }

  return (
    <Box sx={{ flex: 1, minHeight: 0, display: 'flex' }}>
      <SchemeOutline groups={scheme.groups} open={item?.id} readOnly={readOnly} onOpen={open} onAdd={add} />
      <Box
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
            onRemove={() => remove(item.id)}
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
