import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import ButtonBase from '@mui/material/ButtonBase'
import {
  fullPoints,
  itemsOf,
  type Scheme,
  type SchemeGroup,
  type SchemeItem,
  schemeTargets,
} from '#domain/appraisals/scheme'
import type { Problem } from '#domain/problem'
import { ProblemList } from '#ui/ProblemList.tsx'
import { ChoiceField, TextField } from '#ui/TextField.tsx'
import { colours } from '#ui/theme'
import { useAddress } from '#ui/use-address'
import { cardStyle } from './ItemPane.tsx'
import { SchemeMark } from './parts.tsx'
import { SchemeItemForm } from './SchemeItemForm.tsx'
import { SchemeRules } from './SchemeRules.tsx'

export type SchemeChange = (patch: (before: Scheme) => Partial<Scheme>) => void

const places = { head: '名称、加扣分和等次' } as const

/** A scheme being written: its groups and items at the left, the chosen one with its method, what is wrong at the right. */
export function SchemeEditor(props: {
  scheme: Scheme
  readOnly: boolean
  problems: readonly Problem[]
  onChange: SchemeChange
}) {
  const { scheme, readOnly, problems, onChange } = props
  const [address, setInAddress] = useAddress()
  const items = itemsOf(scheme)
  const item = items.find(({ id }) => id === address.get('item'))
  const names = new Map([...items, ...scheme.groups].map(({ id, name }) => [id, name]))

  function putItem(id: string, patch: Partial<SchemeItem>) {
    onChange((before) => ({
      groups: before.groups.map((group) =>
        summed(
          group,
          group.items.map((each) => (each.id === id ? { ...each, ...patch } : each)),
        ),
      ),
    }))
  }

  function putGroup(id: string, patch: Partial<SchemeGroup>) {
    onChange((before) => ({
      groups: before.groups.map((group) => (group.id === id ? { ...group, ...patch } : group)),
    }))
  }

  function addGroup() {
    const fresh: SchemeItem = {
      ...{ id: crypto.randomUUID(), name: '新指标', points: 100, standard: '', evidence: '' },
      ...{ method: { kind: 'manual' }, clause: '本局编制', mark: '拟' },
    }
    const group: SchemeGroup = {
      ...{ id: crypto.randomUUID(), name: '新的一级指标', points: 100, only: '', items: [fresh] },
      ...{ clause: '本局编制', mark: '拟' },
    }
    onChange((before) => ({ groups: [...before.groups, group] }))
    setInAddress({ item: '' })
  }

  function removeItem(id: string) {
    onChange((before) => ({
      groups: before.groups
        .map((group) =>
          summed(
            group,
            group.items.filter((each) => each.id !== id),
          ),
        )
        .filter((group) => group.items.length > 0),
    }))
    setInAddress({ item: '' })
  }

  function addItem(groupId: string) {
    const fresh: SchemeItem = {
      ...{ id: crypto.randomUUID(), name: '新指标', points: 100, standard: '', evidence: '' },
      ...{ method: { kind: 'manual' }, clause: '本局编制', mark: '拟' },
    }
    onChange((before) => ({
      groups: before.groups.map((group) =>
        group.id === groupId ? summed(group, [...group.items, fresh]) : group,
      ),
    }))
    setInAddress({ item: fresh.id })
  }

  return (
    <Box sx={{ flex: 1, minHeight: 0, display: 'flex' }}>
      <Box
        component="nav"
        aria-label="办法目录"
        sx={{
          width: 260,
          flex: 'none',
          overflow: 'auto',
          bgcolor: colours.surface,
          borderRight: `1px solid ${colours.line}`,
        }}
      >
        <Row isHere={!item} onClick={() => setInAddress({ item: '' })} name={places.head} value="" />
        {scheme.groups.map((group) => (
          <Box key={group.id}>
            <Box
              sx={{
                display: 'flex',
                alignItems: 'center',
                p: '4px 12px',
                fontSize: 13,
                fontWeight: 600,
                bgcolor: colours.head,
              }}
            >
              <Box sx={{ flex: 1 }}>{group.name}</Box>
              <Box>{group.points / 100} 分</Box>
              {!readOnly && (
                <Button
                  size="small"
                  aria-label={`在${group.name}下加指标`}
                  onClick={() => addItem(group.id)}
                  sx={{ minWidth: 24, ml: 1 }}
                >
                  ＋
                </Button>
              )}
            </Box>
            {group.items.map((each) => (
              <Row
                key={each.id}
                isHere={each.id === item?.id}
                onClick={() => setInAddress({ item: each.id })}
                name={each.name}
                value={`${each.points / 100}`}
              />
            ))}
          </Box>
        ))}
      </Box>
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
            onChange={(patch) => putItem(item.id, patch)}
            onRemove={() => removeItem(item.id)}
          />
        ) : (
          <Box sx={{ display: 'grid', gap: 3, maxWidth: 900 }}>
            <Head {...props} />
            <Box sx={cardStyle}>
              {!readOnly && (
                <Button variant="outlined" size="small" onClick={addGroup} sx={{ justifySelf: 'start' }}>
                  加一级指标
                </Button>
              )}
              {scheme.groups.map((group) => (
                <Box
                  key={group.id}
                  sx={{ display: 'grid', gridTemplateColumns: '1fr 120px', gap: 3, alignItems: 'end' }}
                >
                  <TextField
                    label="一级指标"
                    value={group.name}
                    readOnly={readOnly}
                    onCommit={(name) => putGroup(group.id, { name })}
                  />
                  <Box sx={{ fontSize: 13, lineHeight: '32px' }}>{group.points / 100} 分</Box>
                </Box>
              ))}
            </Box>
            <SchemeRules {...props} />
          </Box>
        )}
      </Box>
      {!readOnly && (
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
              placeOf={({ at }) => names.get(at) ?? places.head}
              onJump={({ at }) => setInAddress({ item: items.some(({ id }) => id === at) ? at : '' })}
            />
          )}
        </Box>
      )}
    </Box>
  )
}

/** A group is worth what its items are worth. */
function summed(group: SchemeGroup, items: readonly SchemeItem[]): SchemeGroup {
  return { ...group, items, points: items.reduce((sum, { points }) => sum + points, 0) }
}

function Row(props: { isHere: boolean; onClick: () => void; name: string; value: string }) {
  return (
    <ButtonBase
      aria-current={props.isHere}
      onClick={props.onClick}
      sx={{
        display: 'flex',
        width: '100%',
        textAlign: 'left',
        fontSize: 13,
        lineHeight: '20px',
        p: '5px 12px',
        '&[aria-current=true]': { bgcolor: colours.selected, boxShadow: `inset 3px 0 0 ${colours.primary}` },
      }}
    >
      <Box component="span" sx={{ flex: 1 }}>
        {props.name}
      </Box>
      <Box component="span" sx={{ color: colours.secondary }}>
        {props.value}
      </Box>
    </ButtonBase>
  )
}

function Head(props: { scheme: Scheme; readOnly: boolean; onChange: SchemeChange }) {
  const { scheme, readOnly, onChange } = props
  return (
    <Box sx={cardStyle}>
      <Box
        sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) 140px auto', gap: 3, alignItems: 'end' }}
      >
        <TextField
          label="名称"
          readOnly={readOnly}
          value={scheme.name}
          onCommit={(name) => name.trim() !== '' && onChange(() => ({ name: name.trim() }))}
        />
        <ChoiceField
          label="考核谁"
          value={scheme.target}
          choices={schemeTargets}
          readOnly={readOnly}
          onCommit={(target) => target !== '' && onChange(() => ({ target }))}
        />
        <Box sx={{ fontSize: 13, lineHeight: '32px', whiteSpace: 'nowrap' }}>
          {readOnly && scheme.state === 'draft' ? '自带' : <SchemeMark state={scheme.state} />} 第{' '}
          {scheme.version} 版，合计 {fullPoints(scheme) / 100} 分
        </Box>
      </Box>
      <Box sx={{ fontSize: 12, color: colours.secondary }}>
        依据：{scheme.clause}〔{scheme.mark}〕{scheme.approvedBy !== '' && `；${scheme.approvedBy}审定`}
      </Box>
    </Box>
  )
}
