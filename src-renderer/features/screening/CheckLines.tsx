import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useRef, useState } from 'react'
import { attachmentStore } from '#desktop'
import type { Problem } from '#domain/problem'
import { type CheckedLine, emptyLine, type Verdict, verdicts } from '#domain/spot-checks/spot-check'
import { useSession } from '#session'
import { AttachmentList } from '#ui/AttachmentList.tsx'
import { keepFocus } from '#ui/keep-focus'
import { controlStyle, TextField } from '#ui/TextField.tsx'
import { takeRow } from '#ui/take-row'
import { colours } from '#ui/theme'
import type { CheckDraft } from './check-saver.ts'
import { VerdictMark } from './RiskMark.tsx'

const verdictList = Object.entries(verdicts) as [Verdict, string][] // the rows of the table

/** 核查事项: reported beside found, with a verdict, words and evidence for each. */
export function CheckLines(props: { draft: CheckDraft; problems: readonly Problem[]; readOnly: boolean }) {
  const { draft, readOnly } = props
  const { lines } = draft.check
  const [opened, setOpened] = useState('')
  const adder = useRef<HTMLButtonElement>(null)

  function put(id: string, patch: Partial<CheckedLine>) {
    draft.change((before) => ({
      lines: before.lines.map((line) => (line.id === id ? { ...line, ...patch } : line)),
    }))
  }

  function add() {
    // Made once: a patch is worked out again whenever it is shown, until it is kept.
    const line = { ...emptyLine, id: crypto.randomUUID() }
    draft.change((before) => ({ lines: [...before.lines, line] }))
  }

  function allTrue() {
    draft.change((before) => ({
      lines: before.lines.map((line) =>
        line.found === '' && line.verdict === '' && line.reported !== ''
          ? { ...line, found: line.reported, verdict: 'true' }
          : line,
      ),
    }))
  }

  return (
    <>
      <Box sx={{ overflowX: 'auto' }}>
        <Box component="table" aria-label="核查事项" sx={tableStyle}>
          <thead>
            <tr>
              <th scope="col">事项</th>
              <th scope="col" style={{ width: 96 }}>
                目标
              </th>
              <th scope="col" style={{ width: 92 }}>
                填报
              </th>
              <th scope="col" style={{ width: 110 }}>
                核实
              </th>
              <th scope="col" style={{ width: 108 }}>
                结论
              </th>
              <th scope="col" style={{ width: '24%' }}>
                情况说明
              </th>
              <th scope="col" style={{ width: 72 }}>
                佐证
              </th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <LineRows
                key={line.id}
                line={line}
                problems={props.problems.filter(({ at }) => at.startsWith(`lines.${line.id}.`))}
                readOnly={readOnly}
                isOpen={opened === line.id}
                onOpen={() => setOpened(opened === line.id ? '' : line.id)}
                onChange={(patch) => put(line.id, patch)}
                onRemove={(button) =>
                  takeRow(button, adder, () =>
                    draft.change((before) => ({ lines: before.lines.filter(({ id }) => id !== line.id) })),
                  )
                }
              />
            ))}
          </tbody>
        </Box>
      </Box>
      {!readOnly && (
        <Box sx={{ display: 'flex', gap: 2, mt: 1 }}>
          <Button
            size="small"
            onMouseDown={keepFocus}
            onClick={allTrue}
            title="核实数照填报数填写，结论为属实；已填的不动"
          >
            其余都属实
          </Button>
          <Button ref={adder} size="small" onMouseDown={keepFocus} onClick={add}>
            增加事项
          </Button>
        </Box>
      )}
    </>
  )
}

function LineRows(props: {
  line: CheckedLine
  problems: readonly Problem[]
  readOnly: boolean
  isOpen: boolean
  onOpen: () => void
  onChange: (patch: Partial<CheckedLine>) => void
  onRemove: (button: HTMLElement) => void
}) {
  const { line, readOnly, onChange } = props
  const { by } = useSession()
  const name = line.subject || '未写名称的事项'
  const isOwn = line.entryId === '' && line.id !== 'paid'
  const at = (column: string) => ({
    field: `lines.${line.id}.${column}`,
    problems: props.problems.filter((problem) => problem.at === `lines.${line.id}.${column}`),
  })
  return (
    <>
      <tr>
        <td>
          {isOwn && !readOnly ? (
            <Box sx={{ display: 'flex', gap: 1, alignItems: 'start' }}>
              <Box sx={{ flex: 1 }}>
                <TextField
                  {...at('subject')}
                  hideLabel
                  label="事项名称"
                  placeholder="如：公示、采购程序"
                  value={line.subject}
                  onCommit={(subject) => onChange({ subject })}
                />
              </Box>
              <Button
                size="small"
                color="error"
                aria-label={`删除 ${name}`}
                onClick={({ currentTarget }) => props.onRemove(currentTarget)}
              >
                删除
              </Button>
            </Box>
          ) : (
            line.subject
          )}
        </td>
        <td>{line.target}</td>
        <td>{line.reported || '—'}</td>
        <td>
          {readOnly ? (
            line.found || '—'
          ) : (
            <TextField
              {...at('found')}
              hideLabel
              label={`${name}：核实`}
              value={line.found}
              onCommit={(found) => onChange(foundPatch(line, found))}
            />
          )}
        </td>
        <td>
          {readOnly ? (
            <VerdictMark verdict={line.verdict} />
          ) : (
            <Box
              component="select"
              aria-label={`${name}：结论`}
              data-field={`lines.${line.id}.verdict`}
              value={line.verdict}
              onChange={(event: { target: { value: string } }) =>
                onChange({ verdict: verdictList.find(([each]) => each === event.target.value)?.[0] ?? '' })
              }
              sx={{ ...controlStyle, height: 32, fontSize: 13, p: '3px 4px' }}
            >
              <option value="">未核查</option>
              {verdictList.map(([verdict, word]) => (
                <option key={verdict} value={verdict}>
                  {word}
                </option>
              ))}
            </Box>
          )}
        </td>
        <td>
          {readOnly ? (
            line.text
          ) : (
            <TextField
              {...at('text')}
              hideLabel
              label={`${name}：情况说明`}
              value={line.text}
              onCommit={(text) => onChange({ text })}
            />
          )}
        </td>
        <td>
          <Button
            size="small"
            aria-expanded={props.isOpen}
            aria-label={`${name}：佐证 ${line.evidence.length} 个`}
            onClick={props.onOpen}
          >
            {line.evidence.length > 0 ? `${line.evidence.length} 个` : '佐证'}
          </Button>
        </td>
      </tr>
      {props.isOpen && (
        <tr>
          <td colSpan={7}>
            <AttachmentList
              attachments={line.evidence}
              store={attachmentStore}
              addedBy={by.name}
              mayAdd={!readOnly}
              mayRemove={!readOnly}
              inputLabel={`${name}：佐证文件`}
              onChange={(evidence) => onChange({ evidence })}
            />
          </td>
        </tr>
      )}
    </>
  )
}

/** What equals the report is true; whoever finds it else chooses. */
function foundPatch(line: CheckedLine, found: string): Partial<CheckedLine> {
  const isSame = found.trim() !== '' && found.trim() === line.reported.trim()
  return isSame && line.verdict === '' ? { found, verdict: 'true' } : { found }
}

const tableStyle = {
  width: '100%',
  // Beside the fixed columns the matter and the words keep room, also at 150 %: then it scrolls.
  minWidth: 760,
  borderCollapse: 'collapse',
  tableLayout: 'fixed',
  fontSize: 13,
  lineHeight: '20px',
  '& th': { textAlign: 'left', bgcolor: colours.head, fontWeight: 600, whiteSpace: 'nowrap' },
  '& th, & td': {
    p: '4px 6px',
    border: `1px solid ${colours.line}`,
    verticalAlign: 'middle',
    overflowWrap: 'anywhere',
  },
} as const
