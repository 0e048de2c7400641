import Box from '@mui/material/Box'
import { useEffect, useState } from 'react'
import { desktop } from '#desktop'
import type { Appraisal } from '#domain/appraisals/appraisal'
import type { Binder, BinderEntry } from '#domain/appraisals/binder'
import { type Attachment, attachmentView, sizeText } from '#domain/attachment'
import { scoreText } from '#domain/evaluation/points'
import { sentenceFor } from '#ui/error-text'

const sheet = {
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
  '@media print': { width: 'auto', minHeight: 0, p: 0, m: 0, boxShadow: 'none' },
} as const

const grid = {
  width: '100%',
  borderCollapse: 'collapse',
  fontSize: 13,
  lineHeight: '18px',
  '& th, & td': { border: '1px solid #000', p: '1px 6px', textAlign: 'left' },
  '& .figure': { textAlign: 'right', whiteSpace: 'nowrap' },
} as const

/** The binder as it will be printed: contents, a page for each item, and one for each picture. */
export function BinderPaper({ appraisal, binder }: { appraisal: Appraisal; binder: Binder }) {
  const groups = [...new Set(binder.entries.map(({ group }) => group))]
  return (
    <>
      <Box sx={sheet}>
        <Box component="h2" sx={{ textAlign: 'center', fontSize: 20, m: 0 }}>
          {binder.title}
        </Box>
        <Box sx={{ textAlign: 'center', mb: 2 }}>
          {appraisal.subject.name}　填报人：{appraisal.contact}　联系方式：{appraisal.phone}
        </Box>
        <Box component="table" sx={grid}>
          <thead>
            <tr>
              <th scope="col">序号</th>
              <th scope="col">考核指标</th>
              <th scope="col" className="figure">
                分值
              </th>
              <th scope="col" className="figure">
                自评
              </th>
              <th scope="col" className="figure">
                材料
              </th>
              <th scope="col" className="figure">
                页码
              </th>
            </tr>
          </thead>
          <tbody>
            {groups.flatMap((group) => [
              <tr key={group}>
                <Box component="td" colSpan={6} sx={{ fontWeight: 600 }}>
                  {group}
                </Box>
              </tr>,
              ...binder.entries
                .filter((entry) => entry.group === group)
                .map((entry) => (
                  <tr key={entry.number}>
                    <td>{entry.number}</td>
                    <td>{entry.name}</td>
                    <td className="figure">{scoreText(entry.points)}</td>
                    <td className="figure">{entry.self === null ? '—' : scoreText(entry.self)}</td>
                    <td className="figure">{entry.files.length}</td>
                    <td className="figure">{entry.page}</td>
                  </tr>
                )),
            ])}
          </tbody>
        </Box>
      </Box>
      {binder.entries.map((entry) => (
        <Entry key={entry.number} entry={entry} />
      ))}
    </>
  )
}

function Entry({ entry }: { entry: BinderEntry }) {
  return (
    <>
      <Box sx={sheet}>
        <Box component="h3" sx={{ fontSize: 17, m: 0, borderBottom: '1px solid #000', pb: 1, mb: 2 }}>
          {entry.number} {entry.name}（{scoreText(entry.points)} 分）
          <Box component="span" sx={{ float: 'right' }}>
            自评 {entry.self === null ? '—' : scoreText(entry.self)} 分
          </Box>
        </Box>
        {entry.lines.map((line) => (
          <Box key={line}>{line}</Box>
        ))}
        <Box sx={{ mt: 3, fontWeight: 600 }}>佐证材料</Box>
        {entry.files.length === 0 && <Box>没有上传材料。</Box>}
        {entry.files.map((file) => (
          <Box key={file.name}>
            {file.name}（{sizeText(file.size)}），见文件夹“{file.folder.join(' / ')}”
          </Box>
        ))}
      </Box>
      {entry.pictures.map((picture) => (
        <Box key={picture.hash} sx={sheet}>
          <Box sx={{ mb: 2 }}>
            {entry.number} {picture.name}
          </Box>
          <Picture picture={picture} />
        </Box>
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
      sx={{ maxWidth: '100%', maxHeight: '235mm', objectFit: 'contain' }}
    />
  )
}
