import Box from '@mui/material/Box'
import { type ReactNode, useEffect, useState } from 'react'
import { desktop } from '#desktop'
import type { Appraisal } from '#domain/appraisals/appraisal'
import type { Binder, BinderEntry, ContentsRow } from '#domain/appraisals/binder'
import { type Attachment, attachmentView } from '#domain/attachment'
import { scoreText } from '#domain/evaluation/points'
import { sentenceFor } from '#ui/error-text'

const sheet = {
  display: 'flex',
  flexDirection: 'column',
  width: '210mm',
  minHeight: '297mm',
  mx: 'auto',
  mb: 4,
  p: '18mm 16mm',
  bgcolor: '#fff',
  color: '#000',
  fontFamily: '"SimSun", "Noto Serif CJK SC", serif',
  fontSize: 15,
  lineHeight: '24px',
  breakAfter: 'page',
  boxShadow: '0 1px 6px rgba(31, 41, 51, .25)',
  // A little less than the sheet between its margins: what is rounded makes no empty page.
  '@media print': { width: 'auto', minHeight: '258mm', p: 0, m: 0, boxShadow: 'none' },
} as const

const grid = {
  width: '100%',
  tableLayout: 'fixed',
  '& tr': { breakInside: 'avoid' },
  borderCollapse: 'collapse',
  fontSize: 13,
  lineHeight: '18px',
  '& th, & td': { border: '1px solid #000', p: '1px 6px', textAlign: 'left' },
  '& .figure': { textAlign: 'right', whiteSpace: 'nowrap' },
} as const

/** The binder as it will be printed: contents, the pages of each item, and one for each picture. */
export function BinderPaper({ appraisal, binder }: { appraisal: Appraisal; binder: Binder }) {
  return (
    <>
      {binder.contents.map((rows, at) => (
        <Page key={keyOf(rows)} number={at + 1} of={binder.pages}>
          {at === 0 && (
            <>
              <Box component="h2" sx={{ textAlign: 'center', fontSize: 20, m: 0 }}>
                {binder.title}
              </Box>
              <Box sx={{ textAlign: 'center', mb: 2 }}>
                {appraisal.subject.name}　填报人：{appraisal.contact}　联系方式：{appraisal.phone}
              </Box>
            </>
          )}
          <Contents rows={rows} />
        </Page>
      ))}
      {binder.entries.map((entry) => (
        <Entry key={entry.number} entry={entry} of={binder.pages} />
      ))}
    </>
  )
}

function keyOf(rows: readonly ContentsRow[]): string {
  const [first] = rows
  return first === undefined ? '' : 'group' in first ? first.group : first.entry.number
}

/** One sheet with its number, as the contents have it. */
function Page(props: { number: number; of: number; children: ReactNode }) {
  return (
    <Box sx={sheet}>
      <Box sx={{ flex: 1 }}>{props.children}</Box>
      <Box sx={{ textAlign: 'center', fontSize: 12, displayPrint: 'none' }}>
        第 {props.number} 页　共 {props.of} 页
      </Box>
    </Box>
  )
}

function Contents({ rows }: { rows: readonly ContentsRow[] }) {
  return (
    <Box component="table" sx={grid}>
      <colgroup>
        <col style={{ width: '9%' }} />
        <col style={{ width: '51%' }} />
        <col span={4} style={{ width: '10%' }} />
      </colgroup>
      <thead>
        <tr>
          {['序号', '考核指标', '分值', '自评', '材料', '页码'].map((name, at) => (
            <th key={name} scope="col" className={at > 1 ? 'figure' : ''}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) =>
          'group' in row ? (
            <tr key={row.group}>
              <Box component="td" colSpan={6} sx={{ fontWeight: 600 }}>
                {row.group}
              </Box>
            </tr>
          ) : (
            <tr key={row.entry.number}>
              <td>{row.entry.number}</td>
              <td>{row.entry.name}</td>
              <td className="figure">{scoreText(row.entry.points)}</td>
              <td className="figure">{row.entry.self === null ? '—' : scoreText(row.entry.self)}</td>
              <td className="figure">{row.entry.files.length}</td>
              <td className="figure">{row.entry.page}</td>
            </tr>
          ),
        )}
      </tbody>
    </Box>
  )
}

function Entry({ entry, of }: { entry: BinderEntry; of: number }) {
  const first = entry.page + entry.pages.length
  return (
    <>
      {entry.pages.map((lines, at) => (
        <Page key={lines.map(({ text }) => text).join()} number={entry.page + at} of={of}>
          <Box component="h3" sx={{ fontSize: 17, m: 0, borderBottom: '1px solid #000', pb: 1, mb: 2 }}>
            {entry.number} {entry.name}（{scoreText(entry.points)} 分）{at > 0 && '（续）'}
            <Box component="span" sx={{ float: 'right' }}>
              自评 {entry.self === null ? '—' : scoreText(entry.self)} 分
            </Box>
          </Box>
          {lines.map(({ text, head }) => (
            <Box key={text} sx={head ? { fontWeight: 600 } : {}}>
              {text}
            </Box>
          ))}
        </Page>
      ))}
      {entry.pictures.map((picture, at) => (
        <Page key={`${picture.hash} ${picture.name}`} number={first + at} of={of}>
          <Box sx={{ mb: 2 }}>
            {entry.number} {picture.name}
          </Box>
          <Picture picture={picture} />
        </Page>
      ))}
    </>
  )
}

function Picture({ picture }: { picture: Attachment }) {
  const [shown, setShown] = useState<{ url: string } | { fault: string } | null>(null)
  useEffect(() => {
    let [current, made] = [true, '']
    desktop
      .readAttachment(picture.hash)
      .then((bytes) => {
        if (!current) return
        if (!bytes || attachmentView(picture.name, bytes) !== 'picture') {
          setShown({ fault: '这份材料在本机找不到，或不是图片。请查看文件夹中的原件。' })
          return
        }
        made = URL.createObjectURL(new Blob([Uint8Array.from(bytes)]))
        setShown({ url: made })
      })
      .catch((error: unknown) => current && setShown({ fault: sentenceFor(error) }))
    return () => {
      current = false
      if (made !== '') URL.revokeObjectURL(made)
    }
  }, [picture])
  if (!shown) return null
  if ('fault' in shown) return <Box>{shown.fault}</Box>
  return (
    <Box
      component="img"
      src={shown.url}
      alt={picture.name}
      sx={{ maxWidth: '100%', maxHeight: '230mm', objectFit: 'contain' }}
    />
  )
}
