import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useRef } from 'react'
import { type Precondition, type PreconditionState, preconditionStates } from '#domain/assessments/assessment'
import { useSession } from '#session'
import { localToday } from '#storage/local-day'
import { note } from '#ui/part-style'
import { ChoiceField, TextField } from '#ui/TextField.tsx'
import { takeRow } from '#ui/take-row'
import { rowId } from './fresh.ts'
import { ReportField } from './PartBasics.tsx'
import { tableStyle } from './PartMaterials.tsx'
import type { PartProps } from './part.ts'

/** 建议与前置条件. */
export function PartAdvice({ draft, isOpen }: PartProps) {
  const { assessment, change } = draft
  const adder = useRef<HTMLButtonElement>(null)
  const mayWork = isOpen('work')
  const mayFollow = isOpen('follow')

  function put(id: string, patch: Partial<Precondition>) {
    change(mayWork ? 'work' : 'follow', ({ preconditions }) => ({
      preconditions: preconditions.map((each) => (each.id === id ? { ...each, ...patch } : each)),
    }))
  }

  function add() {
    const fresh: Precondition = { id: rowId(), text: '', state: 'open', owner: '' }
    change('work', ({ preconditions }) => ({ preconditions: [...preconditions, fresh] }))
  }

  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      {(['problems', 'near', 'middle', 'long'] as const).map((key) => (
        <ReportField key={key} name={key} draft={draft} readOnly={!mayWork} onChange={change} />
      ))}
      {assessment.preconditions.length === 0 ? (
        <Box sx={note}>○ 没有前置条件。</Box>
      ) : (
        <Box component="table" aria-label="前置条件" sx={tableStyle}>
          <thead>
            <tr>
              <th scope="col">前置条件</th>
              <th scope="col" style={{ width: 170 }}>
                责任单位
              </th>
              <th scope="col" style={{ width: 110 }}>
                状态
              </th>
              {mayWork && (
                <th scope="col" style={{ width: 64 }}>
                  办理
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {assessment.preconditions.map((each, index) => (
              <tr key={each.id}>
                <td>
                  {mayWork ? (
                    <TextField
                      hideLabel
                      lines={1}
                      label={`前置条件 ${index + 1}`}
                      value={each.text}
                      onCommit={(text) => put(each.id, { text })}
                    />
                  ) : (
                    each.text
                  )}
                </td>
                <td>
                  {mayWork ? (
                    <TextField
                      hideLabel
                      label={`前置条件 ${index + 1} 责任单位`}
                      value={each.owner}
                      onCommit={(owner) => put(each.id, { owner })}
                    />
                  ) : (
                    each.owner
                  )}
                </td>
                <td>
                  <ChoiceField<PreconditionState>
                    hideLabel
                    label={`前置条件 ${index + 1} 状态`}
                    choices={preconditionStates}
                    readOnly={!mayWork && !mayFollow}
                    value={each.state}
                    onCommit={(state) => state !== '' && put(each.id, { state })}
                  />
                </td>
                {mayWork && (
                  <td>
                    <Button
                      size="small"
                      color="error"
                      aria-label={`移除前置条件 ${index + 1}`}
                      onClick={({ currentTarget }) =>
                        takeRow(currentTarget, adder, () =>
                          change('work', ({ preconditions }) => ({
                            preconditions: preconditions.filter(({ id }) => id !== each.id),
                          })),
                        )
                      }
                    >
                      移除
                    </Button>
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </Box>
      )}
      {mayWork && (
        <Box>
          <Button ref={adder} size="small" onClick={add}>
            增加前置条件
          </Button>
        </Box>
      )}
      <ReportField name="other" draft={draft} readOnly={!mayWork} onChange={change} />
    </Box>
  )
}

/** 落实: how the department carries the result out, noted by 支出管理科 (督促部门落实). */
export function PartFollow({ draft, isOpen }: PartProps) {
  const { by } = useSession()
  const { assessment, change } = draft
  const mayFollow = isOpen('follow')

  function add() {
    const fresh = { id: rowId(), on: localToday(), text: '', by: by.name }
    change('follow', ({ followUps }) => ({ followUps: [...followUps, fresh] }))
  }

  if (assessment.state !== 'concluded') {
    return <Box sx={note}>结论确认后，在这里登记部门落实评估结果的情况；前置条件的状态也随之更新。</Box>
  }
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      {assessment.followUps.length === 0 && <Box sx={note}>○ 还没有落实记录。</Box>}
      {assessment.followUps.map((each) => (
        <TextField
          key={each.id}
          label={`${each.on} ${each.by}`}
          lines={2}
          readOnly={!mayFollow}
          value={each.text}
          onCommit={(text) =>
            change('follow', ({ followUps }) => ({
              followUps: followUps.map((other) => (other.id === each.id ? { ...other, text } : other)),
            }))
          }
        />
      ))}
      {mayFollow && (
        <Box>
          <Button size="small" onClick={add}>
            登记落实情况
          </Button>
        </Box>
      )}
    </Box>
  )
}
